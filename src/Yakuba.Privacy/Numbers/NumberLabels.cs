namespace Yakuba.Privacy;

/// <summary>What the words before a number say that it is.</summary>
/// <param name="Kind">The kind named; null where none is.</param>
/// <param name="IsOther">True if the words name another sort of number: 受付番号, JANコード.</param>
internal readonly record struct NumberLabel(PersonalKind? Kind, bool IsOther);

/// <summary>Finds the label that stands nearest before a number.</summary>
internal static class NumberLabels
{
    private const int Reach = 40;

    /// <summary>A word for another sort of number counts only close by.</summary>
    private const int ReachOfOthers = 14;

    private static readonly (string Word, PersonalKind Kind)[] s_named =
    [
        ("マイナンバー", PersonalKind.MyNumber), ("マイナンバーカード", PersonalKind.MyNumber), ("個人番号カード", PersonalKind.MyNumber), ("個人番号", PersonalKind.MyNumber), ("特定個人情報", PersonalKind.MyNumber), ("my number", PersonalKind.MyNumber),
        ("mynumber", PersonalKind.MyNumber), ("my_number", PersonalKind.MyNumber), ("12桁", PersonalKind.MyNumber), ("十二桁", PersonalKind.MyNumber), ("12ケタ", PersonalKind.MyNumber),
        ("法人番号", PersonalKind.CorporateNumber),
        ("免許", PersonalKind.DriverLicence),
        ("保険者番号", PersonalKind.InsurerNumber),
        ("介護保険", PersonalKind.CareInsurance), ("介護被保険者番号", PersonalKind.CareInsurance),
        ("年金番号", PersonalKind.PensionNumber), ("年金の番号", PersonalKind.PensionNumber), ("年金手帳", PersonalKind.PensionNumber), ("年金証書", PersonalKind.PensionNumber),
        ("雇用保険", PersonalKind.EmploymentInsurance), ("離職票", PersonalKind.EmploymentInsurance),
        ("住民票コード", PersonalKind.ResidentRecordCode),
        ("被保険者番号", PersonalKind.InsuredNumber), ("記号番号", PersonalKind.InsuredNumber), ("記号", PersonalKind.InsuredNumber),
        ("旅券", PersonalKind.Passport), ("パスポート", PersonalKind.Passport), ("passport", PersonalKind.Passport),
        ("在留カード", PersonalKind.ResidenceCard), ("特別永住者証明書", PersonalKind.ResidenceCard),
        ("クレジット", PersonalKind.CreditCard), ("カード", PersonalKind.CreditCard),
        ("郵便番号", PersonalKind.PostalCode), ("〒", PersonalKind.PostalCode),
        ("口座", PersonalKind.BankAccount), ("普通", PersonalKind.BankAccount), ("当座", PersonalKind.BankAccount),
        ("電話", PersonalKind.Phone), ("でんわ", PersonalKind.Phone), ("携帯", PersonalKind.Phone), ("tel", PersonalKind.Phone), ("fax", PersonalKind.Phone),
        ("ファクス", PersonalKind.Phone), ("ファックス", PersonalKind.Phone), ("連絡", PersonalKind.Phone), ("☎", PersonalKind.Phone), ("折り返し", PersonalKind.Phone),
        ("生年月日", PersonalKind.DateOfBirth),
    ];

    private static readonly string[] s_others =
    [
        "コード", "シリアル", "isbn", "issn", "jan", "gtin", "sha", "uuid", "id:", "ip", "版", "ビルド", "バージョン", "統計", "規格", "点数", "金額", "予算", "緯度", "経度",
        "ページ", "頁", "合計", "総計", "総額", "残高", "gid", "ケース", "no.", "s/n", "sn-", "url", "型番", "品番",
    ];

    /// <summary>The label that ends nearest before a place; of several that end together the longest.</summary>
    internal static NumberLabel Before(PersonalText text, int at)
    {
        var before = text.Before(at, Reach, acrossLines: true);
        var best = 0;
        var length = 0;
        NumberLabel label = default;
        foreach (var (word, kind) in s_named)
        {
            var end = EndOf(before, word);
            if (end > best || (end == best && end > 0 && word.Length > length))
            {
                (best, length, label) = (end, word.Length, new NumberLabel(kind, false));
            }
        }

        // 電話番号 and 免許証番号 go on from a named label; 受付番号 does not.
        var compound = EndOf(before, "番号");
        if (compound > best && compound - 2 - best > 1 && IsNear(before, compound) && IsCompound(before, compound - 2))
        {
            (best, label) = (compound, new NumberLabel(null, true));
        }

        foreach (var word in s_others)
        {
            var end = EndOf(before, word);
            if (end > best && IsNear(before, end))
            {
                (best, label) = (end, new NumberLabel(null, true));
            }
        }

        return label;
    }

    private static int EndOf(ReadOnlySpan<char> text, string word)
    {
        var at = text.LastIndexOf(word, StringComparison.Ordinal);
        return at < 0 ? 0 : at + word.Length;
    }

    /// <summary>True where 番号 is the end of a longer word: 受付番号, お客様番号; not in その番号, 本人の番号.</summary>
    private static bool IsCompound(ReadOnlySpan<char> text, int at) =>
        at > 0 && (Letters.IsKanji(text[at - 1]) || Letters.IsKatakana(text[at - 1]) || char.IsAsciiLetter(text[at - 1]));

    /// <summary>True where such a word stands close by and has no number of its own yet: in 受付番号12345 123456789018 it names the first.</summary>
    private static bool IsNear(ReadOnlySpan<char> before, int end) => end >= before.Length - ReachOfOthers && !before[end..].ContainsAnyInRange('0', '9');
}
