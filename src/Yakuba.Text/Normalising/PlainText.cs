namespace Yakuba.Text;

/// <summary>Which UTF-16 code units are their own normal form whatever stands beside them.</summary>
internal static class PlainText
{
    private static readonly bool[] s_plain = MakeTable();

    /// <summary>True for a code unit that stays as it is and joins with nothing. Dashes, ー, spaces, digits and pairs are left to the slow way.</summary>
    internal static bool IsPlain(char letter) => s_plain[letter];

    /// <summary>True if a text is surely its own normal form.</summary>
    internal static bool IsNormal(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (!s_plain[letter] && !(IsLoneSpace(text, i) || CharacterFolding.IsDigit(letter) || letter == '\n' || (letter == 'ー' && i > 0 && !CharacterFolding.IsAsciiAlphanumeric(text[i - 1]))))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsLoneSpace(ReadOnlySpan<char> text, int at) => text[at] == ' ' && (at == 0 || text[at - 1] != ' ');

    private static bool[] MakeTable()
    {
        var table = new bool[0x10000];
        Span<int> hangul = stackalloc int[3];
        for (var code = 0; code < table.Length; code++)
        {
            table[code] = !char.IsSurrogate((char)code)
                && code is not ('-' or 'ー' or ' ' or '\n' or '\r')
                && !CharacterFolding.IsDigit(code)
                && !CharacterFolding.IsDropped(code)
                && !UnicodeForms.JoinsBackward(code)
                && UnicodeForms.Decompose(code, hangul).IsEmpty
                && CharacterFolding.Fold(code) == code;
        }

        return table;
    }
}
