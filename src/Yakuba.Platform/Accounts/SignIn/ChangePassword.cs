namespace Yakuba.Platform.Accounts.SignIn;

/// <summary>Replaces the own password; the first time, the one-time password.</summary>
/// <param name="Current">The password in force.</param>
/// <param name="New">The new one.</param>
public sealed record ChangePassword(string Current, string New);
