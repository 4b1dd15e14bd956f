using System.Text;

namespace Yakuba.Text;

/// <summary>
/// The form under which a word is indexed and looked up, so that habits of spelling do not part one word from itself: hiragana and
/// katakana (ゴミ = ごみ), a prolonged sound at the end (コンピューター = コンピュータ), small and large kana (ウイルス = ウィルス), ヴ = ブ,
/// written and unwritten 送り仮名 of nouns (引っ越し = 引越し = 引越, 届け出 = 届出, 受付け = 受付), ケ and が in names (霞が関 = 霞ケ関).
/// </summary>
/// <remarks>Meant for terms of <see cref="AnalysedText.Words"/>. Folding twice changes nothing.</remarks>
public static class SearchForm
{
    private const int LongestEnding = 3;

    // What joins words is no 送り仮名: 女の子 is not 女子.
    private const string Joining = "のとがはもなやかをにでへおご";

    // Endings of nouns made from verbs.
    private const string Endings = "いきぎしじちぢにびみりえけげせぜてでねべめれ";

    // Nouns of one kanji with an ending that are as often written without.
    private static readonly HashSet<string> s_short = ["届け", "祭り", "話し", "答え", "願い", "係り", "終り", "貸し", "請け", "付け", "控え", "受け", "問い", "祝い", "誓い", "扱い", "支え", "割り", "組み", "勤め", "務め", "隣り"];

    // Without their kana these would be other words.
    private static readonly HashSet<string> s_kept = ["日当たり", "日当り", "食べ物", "生き物", "上り下り", "上げ下げ", "出し入れ", "入れ物", "立ち木", "帰り道"];

    // Whole words with variants that are no matter of kana.
    private static readonly Dictionary<string, string> s_variants = new(StringComparer.Ordinal)
    {
        ["斎藤"] = "斉藤", ["斎"] = "斉", ["斎木"] = "斉木", ["斎田"] = "斉田", ["附属"] = "付属", ["寄附"] = "寄付", ["障碍"] = "障害", ["障がい"] = "障害",
    };

    /// <summary>The form of a word.</summary>
    /// <param name="word">A word in normal form.</param>
    public static string Of(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (Kana.IsKana(word))
        {
            var plain = SoundForm.Plain(word);
            return plain.Length > 2 && plain[^1] == 'ー' ? plain[..^1] : plain;
        }

        if (s_variants.TryGetValue(word, out var usual))
        {
            return usual;
        }

        return word.Length < 2 || !IsMixed(word) || s_kept.Contains(word) ? word : s_short.Contains(word) ? word[..1] : WithoutEndings(word);
    }

    /// <summary>True for a word in kanji and kana.</summary>
    private static bool IsMixed(string word) => word.AsSpan().IndexOfAnyInRange('ぁ', 'ヺ') >= 0 && CountHan(word) > 0;

    private static int CountHan(string word) => word.Count(IsHan);

    private static bool IsHan(char letter) => letter is (>= '\u3400' and <= '\u9FFF') or '々' or '〆';

    private static string WithoutEndings(string word)
    {
        if (CountHan(word) < 2)
        {
            return word;
        }

        var form = new StringBuilder(word.Length);
        for (var at = 0; at < word.Length;)
        {
            var end = at;
            while (end < word.Length && word[end] is (>= 'ぁ' and <= 'ゖ') or 'ケ' or 'ヶ')
            {
                end++;
            }

            if (end == at)
            {
                form.Append(word[at++]);
                continue;
            }

            form.Append(Kept(word, at, end));
            at = end;
        }

        return form.ToString();
    }

    /// <summary>What stays of a run of kana after a kanji.</summary>
    private static string Kept(string word, int start, int end)
    {
        var kana = word[start..end];
        var isInside = start > 0 && end < word.Length && IsHan(word[end]);
        if (isInside && kana is ("ケ" or "ヶ" or "が"))
        {
            return "ケ";
        }

        var isEnding = end == word.Length && Endings.Contains(kana[^1], StringComparison.Ordinal);
        if (start == 0 || end - start > LongestEnding || (kana.AsSpan().IndexOfAny(Joining) >= 0 && !(isEnding && kana.Length == 2)))
        {
            return kana;
        }

        return isInside || isEnding ? "" : kana;
    }
}
