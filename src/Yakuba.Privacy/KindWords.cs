namespace Yakuba.Privacy;

/// <summary>What a kind is called: in files and in Japanese.</summary>
public static class KindWords
{
    private static readonly (string Code, string Japanese)[] s_words =
    [
        ("MY_NUMBER", "個人番号"),
        ("NAME", "氏名"),
        ("NAME_KANA", "氏名カナ"),
        ("ADDRESS", "住所"),
        ("POSTAL_CODE", "郵便番号"),
        ("PHONE", "電話番号"),
        ("EMAIL", "メールアドレス"),
        ("DATE_OF_BIRTH", "生年月日"),
        ("BANK_ACCOUNT", "口座"),
        ("CREDIT_CARD", "カード番号"),
        ("DRIVER_LICENCE", "運転免許証番号"),
        ("PASSPORT", "旅券番号"),
        ("RESIDENCE_CARD", "在留カード番号"),
        ("INSURER_NUMBER", "保険者番号"),
        ("INSURED_NUMBER", "被保険者記号番号"),
        ("CARE_INSURANCE", "介護保険被保険者番号"),
        ("PENSION_NUMBER", "基礎年金番号"),
        ("EMPLOYMENT_INSURANCE", "雇用保険被保険者番号"),
        ("RESIDENT_RECORD_CODE", "住民票コード"),
        ("CORPORATE_NUMBER", "法人番号"),
    ];

    /// <summary>The name in files: <c>MY_NUMBER</c>.</summary>
    public static string Code(this PersonalKind kind) => s_words[(int)kind].Code;

    /// <summary>The name that people read: 個人番号.</summary>
    public static string Japanese(this PersonalKind kind) => s_words[(int)kind].Japanese;
}
