namespace Yakuba.Evidence.Tests;

/// <summary>Turns what a sentence says into its contrary by its last predicate alone, or by one word that has an opposite; knows no single sentence.</summary>
internal static class PolarityFlipper
{
    // The first that fits is taken; longer endings stand before shorter ones.
    private static readonly (string From, string To)[] endings =
    [
        ("ではありません。", "です。"), ("ませんでした。", "ました。"), ("ました。", "ませんでした。"), ("ありません。", "あります。"), ("いけません。", "かまいません。"), ("なければなりません。", "なくてもかまいません。"), ("なりません。", "なります。"), ("できません。", "できます。"), ("しません。", "します。"), ("されません。", "されます。"), ("られません。", "られます。"), ("ません。", "ます。"),
        ("しなければならない。", "することを要しない。"), ("てはならない。", "ることができる。"), ("ことができない。", "ことができる。"), ("ことができる。", "ことができない。"), ("要しない。", "要する。"), ("しない。", "する。"), ("とする。", "としない。"), ("する。", "しない。"), ("している。", "していない。"), ("ている。", "ていない。"), ("いる。", "いない。"), ("ある。", "ない。"),
        ("しないでください。", "してください。"), ("してください。", "しないでください。"), ("ってください。", "わないでください。"), ("必要です。", "不要です。"), ("不要です。", "必要です。"), ("無料です。", "有料です。"), ("対象です。", "対象外です。"), ("ます。", "ません。"), ("です。", "ではありません。"), ("した。", "しなかった。"),
    ];

    private static readonly (string One, string Other)[] opposites =
    [
        ("無料", "有料"), ("午前", "午後"), ("以上", "未満"), ("以内", "以後"), ("増額", "減額"), ("開館", "休館"), ("公開", "非公開"), ("前払い", "後払い"), ("原本", "写し"), ("必要", "不要"), ("平日", "休日"), ("町内", "町外"), ("市内", "市外"), ("有効", "無効"), ("屋内", "屋外"), ("可燃", "不燃"), ("本人", "代理人"), ("転入", "転出"), ("延長", "短縮"), ("許可", "禁止"),
    ];

    internal static string? Negated(string sentence)
    {
        foreach (var (from, to) in endings)
        {
            if (sentence.EndsWith(from, StringComparison.Ordinal))
            {
                return string.Concat(sentence.AsSpan(0, sentence.Length - from.Length), to);
            }
        }

        return null;
    }

    /// <summary>The sentence with one word turned into its opposite, for each word that stands once and whose opposite the sentence lacks.</summary>
    internal static IEnumerable<string> Opposed(string sentence)
    {
        foreach (var (one, other) in opposites.SelectMany(pair => new[] { pair, (pair.Other, pair.One) }))
        {
            var at = sentence.IndexOf(one, StringComparison.Ordinal);
            if (at >= 0 && at == sentence.LastIndexOf(one, StringComparison.Ordinal) && (at == 0 || sentence[at - 1] != '非') && !sentence.Contains(other, StringComparison.Ordinal))
            {
                yield return sentence.Replace(one, other, StringComparison.Ordinal);
            }
        }
    }
}
