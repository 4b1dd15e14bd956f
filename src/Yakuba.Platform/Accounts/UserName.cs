using Yakuba.Text;

namespace Yakuba.Platform.Accounts;

/// <summary>The one form of a user name: full-width letters narrowed, lower case, no spaces around it.</summary>
public static class UserName
{
    /// <summary>Longest user name, in UTF-16 code units.</summary>
    public const int MaxLength = 64;

    /// <summary>Brings typed text to the one form.</summary>
    /// <returns>Null when it cannot be a user name: 1 to 64 of <c>a-z 0-9 . _ - @</c>, beginning with a letter or digit.</returns>
    public static string? Canonical(string? typed)
    {
        if (typed is null || typed.Length > MaxLength * 2)
        {
            return null;
        }

        var name = NormalText.Of(typed).Value.Trim();
        return name.Length is > 0 and <= MaxLength && char.IsAsciiLetterOrDigit(name[0]) && name.All(IsAllowed) ? name : null;
    }

    private static bool IsAllowed(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '_' or '-' or '@';
}
