namespace Yakuba.Platform.Accounts.Directories;

/// <summary>Host, port and kind of connection of a directory.</summary>
internal sealed record DirectoryAddress(string Host, int Port, bool IsEncrypted)
{
    /// <summary>Reads <c>ldap://host[:389]</c> or <c>ldaps://host[:636]</c>.</summary>
    /// <returns>Null when the text is no such address.</returns>
    internal static DirectoryAddress? Parse(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "ldap" or "ldaps" && uri.Host.Length > 0 && uri.PathAndQuery is "" or "/"
            ? new DirectoryAddress(uri.Host, uri.Port > 0 ? uri.Port : uri.Scheme == "ldaps" ? 636 : 389, uri.Scheme == "ldaps")
            : null;
}
