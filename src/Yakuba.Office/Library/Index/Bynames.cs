namespace Yakuba.Office.Library.Index;

/// <summary>Short and everyday names of what documents call by its full name. General municipal usage.</summary>
internal static class Bynames
{
    /// <summary>What a word of the full name counts in a question that holds the byname.</summary>
    internal const double Weight = 0.7;

    private static readonly (string Byname, string Full)[] Names =
    [
        ("マイナカード", "マイナンバーカード 個人番号カード"), ("国保", "国民健康保険"), ("社保", "社会保険"), ("住基", "住民基本台帳"), ("住基カード", "住民基本台帳カード"),
        ("社協", "社会福祉協議会"), ("教委", "教育委員会"), ("選管", "選挙管理委員会"), ("農委", "農業委員会"), ("包括", "地域包括支援センター"), ("生保", "生活保護"), ("ナマポ", "生活保護"),
        ("母子手帳", "母子健康手帳"), ("印鑑証明", "印鑑登録証明書"), ("原付", "原動機付自転車"), ("燃えるごみ", "可燃ごみ"), ("燃えないごみ", "不燃ごみ"), ("燃えるゴミ", "可燃ごみ"), ("燃えないゴミ", "不燃ごみ"),
        ("粗大", "粗大ごみ"), ("お役所", "市役所 町役場 村役場"), ("身障手帳", "身体障害者手帳"), ("障害者手帳", "身体障害者手帳"), ("ファミサポ", "ファミリー・サポート・センター"), ("特養", "特別養護老人ホーム"),
        ("後期高齢", "後期高齢者医療制度"), ("固都税", "固定資産税 都市計画税"), ("コミバス", "コミュニティバス"), ("学童", "放課後児童クラブ"), ("謄本", "全部事項証明書"), ("抄本", "個人事項証明書"),
        ("軽自", "軽自動車税"), ("介保", "介護保険"), ("老健", "介護老人保健施設"), ("児相", "児童相談所"), ("民生委員さん", "民生委員"), ("課税証明", "所得課税証明書"), ("所得証明", "所得証明書"), ("納税証明", "納税証明書"),
        ("児手", "児童手当"), ("児扶", "児童扶養手当"), ("特児", "特別児童扶養手当"), ("重度医療", "重度心身障害者医療費"), ("マル福", "医療福祉費支給制度"), ("市民プール", "プール"), ("マイナポ", "マイナポイント"), ("健診", "健康診査"),
        ("シルバー人材", "シルバー人材センター"), ("道の駅", "地域振興施設"), ("町医者", "診療所"), ("落とし物", "遺失物 拾得物"), ("引越しの届", "転入届 転出届 転居届"), ("引っ越しの届", "転入届 転出届 転居届"),
    ];

    private static readonly ILookup<char, (string Byname, string Full)> ByFirst = Names.OrderByDescending(n => n.Byname.Length).ToLookup(n => n.Byname[0]);

    /// <summary>Full names of the bynames that a text holds. A byname that only ends a longer word (厚生保険 holds no 生保) is none.</summary>
    /// <param name="normal">In normal form.</param>
    internal static IReadOnlyList<string> Of(string normal)
    {
        List<string>? full = null;
        for (var at = 0; at < normal.Length; at++)
        {
            foreach (var name in ByFirst[normal[at]])
            {
                if (string.CompareOrdinal(normal, at, name.Byname, 0, name.Byname.Length) == 0 && !(at > 0 && Kind(normal[at - 1]) == Kind(normal[at]) && Kind(normal[at]) > 0))
                {
                    (full ??= []).Add(name.Full);
                    at += name.Byname.Length - 1;
                    break;
                }
            }
        }

        return full ?? (IReadOnlyList<string>)[];
    }

    private static int Kind(char letter) => letter switch
    {
        (>= '一' and <= '鿿') or '々' => 1,
        >= 'ァ' and <= 'ー' => 2,
        _ => 0,
    };
}
