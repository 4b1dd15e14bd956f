namespace Yakuba.Text;

/// <summary>Reads a year up to and with 年: 令和6年, 令和元年, r6年, 平30年, 2024年, 二〇二四年.</summary>
internal static class YearNotation
{
    /// <summary>Reads at a place.</summary>
    /// <param name="end">Index after 年.</param>
    internal static bool Read(string text, int at, out YearReading year, out int end)
    {
        year = default;
        var number = ReadEra(text, at, out var era);
        if (era is null && at > 0 && (char.IsAsciiLetterOrDigit(text[at - 1]) || NumberNotation.KanjiDigit(text[at - 1]) >= 0 || NumberNotation.Small(text[at - 1]) > 0))
        {
            end = -1;
            return false;
        }

        if (era is null && string.CompareOrdinal(text, at, "西暦", 0, 2) == 0)
        {
            number = at + 2;
        }

        var afterNumber = ReadYear(text, number, era is not null, out var value);
        end = afterNumber > 0 ? DateNumerals.After(text, afterNumber, "年") : -1;
        // Without an era, 3年 is a length of time; only four digits are a year.
        if (end < 0 || (era is null ? value < 1000 : value is < 1 or > 99))
        {
            return false;
        }

        year = era is null ? new(value, true, true, null) : new(era.WesternYear(value), era.Contains(value), true, era);
        return true;
    }

    /// <summary>Reads the era before a year. Returns the index after it, or <paramref name="at"/> with no era.</summary>
    internal static int ReadEra(string text, int at, out Era? era)
    {
        foreach (var candidate in Era.All)
        {
            if (string.CompareOrdinal(text, at, candidate.Name, 0, 2) == 0)
            {
                era = candidate;
                return at + 2;
            }

            var isLetter = text[at] == candidate.Letter && (at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1]));
            var isShort = text[at] == candidate.Name[0] && (at == 0 || !char.IsLetter(text[at - 1]));
            if ((isLetter || isShort) && at + 1 < text.Length && (char.IsAsciiDigit(text[at + 1]) || text[at + 1] == '元'))
            {
                era = candidate;
                return at + 1;
            }
        }

        era = null;
        return at;
    }

    /// <summary>Reads the number of a year; 元 is 1 in an era.</summary>
    internal static int ReadYear(string text, int at, bool inEra, out int value)
    {
        if (inEra && DateNumerals.After(text, at, "元") is > 0 and var end)
        {
            value = 1;
            return end;
        }

        return DateNumerals.Read(text, at, out value);
    }
}
