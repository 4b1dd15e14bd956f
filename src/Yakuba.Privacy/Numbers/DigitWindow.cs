namespace Yakuba.Privacy;

/// <summary>Some neighbouring groups of digits, read as one number.</summary>
internal readonly record struct DigitWindow(string Text, int First, int Last, int Start, int End, Joint Joints)
{
    /// <summary>Writes the digits, 0 to 9, without what joins them.</summary>
    internal void CopyDigits(Span<byte> digits)
    {
        var count = 0;
        for (var at = Start; at < End; at++)
        {
            var value = Letters.DigitValue(Text[at]);
            if (value >= 0)
            {
                digits[count++] = (byte)value;
            }
        }
    }

    /// <summary>True if it is no part of a longer number, word, decimal or key (0.123…, 123e4567-…).</summary>
    internal bool StandsAlone()
    {
        var before = Start > 0 ? Text[Start - 1] : '\0';
        var after = End < Text.Length ? Text[End] : '\0';
        return !char.IsAsciiLetter(before) && !char.IsAsciiLetter(after)
            && !(before is '-' or '.' or '_' && Start > 1 && char.IsAsciiLetterOrDigit(Text[Start - 2]))
            && !(after is '-' or '_' && End + 1 < Text.Length && char.IsAsciiLetterOrDigit(Text[End + 1]))
            && !(after == '.' && End + 1 < Text.Length && char.IsAsciiDigit(Text[End + 1]));
    }
}
