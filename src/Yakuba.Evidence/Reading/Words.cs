using Yakuba.Text;

namespace Yakuba.Evidence;

/// <summary>Which words carry content, and how much.</summary>
internal static class Words
{
    private static readonly HashSet<string> empty =
    [
        "する", "ある", "いる", "なる", "行う", "おこなう", "できる", "いう", "よる", "つく", "対する", "関する", "おる", "くださる", "下さる", "いただく", "頂く", "ござる", "もらう", "くれる", "みる", "しまう", "やる", "伴う", "応じる",
        "こと", "もの", "とき", "時", "場合", "ため", "方", "かた", "者", "ところ", "の", "ほう", "よう", "際", "等", "など", "中", "上", "下", "的", "化", "性", "以外", "それ", "これ", "その他", "他", "ほか", "各", "次", "下記", "上記", "以下", "前", "後", "うち", "内", "外", "間", "ご", "お", "御", "本", "当",
        "必要", "不要", "可能", "不可能", "不可", "可", "禁止", "任意", "義務", "必須", "除く", "要する", "認める", "未満", "以上", "以内", "以降", "以前", "以後", "超える", "達する", "ない", "無い", "よい", "良い", "いい",
    ];

    internal static bool IsNoun(in Token token) => token.PartOfSpeech.StartsWith("名詞", StringComparison.Ordinal);

    internal static bool IsProper(in Token token) => token.PartOfSpeech.StartsWith("名詞,固有名詞", StringComparison.Ordinal);

    internal static bool IsNumber(in Token token) => token.PartOfSpeech.StartsWith("名詞,数", StringComparison.Ordinal);

    /// <summary>True for words with a meaning of their own: not particles, auxiliaries, numerals, signs or words such as する and こと.</summary>
    internal static bool IsContent(in Token token)
    {
        var part = token.PartOfSpeech;
        var kind = part.StartsWith("名詞", StringComparison.Ordinal) ? !IsNumber(token) && !part.StartsWith("名詞,非自立", StringComparison.Ordinal) && !part.StartsWith("名詞,代名詞", StringComparison.Ordinal)
            : part.StartsWith("動詞,自立", StringComparison.Ordinal) || part.StartsWith("形容詞,自立", StringComparison.Ordinal);
        return kind && HasLetter(token.Surface) && !empty.Contains(token.BaseForm) && !empty.Contains(token.Surface);
    }

    /// <summary>Weight of a content word, 0.5 to 3: a stand-in for its inverse document frequency, told from its kind and length, so that it needs no collection.</summary>
    internal static double Weight(in Token token)
    {
        if (IsProper(token) || !token.IsKnown)
        {
            return 3;
        }

        if (!IsNoun(token))
        {
            return 1;
        }

        var suffix = token.PartOfSpeech.StartsWith("名詞,接尾", StringComparison.Ordinal) || token.PartOfSpeech.StartsWith("名詞,副詞可能", StringComparison.Ordinal);
        return suffix ? 0.5 : token.Length >= 2 ? 2 : 1;
    }

    private static bool HasLetter(string surface)
    {
        foreach (var c in surface)
        {
            if (char.IsLetterOrDigit(c))
            {
                return true;
            }
        }

        return false;
    }
}
