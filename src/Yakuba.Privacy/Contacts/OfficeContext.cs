namespace Yakuba.Privacy;

/// <summary>Whether a phone number or an address belongs to an office, which is public, and not to a person.</summary>
internal static class OfficeContext
{
    private const int Reach = 32;

    private static readonly string[] s_offices =
    [
        "市役所", "役所", "役場", "庁舎", "県庁", "都庁", "道庁", "府庁", "支庁", "窓口", "センター", "代表電話", "代表番号", "内線", "支所", "出張所", "警察署", "消防署", "税務署", "保健所", "事務局", "事務所",
        "問い合わせ", "問合せ", "問合わせ", "課", "係", "公民館", "会館", "図書館", "体育館", "ホール", "病院", "学校", "小学校", "中学校", "幼稚園", "保育所", "保育園", "こども園", "児童館",
        "交番", "郵便局", "会場", "場所", "所在地", "本庁", "分庁", "館", "局番", "公社", "協会", "協議会", "委員会", "振興局", "法務局", "年金事務所", "ハローワーク", "処理場", "クリーン", "株式会社", "(株)",
    ];

    private static readonly string[] s_people =
    [
        "さん", "様", "氏", "殿", "携帯", "自宅", "折り返し", "本人", "名乗", "架電", "通報", "申請者", "届出人", "住民", "保護者", "相談者", "申出人", "連絡のとれる", "実家", "家族", "長女", "長男", "夫", "妻",
        "住所", "在住", "転居", "現住", "居所", "こちら", "私",
        "関係", "課税", // no 係 and no 課
    ];

    /// <summary>True if the nearest words before a place speak of an office and none of a person.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where the number or address begins.</param>
    /// <param name="names">Names found, in order of place.</param>
    /// <param name="isMobile">True for a number that offices seldom have: only the very words before it count.</param>
    internal static bool IsOffice(PersonalText text, int at, IReadOnlyList<Finding> names, bool isMobile = false)
    {
        var before = text.Before(at, isMobile ? 12 : Reach);
        var office = before.LastEndOfAny(s_offices);
        return (office >= 0 && before.LastEndOfAny(s_people) < office && !HasNameBetween(names, at - before.Length + office, at))
            || (!isMobile && OfficeNames.StandBefore(text, at, names));
    }

    /// <summary>True if a name lies inside a stretch.</summary>
    internal static bool HasNameBetween(IReadOnlyList<Finding> names, int from, int to)
    {
        int low = 0, high = names.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = names[middle].Start < from ? (middle + 1, high) : (low, middle);
        }

        return low < names.Count && names[low].End <= to;
    }
}
