namespace Yakuba.Platform.Accounts.SignIn;

/// <summary>What the page for a new password shows. Posts to <c>/me/password</c>: <c>current</c>, <c>new</c>, <c>again</c>.</summary>
/// <param name="IsFirst">True when a one-time password has to be replaced before anything else.</param>
/// <param name="ShortestPassword">Least length in characters.</param>
/// <param name="Problem">Why the last try was refused, or null.</param>
public sealed record ChangePasswordModel(bool IsFirst, int ShortestPassword, Problem? Problem = null);
