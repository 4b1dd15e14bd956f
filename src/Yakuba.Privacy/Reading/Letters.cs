namespace Yakuba.Privacy;

/// <summary>Classes of characters in the normal form.</summary>
internal static class Letters
{
    internal static bool IsKanji(char letter) => letter is (>= '\u3400' and <= '\u9FFF') or '々' or '〆' || char.IsSurrogate(letter);

    internal static bool IsHiragana(char letter) => letter is >= 'ぁ' and <= 'ゖ';

    internal static bool IsKatakana(char letter) => letter is (>= 'ァ' and <= 'ヺ') or 'ー';

    internal static bool IsKana(char letter) => IsHiragana(letter) || IsKatakana(letter);

    internal static bool IsDigit(char letter) => char.IsAsciiDigit(letter);

    internal static bool IsAsciiWord(char letter) => char.IsAsciiLetterOrDigit(letter);

    /// <summary>Value of a digit, also of a kanji that stands for one digit; -1 for other characters.</summary>
    internal static int DigitValue(char letter) => letter switch
    {
        >= '0' and <= '9' => letter - '0',
        '〇' or '○' or '零' => 0,
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => -1,
    };

    internal static bool IsKanjiNumeral(char letter) => letter is '十' or '百' or '千' || (DigitValue(letter) >= 0 && !IsDigit(letter));

    /// <summary>True if a text ends with one of the words.</summary>
    internal static bool EndsWithAny(this ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.EndsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Length of the longest of the words that a text begins with; 0 if it begins with none.</summary>
    internal static int StartLength(this ReadOnlySpan<char> text, string[] words)
    {
        var longest = 0;
        foreach (var word in words)
        {
            if (word.Length > longest && text.StartsWith(word, StringComparison.Ordinal))
            {
                longest = word.Length;
            }
        }

        return longest;
    }

    /// <summary>Place after the last of the words in a text; -1 if it has none of them.</summary>
    internal static int LastEndOfAny(this ReadOnlySpan<char> text, string[] words)
    {
        var last = -1;
        foreach (var word in words)
        {
            var at = text.LastIndexOf(word, StringComparison.Ordinal);
            last = at < 0 ? last : Math.Max(last, at + word.Length);
        }

        return last;
    }
}
