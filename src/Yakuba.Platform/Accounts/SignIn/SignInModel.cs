namespace Yakuba.Platform.Accounts.SignIn;

/// <summary>What the sign-in page shows.</summary>
/// <remarks>
/// Posts to <c>/signin</c>: <c>userName</c>, <c>password</c>, <c>return</c>. The passkey button asks
/// <c>POST /signin/passkey/options</c> for options and posts <c>credential</c> and <c>return</c> to <c>/signin/passkey</c>.
/// </remarks>
/// <param name="Municipality">Name of the municipality; may be empty.</param>
/// <param name="Return">Where to go afterwards; a local path.</param>
/// <param name="UserName">As typed before; empty at first.</param>
/// <param name="UsesDirectory">True when the municipality's directory also checks passwords.</param>
/// <param name="Problem">Why the last try was refused, or null.</param>
public sealed record SignInModel(string Municipality, string Return, string UserName = "", bool UsesDirectory = false, Problem? Problem = null);
