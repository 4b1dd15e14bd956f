namespace Yakuba.Evidence;

/// <summary>The generic last part of a name.</summary>
/// <param name="Written">As written, in normal form.</param>
/// <param name="IsWeak">A head that people swap or add freely (制度, 事業, 窓口): it does not part one thing from another.</param>
/// <param name="Class">Heads of one class stand for each other: 補助金, 助成金, 補助.</param>
internal sealed record NameHead(string Written, NameKind Kind, bool IsWeak, string Class);

/// <summary>Heads by their last character, the longest first.</summary>
internal static class NameHeads
{
    private static readonly NameHead[] all =
    [
        .. Strong(NameKind.Ordinance, "条例", "条例施行規則", "施行規則", "規則", "規程", "要綱", "要領", "要項", "ガイドライン", "指針", "告示", "憲章", "計画", "方針", "構想", "プラン", "ビジョン", "戦略", "宣言", "マニュアル", "手引き", "手引"),
        .. Strong(NameKind.Scheme, "給付金", "交付金", "支援金", "奨励金", "祝金", "祝い金", "見舞金", "協力金", "報奨金", "一時金", "手当", "貸付金", "貸付", "融資", "奨学金", "商品券", "クーポン", "クーポン券", "ポイント", "タクシー", "バス", "便", "減免", "給付", "弔慰金", "年金", "基金", "賞", "税"),
        .. Classed(NameKind.Scheme, "補助", "補助金", "補助", "助成金", "助成", "補助制度", "助成制度", "補助事業", "助成事業", "費補助金", "費助成金"),
        .. Weak(NameKind.Scheme, "制度", "事業", "サービス", "プログラム", "キャンペーン", "支援制度", "支援事業", "給付制度", "減免制度", "貸付制度", "認定制度"),
        .. Strong(NameKind.Facility, "センター", "会館", "図書館", "公民館", "体育館", "博物館", "美術館", "資料館", "記念館", "文化館", "ホール", "公園", "広場", "病院", "診療所", "小学校", "中学校", "高校", "高等学校", "大学", "学校", "学園", "幼稚園", "保育園", "保育所", "こども園", "児童館", "プール", "球場", "競技場", "運動場", "グラウンド", "斎場", "斎苑", "火葬場", "霊園", "墓地", "駐車場", "駐輪場", "団地", "住宅", "クリーンセンター", "処理場", "浄水場", "支所", "出張所", "庁舎", "警察署", "消防署", "プラザ", "寮", "荘", "館", "園", "苑", "駅", "クリニック", "動物園", "水族館", "植物園", "キャンプ場", "スタジアム", "アリーナ", "交流館", "学習館", "市場", "城", "神社", "寺", "の里", "の家", "の湯", "の森", "の丘"),
        .. Weak(NameKind.Facility, "施設", "ステーション", "ルーム", "コーナー", "会場", "場", "所", "スペース"),
        .. Strong(NameKind.Section, "課", "係", "局", "委員会", "審議会", "協議会", "相談室", "推進室", "支援室", "対策室", "事務所", "事務局", "公社", "協会", "組合"),
        .. Weak(NameKind.Section, "室", "部"),
        .. Strong(NameKind.Certificate, "手帳", "受給者証", "医療証", "保険証", "受給証", "許可証", "免許証", "利用証", "パスポート", "券", "カード"),
        .. Weak(NameKind.Certificate, "証明書", "証明", "届", "届出", "届出書", "申請書", "許可", "証"),
    ];

    private static readonly Dictionary<char, NameHead[]> byLast = all
        .GroupBy(head => head.Written[^1])
        .ToDictionary(group => group.Key, group => group.OrderByDescending(head => head.Written.Length).ToArray());

    /// <summary>The longest head that ends the run of nouns, or null.</summary>
    internal static NameHead? EndOf(ReadOnlySpan<char> run)
    {
        if (run.IsEmpty || !byLast.TryGetValue(run[^1], out var heads))
        {
            return null;
        }

        foreach (var head in heads)
        {
            if (run.EndsWith(head.Written, StringComparison.Ordinal))
            {
                return head;
            }
        }

        return null;
    }

    private static IEnumerable<NameHead> Strong(NameKind kind, params string[] written) =>
        written.Select(word => new NameHead(word, kind, false, word));

    private static IEnumerable<NameHead> Weak(NameKind kind, params string[] written) =>
        written.Select(word => new NameHead(word, kind, true, word));

    private static IEnumerable<NameHead> Classed(NameKind kind, string name, params string[] written) =>
        written.Select(word => new NameHead(word, kind, false, name));
}
