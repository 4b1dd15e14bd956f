namespace Yakuba.Prose;

/// <summary>The scripts of Japanese, by letter.</summary>
internal static class Script
{
    internal enum Kind
    {
        Other,
        Hiragana,
        Katakana,
        Kanji,
        Latin,
        Digit,
    }

    internal static Kind Of(char letter) => letter switch
    {
        >= 'ぁ' and <= 'ゖ' => Kind.Hiragana,
        (>= 'ァ' and <= 'ヺ') or 'ー' or (>= 'ｦ' and <= 'ﾟ') => Kind.Katakana,
        (>= '一' and <= '鿿') or '々' or '〆' or 'ヶ' or (>= '㐀' and <= '䶿') or (>= '豈' and <= '﫿') => Kind.Kanji,
        (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= 'ａ' and <= 'ｚ') or (>= 'Ａ' and <= 'Ｚ') => Kind.Latin,
        (>= '0' and <= '9') or (>= '０' and <= '９') => Kind.Digit,
        _ => Kind.Other,
    };

    internal static bool IsKanji(char letter) => Of(letter) == Kind.Kanji;
}
