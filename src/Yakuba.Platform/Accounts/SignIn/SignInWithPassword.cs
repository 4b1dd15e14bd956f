namespace Yakuba.Platform.Accounts.SignIn;

/// <summary>Signs a person in with a password, of a local account or of the directory.</summary>
/// <param name="UserName">As typed.</param>
/// <param name="Password">As typed; never logged or stored.</param>
public sealed record SignInWithPassword(string UserName, string Password);

/// <summary>A browser that is signed in from now on.</summary>
/// <param name="Token">For the session cookie; the store keeps its hash only.</param>
/// <param name="Account">Who.</param>
internal sealed record SignedIn(string Token, Account Account);
