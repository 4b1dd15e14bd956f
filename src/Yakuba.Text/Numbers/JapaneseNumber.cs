namespace Yakuba.Text;

/// <summary>Finds the numbers of a text: arabic with commas and decimals, kanji numerals, mixed (1万2千), fractions (三分の二, 1⁄2).</summary>
/// <remarks>
/// A kanji numeral of one letter counts only where it can hardly be part of a word: before a counter (三人), after 第, in 条の二, or with
/// no letter on either side. 一般, 三重 and 十分 are no numbers. A sign before a number is not part of it.
/// </remarks>
public static class JapaneseNumber
{
    private const char FractionSlash = '\u2044';

    /// <summary>Finds all numbers, in order, not overlapping.</summary>
    /// <param name="normalText">A text in its normal form (<see cref="NormalText.Value"/>).</param>
    public static IReadOnlyList<NumberSpan> Find(string normalText)
    {
        ArgumentNullException.ThrowIfNull(normalText);
        var found = new List<NumberSpan>();
        var at = 0;
        while (at < normalText.Length)
        {
            var word = NumberLookalikes.At(normalText, at);
            if (word > 0)
            {
                at += word;
                continue;
            }

            var length = NumberNotation.Read(normalText, at, out var value);
            if (length == 0)
            {
                // A digit run that is too long for a number is skipped whole, not searched for its end.
                at += RunLength(normalText, at);
                continue;
            }

            if (KanjiContext.MayBeNumber(normalText, at, length))
            {
                var span = WithFraction(normalText, new NumberSpan(at, length, value));
                found.Add(span);
                at += span.Length;
            }
            else
            {
                at += length;
            }
        }

        return found;
    }

    private static int RunLength(string text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return Math.Max(1, end - at);
    }

    /// <summary>Extends A in "A分のB", "B⁄A" and "N B⁄A".</summary>
    private static NumberSpan WithFraction(string text, NumberSpan first)
    {
        var end = first.Start + first.Length;
        if (string.CompareOrdinal(text, end, "分の", 0, 2) == 0
            && NumberNotation.Read(text, end + 2, out var numerator) is > 0 and var width && first.Value > 0)
        {
            return new NumberSpan(first.Start, end + 2 + width - first.Start, numerator / first.Value);
        }

        if (Slash(text, end, out var bottom) is > 0 and var slash)
        {
            return new NumberSpan(first.Start, end + slash - first.Start, first.Value / bottom);
        }

        if (end + 1 < text.Length && text[end] == ' ' && char.IsAsciiDigit(text[end + 1]))
        {
            var top = NumberNotation.Read(text, end + 1, out var part);
            if (top > 0 && Slash(text, end + 1 + top, out bottom) is > 0 and var tail)
            {
                return new NumberSpan(first.Start, end + 1 + top + tail - first.Start, first.Value + (part / bottom));
            }
        }

        return first;
    }

    private static int Slash(string text, int at, out decimal bottom)
    {
        bottom = 0;
        if (at >= text.Length || text[at] != FractionSlash)
        {
            return 0;
        }

        var width = NumberNotation.Read(text, at + 1, out bottom);
        return width > 0 && bottom > 0 ? 1 + width : 0;
    }
}
