namespace Yakuba.Privacy;

/// <summary>Lists of offices: 「中央図書館。北町27番地。電話…」, where label, address and number each stand in a stretch of their own after the name of the office.</summary>
internal static class OfficeNames
{
    private const int LongestStretch = 48;
    private const int MostStretches = 6;

    private static readonly string[] s_labels =
        ["電話番号", "電話", "tel", "fax", "ファックス", "ファクス", "住所", "所在地", "代表", "直通", "☎", "〒", "番号", "場所", "問合せ先", "問い合わせ先", "お問い合わせ先", "お問い合わせ", "連絡先"];

    /// <summary>How names of offices, schools, shops and their parts end.</summary>
    private static readonly string[] s_ends =
    [
        "課", "係", "局", "部", "署", "所", "館", "園", "学校", "小学校", "中学校", "高校", "大学", "担当", "センター", "窓口", "協会", "支部", "協議会", "委員会", "本庁", "庁", "役場", "病院", "医院", "クリニック",
        "ホール", "ダイヤル", "店", "場", "駅", "会社", "公社", "組合", "財団", "法人", "プラザ", "コールセンター", "支援室", "相談室", "事務室", "推進室", "企画室", "秘書室",
    ];

    /// <summary>Labels that only the place of something open to all has.</summary>
    private static readonly string[] s_placeLabels = ["場所", "所在地", "会場", "開催地", "申込先", "提出先", "返送先", "郵送先"];

    private static readonly string[] s_companies = ["(株)", "(有)", "株式会社", "有限会社", "合同会社", "一般社団", "社会福祉法人", "医療法人", "npo法人", "センター", "市役所", "協会", "合同庁舎", "公民館", "事務局"];

    private const string Edges = "。\n【■ ";
    private const string Marks = " :は】」)(（、,・※[]→\t";

    /// <summary>True if the name of an office stands before a place, with only labels, addresses and numbers between.</summary>
    internal static bool StandBefore(PersonalText text, int at, IReadOnlyList<Finding> names)
    {
        var end = at;
        for (var stretch = 0; stretch < MostStretches && end > 0; stretch++)
        {
            var from = Math.Max(0, end - LongestStretch);
            var edge = text.Value.AsSpan(from, end - from).LastIndexOfAny(Edges);
            var start = edge < 0 ? from : from + edge + 1;
            if (OfficeContext.HasNameBetween(names, start, end))
            {
                return false;
            }

            var label = text.Value.AsSpan(start, end - start).TrimEnd(Marks);
            var words = WithoutLabels(WithoutBracket(text.Value.AsSpan(start, end - start)));
            if (label.EndsWithAny(s_placeLabels) || words.EndsWithAny(s_ends) || IsCompany(words))
            {
                return true;
            }

            if (words.Length > 0 && !IsAddressOrNumber(words))
            {
                return false;
            }

            end = Math.Min(start - 1, end - 1);
        }

        return false;
    }

    /// <summary>True if the office that an address belongs to is named right after it: …1番1号 例示市役所農政課.</summary>
    internal static bool StandsAfter(PersonalText text, int end)
    {
        var after = text.After(end, 16).TrimStart(" 。、(");
        var at = after.IndexOf("役所", StringComparison.Ordinal);
        at = at < 0 ? after.IndexOf("役場", StringComparison.Ordinal) : at;
        return at is > 0 and < 8;
    }

    /// <summary>Without what stands in brackets at its end: 防犯協会(園田地区).</summary>
    private static ReadOnlySpan<char> WithoutBracket(ReadOnlySpan<char> words)
    {
        words = words.TrimEnd(" :。");
        var open = words.EndsWith(")", StringComparison.Ordinal) ? words.LastIndexOf('(') : -1;
        return open > 0 ? words[..open] : words;
    }

    private static ReadOnlySpan<char> WithoutLabels(ReadOnlySpan<char> words)
    {
        while (true)
        {
            words = words.Trim(Marks);
            var before = words.Length;
            foreach (var label in s_labels)
            {
                if (words.EndsWith(label, StringComparison.Ordinal))
                {
                    words = words[..^label.Length];
                    break;
                }
            }

            if (words.Length == before)
            {
                return words;
            }
        }
    }

    private static bool IsCompany(ReadOnlySpan<char> words) => words.LastEndOfAny(s_companies) >= 0;

    private static bool IsAddressOrNumber(ReadOnlySpan<char> words) =>
        Letters.IsDigit(words[^1]) || words.EndsWithAny(["号", "番", "番地", "階", "内", "f"]);
}
