namespace Yakuba.Platform.Accounts.Requests;

/// <summary>Where to go after signing in: an address on this server, whatever was asked for.</summary>
internal static class LocalPath
{
    // "//host" and "/\host" name another host although they start with a slash.
    internal static string Of(string? asked) =>
        asked is ['/', ..] && asked is not ['/', '/' or '\\', ..] && asked.Length <= 2000 && !asked.Any(char.IsControl) ? asked : "/";
}
