using System.Text.RegularExpressions;

namespace Yakuba.Prose;

/// <summary>One thing written in two ways within a text.</summary>
internal static partial class VariantChecks
{
    /// <summary>Words that name the same thing to a reader. Two that the law parts (避難所 and 避難場所, 補助金 and 交付金, 使用料 and 利用料金) are none.</summary>
    private static readonly string[][] s_same =
    [
        ["ホームページ", "ウェブサイト"], ["参加費", "会費"], ["町内会", "自治会"], ["スマートフォン", "スマホ"], ["マイナンバーカード", "個人番号カード"], ["コミュニティバス", "循環バス"], ["パソコン", "PC"],
        ["会場", "開催場所"], ["電子メール", "Eメール"], ["高齢者", "シニア"], ["乳幼児", "赤ちゃん"], ["応募者", "申込者"],
    ];

    /// <summary>As nouns, with and without their inner kana.</summary>
    private static readonly string[][] s_spelled =
    [
        ["申込み", "申し込み"], ["問合せ", "問い合わせ"], ["取扱い", "取り扱い"], ["手続", "手続き"], ["届出", "届け出"], ["締切り", "締め切り"], ["打合せ", "打ち合わせ"], ["引渡し", "引き渡し"], ["貸出し", "貸し出し"],
        ["払戻し", "払い戻し"], ["取組", "取り組み"], ["見積り", "見積もり"], ["組合せ", "組み合わせ"], ["立入り", "立ち入り"], ["買入れ", "買い入れ"], ["積立て", "積み立て"], ["受付", "受け付け"], ["引換え", "引き換え"], ["切替え", "切り替え"],
        ["受入れ", "受け入れ"], ["子供", "子ども"], ["障害", "障がい"], ["ごみ", "ゴミ"], ["引越し", "引っ越し"], ["取消し", "取り消し"], ["引継ぎ", "引き継ぎ"], ["見直し", "見なおし"], ["一人", "ひとり"], ["振込み", "振り込み"], ["呼出し", "呼び出し"],
    ];

    internal static void Look(IReadOnlyList<Sentence> sentences, ProseText prose, FindingList findings)
    {
        if (prose.Kind == ProseKind.Ordinance)
        {
            return;
        }

        foreach (var pair in s_spelled)
        {
            Differing("term-okurigana", pair, isNoun: true, prose, findings);
        }

        foreach (var pair in s_same)
        {
            Differing("term-word", pair, isNoun: false, prose, findings);
        }

        var normal = prose.Text;
        Second("percent-konyou", Percent(), PercentWord(), normal, findings);
        Second("kutouten-konyou", Comma(), WesternComma(), normal, findings);
        Clock(normal, findings);
        Years(normal, findings);
        Widths(normal, findings);
        Numerals(normal, findings);
    }

    /// <summary>The later form is the finding, if it is not the one of official prose; else the other.</summary>
    private static void Differing(string rule, string[] pair, bool isNoun, ProseText prose, FindingList findings)
    {
        var (first, second) = (Find(prose, pair[0], isNoun), Find(prose, pair[1], isNoun));
        if (first >= 0 && second >= 0 && !(rule == "term-word" && prose.Text.IndexOf(pair[0] + "及び" + pair[1], StringComparison.Ordinal) + prose.Text.IndexOf(pair[1] + "及び" + pair[0], StringComparison.Ordinal) > -2))
        {
            var (at, word, right) = isNoun || second > first ? (second, pair[1], pair[0]) : (first, pair[0], pair[1]);
            findings.Add(rule, at, word.Length, isNoun ? right : "", $"「{pair[0]}」と「{pair[1]}」が混ざっています。どちらかにそろえてください。");
        }
    }

    private static int Find(ProseText prose, string word, bool isNoun)
    {
        var text = prose.Text;
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            var end = at + word.Length;
            var before = at > 0 ? text[at - 1] : '、';
            var after = end < text.Length ? text[end] : '。';
            var isWhole = !Script.IsKanji(before) || !Script.IsKanji(word[0]);
            isWhole &= !(Script.Of(before) == Script.Kind.Katakana && Script.Of(word[0]) == Script.Kind.Katakana) && !(Script.Of(after) == Script.Kind.Katakana && Script.Of(word[^1]) == Script.Kind.Katakana);
            if (isWhole && !prose.Has(at, Marks.Quoted | Marks.Title) && (isNoun ? "をはがにのともでへや。（、".Contains(after) && !(after == '、' && word.Length > 3) : !Script.IsKanji(after)))
            {
                return at;
            }
        }

