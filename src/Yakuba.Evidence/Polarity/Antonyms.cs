namespace Yakuba.Evidence;

/// <summary>Words that turn a statement round without any ない: 無料 and 有料, 課税 and 非課税.</summary>
internal static class Antonyms
{
    private static readonly (string One, string Other)[] pairs =
    [
        ("無料", "有料"), ("無償", "有償"), ("無効", "有効"), ("可燃", "不燃"), ("開庁", "閉庁"), ("開館", "休館"), ("開館", "閉館"), ("開園", "休園"), ("開所", "閉所"), ("増額", "減額"), ("加算", "減算"), ("屋内", "屋外"), ("増加", "減少"), ("引き上げ", "引き下げ"), ("引上げ", "引下げ"), ("公開", "非公開"), ("承認", "却下"), ("存続", "廃止"), ("全額", "半額"), ("義務", "任意"), ("必須", "任意"), ("課税", "非課税"), ("加入", "未加入"), ("義務", "努力義務"), ("事前", "事後"), ("前納", "後納"), ("先着", "抽選"), ("延長", "短縮"),
        ("町内", "町外"), ("市内", "市外"), ("村内", "村外"), ("区内", "区外"), ("県内", "県外"), ("館内", "館外"), ("転入", "転出"), ("平日", "休日"), ("許可", "禁止"), ("前払い", "後払い"), ("昼間", "夜間"), ("加入", "脱退"), ("入会", "退会"), ("入所", "退所"), ("上限", "下限"), ("最高", "最低"), ("最大", "最小"), ("直接", "間接"), ("賛成", "反対"), ("黒字", "赤字"),
    ];

    private static readonly Dictionary<string, string[]> opposites = pairs
        .SelectMany(pair => new[] { pair, (One: pair.Other, Other: pair.One) })
        .GroupBy(pair => pair.One, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Select(pair => pair.Other).ToArray(), StringComparer.Ordinal);

    /// <summary>Words that have an opposite here.</summary>
    internal static IEnumerable<string> All => opposites.Keys;

    /// <summary>Opposites of a word; empty if it has none here.</summary>
    internal static string[] Of(string word) => opposites.GetValueOrDefault(word, []);

    /// <summary>非課税 is 課税 put negatively.</summary>
    internal static (string Anchor, bool Flipped) Strip(string word) =>
        word.Length >= 3 && word[0] is '非' or '未' or '不' or '無' && word.Length >= 3 ? (word[1..], true) : (word, false);
}
