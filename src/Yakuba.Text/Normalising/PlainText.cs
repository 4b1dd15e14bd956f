using System.Globalization;

namespace Yakuba.Text;

/// <summary>Which UTF-16 code units have a normal form of one code unit, whatever stands beside them.</summary>
internal static class PlainText
{
    private static readonly char[] s_single = new char[0x10000];
    private static readonly bool[] s_alone = new bool[0x10000];

    static PlainText()
    {
        Span<int> hangul = stackalloc int[3];
        for (var code = 0; code < s_single.Length; code++)
        {
            s_single[code] = SingleOf(code, hangul);
            s_alone[code] = IsAlone(code, hangul);
        }
    }

    /// <summary>The normal form of a code unit that joins with nothing; NUL if it takes the slow way, as dashes, spaces, number forms and pairs do.</summary>
    internal static char Single(char letter) => s_single[letter];

    /// <summary>True for a code unit that cannot change what stands before it.</summary>
    internal static bool IsAlone(char letter) => s_alone[letter];

    /// <summary>True if a text is surely its own normal form.</summary>
    internal static bool IsNormal(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (s_single[letter] != letter && !(IsLoneSpace(text, i) || letter == '\n'))
            {
                return false;
            }

            if (letter == 'ー' && (i == 0 || char.IsAsciiLetterOrDigit(text[i - 1])))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsLoneSpace(ReadOnlySpan<char> text, int at) => text[at] == ' ' && (at == 0 || text[at - 1] != ' ');

    private static char SingleOf(int code, Span<int> hangul)
    {
        if (char.IsSurrogate((char)code) || CharacterFolding.IsDropped(code) || code == SpacedLetters.Gap || code is 0x309B or 0x309C)
        {
            return '\0';
        }

        var parts = UnicodeForms.Decompose(code, hangul);
        if (parts.Length > 1 || (parts.Length == 1 && parts[0] > 0xffff))
        {
            return '\0';
        }

        var part = parts.IsEmpty ? code : parts[0];
        var folded = CharacterFolding.Fold(part);
        // A digit that was a number form, such as ①, keeps apart from digits beside it.
        var isNumberForm = CharacterFolding.IsDigit(folded) && !parts.IsEmpty && CharUnicodeInfo.GetUnicodeCategory((char)code) != UnicodeCategory.DecimalDigitNumber;
        return folded is '-' or ' ' or '\n' or > 0xffff || isNumberForm || UnicodeForms.JoinsBackward(part) || UnicodeForms.JoinsBackward(folded) || !UnicodeForms.Decompose(folded, hangul).IsEmpty
            ? '\0'
            : (char)folded;
    }

    private static bool IsAlone(int code, Span<int> hangul)
    {
        if (char.IsSurrogate((char)code) || CharacterFolding.IsDropped(code) || code == SpacedLetters.Gap || code is '\r' or 0x309B or 0x309C)
        {
            return false;
        }

        var parts = UnicodeForms.Decompose(code, hangul);
        return !UnicodeForms.JoinsBackward(parts.IsEmpty ? code : parts[0]);
    }
}
