namespace Yakuba.Privacy;

/// <summary>Mail addresses, read outwards from each @. Addresses of offices are not personal.</summary>
internal static class Emails
{
    /// <summary>Longest parts before and after the @.</summary>
    /// <remarks>Source: RFC 5321, section 4.5.3.1.</remarks>
    private const int LongestUser = 64, LongestDomain = 253;

    private static readonly string[] s_offices = ["city.", "town.", "vill.", "village.", "pref.", "metro.", "ward."];

    internal static void Find(PersonalText text, List<Finding> findings)
    {
        var value = text.Value;
        for (var at = value.IndexOf('@'); at >= 0; at = value.IndexOf('@', at + 1))
        {
            var start = at;
            while (start > 0 && at - start < LongestUser && IsUser(value[start - 1]))
            {
                start--;
            }

            var end = at + 1;
            while (end < value.Length && end - at <= LongestDomain && IsDomain(value[end]))
            {
                end++;
            }

            while (end > at + 1 && value[end - 1] is '.' or '-')
            {
                end--;
            }

            while (start < at && value[start] is '.' or '-' or '\'' or '=')
            {
                start++;
            }

            var domain = value.AsSpan(at + 1, end - at - 1);
            if (start < at && domain.IndexOf('.') > 0 && !IsOffice(domain))
            {
                findings.Add(new Finding(start, end, PersonalKind.Email, Certainty.Labelled));
            }
        }
    }

    private static bool IsOffice(ReadOnlySpan<char> domain)
    {
        if (domain.EndsWith(".lg.jp", StringComparison.Ordinal) || domain.EndsWith(".go.jp", StringComparison.Ordinal))
        {
            return true;
        }

        foreach (var office in s_offices)
        {
            var at = domain.IndexOf(office, StringComparison.Ordinal);
            if (at == 0 || (at > 0 && domain[at - 1] == '.'))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsUser(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-' or '+' or '%' or '\'' or '=' or '&' or '!' or '~';

    private static bool IsDomain(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-';
}
