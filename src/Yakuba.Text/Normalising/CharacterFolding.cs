using System.Globalization;
using System.Text;

namespace Yakuba.Text;

/// <summary>What the normal form does to single characters beyond Unicode's own compatibility forms.</summary>
internal static class CharacterFolding
{
    /// <summary>Invisible characters that carry no meaning for reading: variation selectors, joiners, soft hyphens, marks of direction.</summary>
    internal static bool IsDropped(int code) => code is
        0x00AD or 0x034F or 0x061C or (>= 0x180B and <= 0x180F) or (>= 0x200B and <= 0x200F) or (>= 0x202A and <= 0x202E)
        or (>= 0x2060 and <= 0x206F) or (>= 0xFE00 and <= 0xFE0F) or 0xFEFF or (>= 0xE0000 and <= 0xE0FFF);

    /// <summary>The character to write for a decomposed one: lower case; one hyphen, one tilde, one space, one line feed; one form of a kanji.</summary>
    internal static int Fold(int code)
    {
        switch (code)
        {
            case '\n' or '\r' or 0x85 or 0x2028 or 0x2029 or '\v' or '\f':
                return '\n';
            case (>= 0 and <= ' ') or (>= 0x7f and <= 0x9f):
                return ' ';
            // Hyphens, dashes, minus signs, box-drawing lines and the prolonged mark of vertical forms.
            case (>= 0x2010 and <= 0x2015) or 0x2043 or 0x2212 or 0x02D7 or 0x2500 or 0x2501 or 0x2796 or 0x3161 or 0xFE58:
                return '-';
            case 0x301C or 0x223C or 0x223F or 0x02DC or 0x3030 or 0x2053:
                return '~';
            case < 0x80:
                return code is >= 'A' and <= 'Z' ? code | 0x20 : code;
            case (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF):
                return VariantForms.Fold(code);
            default:
                return Lower(code);
        }
    }

    internal static bool IsDigit(int code) => code is >= '0' and <= '9';

    internal static bool IsKatakana(char letter) => letter is (>= '\u30A1' and <= '\u30FA') or 'ー';

    private static int Lower(int code)
    {
        var rune = new Rune(code);
        return Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.LetterNumber or UnicodeCategory.OtherSymbol
            ? Rune.ToLowerInvariant(rune).Value
            : code;
    }
}
