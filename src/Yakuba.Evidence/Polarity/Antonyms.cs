namespace Yakuba.Evidence;

/// <summary>Words that turn a statement round without any ない: 無料 and 有料, 課税 and 非課税.</summary>
internal static class Antonyms
{
    private static readonly (string One, string Other)[] pairs =
    [
        ("無料", "有料"), ("無償", "有償"), ("無効", "有効"), ("可燃", "不燃"), ("開庁", "閉庁"), ("開館", "休館"), ("開館", "閉館"), ("開園", "休園"), ("開所", "閉所"), ("増額", "減額"), ("加算", "減算"), ("上限", "下限"), ("屋内", "屋外"), ("市内", "市外"), ("町内", "町外"), ("村内", "村外"), ("県内", "県外"), ("国内", "国外"), ("区内", "区外"),
        ("転入", "転出"), ("男性", "女性"), ("大人", "子供"), ("開始", "終了"), ("平日", "休日"), ("午前", "午後"), ("開設", "廃止"), ("継続", "廃止"), ("増加", "減少"), ("引き上げ", "引き下げ"), ("引上げ", "引下げ"), ("事前", "事後"), ("許可", "不許可"), ("公開", "非公開"), ("個人", "法人"), ("以前", "以降"), ("父", "母"), ("夫", "妻"), ("成年", "未成年"), ("新規", "継続"), ("本人", "代理人"), ("前期", "後期"), ("上半期", "下半期"), ("長期", "短期"), ("毎日", "隔日"), ("毎週", "隔週"), ("全額", "半額"), ("全部", "一部"), ("すべて", "一部"), ("全て", "一部"), ("承認", "却下"), ("同意", "拒否"), ("返還", "交付"), ("課税", "非課税"), ("加入", "未加入"), ("登録", "抹消"), ("東", "西"), ("南", "北"), ("左", "右"),
    ];

    private static readonly Dictionary<string, string[]> opposites = pairs
        .SelectMany(pair => new[] { pair, (One: pair.Other, Other: pair.One) })
        .GroupBy(pair => pair.One, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Select(pair => pair.Other).ToArray(), StringComparer.Ordinal);

    /// <summary>Opposites of a word; empty if it has none here.</summary>
    internal static string[] Of(string word) => opposites.GetValueOrDefault(word, []);

    /// <summary>非課税 is 課税 put negatively.</summary>
    internal static (string Anchor, bool Flipped) Strip(string word) =>
        word.Length >= 3 && word[0] is '非' or '未' or '不' or '無' && word.Length >= 3 ? (word[1..], true) : (word, false);
}
