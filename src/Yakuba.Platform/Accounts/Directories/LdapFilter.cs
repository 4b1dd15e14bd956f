using System.Text;

namespace Yakuba.Platform.Accounts.Directories;

/// <summary>Puts what people type into a search filter as plain text (RFC 4515, section 3).</summary>
internal static class LdapFilter
{
    internal static string Fill(string filter, string user, string dn) =>
        filter.Replace("{user}", Escape(user), StringComparison.Ordinal).Replace("{dn}", Escape(dn), StringComparison.Ordinal);

    internal static string Escape(string value)
    {
        var escaped = new StringBuilder(value.Length);
        foreach (var c in value)
        {
            _ = c is '\\' or '*' or '(' or ')' or '\0' or '{' or '}' ? escaped.Append('\\').Append(((int)c).ToString("x2")) : escaped.Append(c);
        }

        return escaped.ToString();
    }
}
