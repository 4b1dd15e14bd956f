namespace Yakuba.Text;

/// <summary>Turns kana of one kind into another. Everything else stays, so lengths and places stay.</summary>
public static class Kana
{
    private const int Distance = 'ァ' - 'ぁ';

    /// <summary>Katakana to hiragana: ァ–ヶ, ヽ, ヾ. ー stays, and so do ヷ–ヺ, which have no hiragana.</summary>
    public static string ToHiragana(string text) => Map(text, static letter => letter is (>= 'ァ' and <= 'ヶ') or 'ヽ' or 'ヾ' ? (char)(letter - Distance) : letter);

    /// <summary>Hiragana to katakana: ぁ–ゖ, ゝ, ゞ.</summary>
    public static string ToKatakana(string text) => Map(text, static letter => letter is (>= 'ぁ' and <= 'ゖ') or 'ゝ' or 'ゞ' ? (char)(letter + Distance) : letter);

    /// <summary>True if a text is not empty and consists of hiragana, katakana and ー only.</summary>
    public static bool IsKana(ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
        {
            if (letter is not ((>= 'ぁ' and <= 'ゖ') or (>= 'ァ' and <= 'ヺ') or 'ー' or 'ゝ' or 'ゞ' or 'ヽ' or 'ヾ'))
            {
                return false;
            }
        }

        return text.Length > 0;
    }

    private static string Map(string text, Func<char, char> map)
    {
        ArgumentNullException.ThrowIfNull(text);
        var first = 0;
        while (first < text.Length && map(text[first]) == text[first])
        {
            first++;
        }

        return first == text.Length ? text : string.Create(text.Length, (text, map), static (letters, state) =>
        {
            for (var i = 0; i < letters.Length; i++)
            {
                letters[i] = state.map(state.text[i]);
            }
        });
    }
}
