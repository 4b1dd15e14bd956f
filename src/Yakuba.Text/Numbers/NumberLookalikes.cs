namespace Yakuba.Text;

/// <summary>Words and names that begin with a numeral and a counter, or look like a composed number, but are none.</summary>
internal static class NumberLookalikes
{
    private static readonly string[] s_words =
    [
        "一部", "一番", "一時", "一種", "一度", "一本化", "一人親", "一次", "一級河川", "一目", "一両日", "一昨日", "一昨年", "一昨々年", "一日中",
        "二部", "二次", "二級河川", "三次市", "三条市", "三戸", "五戸", "六戸", "七戸", "八戸", "九戸", "三枚橋", "三番瀬", "三本木", "六本木", "二本松", "二人三脚",
        "四日市", "五日市", "六日市", "七日町", "八日市", "二日市", "三日月", "十日町", "廿日市", "四万十", "四番町", "五十嵐", "五十音", "八百屋", "八百長", "八百万", "八千代", "八十八夜",
        "九十九里", "九十九島", "十二単", "十二指腸", "十八番", "十分", "百人一首", "百日咳", "百日せき", "百分率", "百十四銀行", "千代", "千歳", "千本", "千人針", "千日前", "千羽鶴", "万一",
        "同一", "唯一", "統一", "単一", "均一", "随一", "画一", "逐一", "専一", "第一線", "第三者", "第三セクター",
    ];

    private static readonly ILookup<char, string> s_byFirst = s_words.OrderByDescending(word => word.Length).ToLookup(word => word[0]);

    /// <summary>Length of such a word at the place; 0 if there is none.</summary>
    internal static int At(string text, int at)
    {
        foreach (var word in s_byFirst[text[at]])
        {
            if (string.CompareOrdinal(text, at, word, 0, word.Length) == 0 && !IsTenMinutes(text, at, word))
            {
                return word.Length;
            }
        }

        return 0;
    }

    /// <summary>十分 is "enough" unless time follows.</summary>
    private static bool IsTenMinutes(string text, int at, string word) =>
        word == "十分" && at + word.Length < text.Length && (text[at + word.Length] is '間' or '前' or '後' or '以' or '程' or 'ご' or 'ほ' or '毎' || string.CompareOrdinal(text, at + 2, "の一", 0, 2) == 0);
}
