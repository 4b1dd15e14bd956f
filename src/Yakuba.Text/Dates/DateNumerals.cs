namespace Yakuba.Text;

/// <summary>Reads the small whole numbers that dates consist of, and passes over the one space that forms put between them.</summary>
internal static class DateNumerals
{
    /// <summary>Index after one space, if there is one.</summary>
    internal static int Skip(string text, int at) => at < text.Length && text[at] == ' ' ? at + 1 : at;

    /// <summary>Index after a literal with an optional space before it; -1 if it is not there.</summary>
    internal static int After(string text, int at, string literal)
    {
        at = Skip(text, at);
        return text.AsSpan(at).StartsWith(literal, StringComparison.Ordinal) ? at + literal.Length : -1;
    }

    /// <summary>Reads arabic or kanji numerals of a value to 9,999 and at most four digits.</summary>
    /// <returns>Index after them; -1 if there are none.</returns>
    internal static int Read(string text, int at, out int value)
    {
        at = Skip(text, at);
        value = 0;
        if (at >= text.Length)
        {
            return -1;
        }

        if (!char.IsAsciiDigit(text[at]))
        {
            var kanji = NumberNotation.Read(text, at, out var number);
            var fits = kanji > 0 && number is >= 0 and <= 9999 && number == decimal.Truncate(number);
            value = fits ? (int)number : 0;
            return fits ? at + kanji : -1;
        }

        var end = at;
        for (; end < text.Length && char.IsAsciiDigit(text[end]) && end - at <= 4; end++)
        {
            value = (value * 10) + (text[end] - '0');
        }

        return end - at <= 4 ? end : -1;
    }
}