        return -1;
    }

    private static void Second(string rule, Regex usual, Regex other, string text, FindingList findings)
    {
        // What is written less often is what is to be changed.
        var (one, two) = (usual.Matches(text), other.Matches(text));
        if (one.Count > 0 && two.Count > 0)
        {
            foreach (Match match in one.Count < two.Count ? one : two)
            {
                findings.Add(rule, match.Index, match.Length);
            }
        }
    }

    private static void Clock(string text, FindingList findings) => Second("jikoku-konyou", Hour(), Colon(), text, findings);

    private static void Years(string text, FindingList findings)
    {
        if (EraYear().IsMatch(text))
        {
            foreach (Match match in WesternYear().Matches(text))
            {
                findings.Add("gengo-konyou", match.Index, match.Length);
            }
        }
    }

    /// <summary>The width that is used less is the finding.</summary>
    private static void Widths(string text, FindingList findings)
    {
        var (half, full) = (HalfDigits().Matches(text), FullDigits().Matches(text));
        if (half.Count > 0 && full.Count > 0)
        {
            foreach (Match match in full.Count <= half.Count ? full : half)
            {
                findings.Add("suji-zenhan", match.Index, match.Length);
            }
        }
    }

    private static void Numerals(string text, FindingList findings)
    {
        var counters = Counted().Matches(text).Select(m => m.Groups["u"].Value).ToHashSet();
        foreach (Match match in KanjiCounted().Matches(text))
        {
            if (counters.Contains(match.Groups["u"].Value))
            {
                findings.Add("suji-konyou", match.Index, match.Length);
            }
        }
    }

    [GeneratedRegex("[0-9０-９][%％]", RegexOptions.CultureInvariant)]
    private static partial Regex Percent();

    [GeneratedRegex("(?<=[0-9０-９])パーセント|[0-9０-９]{1,3}パーセント", RegexOptions.CultureInvariant)]
    private static partial Regex PercentWord();

    [GeneratedRegex("、", RegexOptions.CultureInvariant)]
    private static partial Regex Comma();

    [GeneratedRegex("，", RegexOptions.CultureInvariant)]
    private static partial Regex WesternComma();

    [GeneratedRegex("[0-9０-９]{1,2}時(?!間)", RegexOptions.CultureInvariant)]
    private static partial Regex Hour();

    [GeneratedRegex("(?<![0-9:：])[0-9０-９]{1,2}[:：][0-9０-９]{2}(?![0-9:：])", RegexOptions.CultureInvariant)]
    private static partial Regex Colon();

    [GeneratedRegex("(?:令和|平成|昭和|大正|明治)[0-9０-９元]{1,2}年", RegexOptions.CultureInvariant)]
    private static partial Regex EraYear();

    [GeneratedRegex("(?<![0-9０-９（(,])(?:1[89]|20)[0-9]{2}年度?(?![（(）)]|まで）)(?!代)", RegexOptions.CultureInvariant)]
    private static partial Regex WesternYear();

    [GeneratedRegex("[0-9]{1,9}", RegexOptions.CultureInvariant)]
    private static partial Regex HalfDigits();

    [GeneratedRegex("[０-９]{1,9}", RegexOptions.CultureInvariant)]
    private static partial Regex FullDigits();

    [GeneratedRegex("(?:第)?[0-9０-９]{1,4}(?<u>人|回|件|台|校|部|号|棟|団体|か所|名|世帯|枚)", RegexOptions.CultureInvariant)]
    private static partial Regex Counted();

    [GeneratedRegex("第[一二三四五六七八九十]{1,3}(?<u>回|号|部|期)|(?<![一-鿿々])(?:[二三四五六七八九]|[一二三四五六七八九]?十[一二三四五六七八九]?)(?<u>人|回|件|台|校|棟|団体|か所|名|世帯|枚)", RegexOptions.CultureInvariant)]
    private static partial Regex KanjiCounted();
}
