using System.Globalization;

namespace Yakuba.Text;

/// <summary>
/// Reads one number at a place, whatever its notation: 350, 1,234, 3.5, 三百五十, 二〇二四, 1万2千, 3.5億. Knows nothing of words that
/// only look like numbers; <see cref="JapaneseNumber"/> and the analyser decide where a number may stand.
/// </summary>
internal static class NumberNotation
{
    private const int LongestDigits = 28; // what a decimal holds

    /// <summary>Reads the longest number at <paramref name="start"/>.</summary>
    /// <returns>Its length in code units, 0 if there is none.</returns>
    internal static int Read(ReadOnlySpan<char> text, int start, out decimal value)
    {
        decimal total = 0, section = 0, lastSmall = decimal.MaxValue, lastLarge = decimal.MaxValue;
        decimal? pending = null;
        var at = start;
        while (at < text.Length)
        {
            if (pending is null && Digits(text, at, out var digits) is > 0 and var width)
            {
                pending = digits;
                at += width;
            }
            else if (Small(text[at]) is > 0 and var small && small < lastSmall)
            {
                section += (pending ?? 1) * small;
                pending = null;
                lastSmall = small;
                at++;
            }
            else if (Large(text[at]) is > 0 and var large && large < lastLarge && section + (pending ?? 0) is > 0 and < 100_000_000 and var count)
            {
                total += count * large;
                (section, pending, lastSmall, lastLarge) = (0, null, decimal.MaxValue, large);
                at++;
            }
            else
            {
                break;
            }
        }

        value = total + section + (pending ?? 0);
        return at - start;
    }

    /// <summary>0 to 9 for a kanji digit (also 壱弐参), -1 otherwise.</summary>
    internal static int KanjiDigit(char letter) => letter switch
    {
        '〇' or '零' => 0,
        '一' or '壱' => 1,
        '二' or '弐' => 2,
        '三' or '参' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => -1,
    };

    /// <summary>10, 100 or 1,000 for 十, 百, 千 (also 拾); 0 otherwise.</summary>
    internal static decimal Small(char letter) => letter switch { '十' or '拾' => 10, '百' => 100, '千' => 1000, _ => 0 };

    /// <summary>The power of ten of 万, 億, 兆, 京 (also 萬); 0 otherwise.</summary>
    internal static decimal Large(char letter) => letter switch
    {
        '万' or '萬' => 10_000,
        '億' => 100_000_000,
        '兆' => 1_000_000_000_000,
        '京' => 10_000_000_000_000_000,
        _ => 0,
    };

    private static int Digits(ReadOnlySpan<char> text, int start, out decimal value)
    {
        var at = start;
        value = 0;
        if (!char.IsAsciiDigit(text[at]))
        {
            while (at < text.Length && KanjiDigit(text[at]) is >= 0 and var digit && at - start < LongestDigits)
            {
                value = (value * 10) + digit;
                at++;
            }

            return at - start;
        }

        at = Whole(text, at);
        if (at + 1 < text.Length && text[at] == '.' && char.IsAsciiDigit(text[at + 1]) && !IsDotted(text, start, at))
        {
            for (at++; at < text.Length && char.IsAsciiDigit(text[at]); at++)
            {
            }
        }

        // Longer runs are codes and not quantities.
        return at - start <= LongestDigits && decimal.TryParse(text[start..at], NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out value)
            ? at - start
            : 0;
    }

    /// <summary>End of the digits from <paramref name="at"/>, with commas where each stands before exactly three digits.</summary>
    private static int Whole(ReadOnlySpan<char> text, int at)
    {
        var end = DigitsEnd(text, at);
        if (end - at > 3)
        {
            return end;
        }

        while (end < text.Length && text[end] == ',' && DigitsEnd(text, end + 1) == end + 4)
        {
            end += 4;
        }

        return end;
    }

    private static int DigitsEnd(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>True for dates and section numbers, where dots separate whole numbers: 6.4.1.</summary>
    private static bool IsDotted(ReadOnlySpan<char> text, int start, int dot)
    {
        var end = DigitsEnd(text, dot + 1);
        return (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
            || (start > 1 && text[start - 1] == '.' && char.IsAsciiDigit(text[start - 2]));
    }
}
