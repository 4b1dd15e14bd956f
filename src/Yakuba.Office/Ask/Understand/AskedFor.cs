using System.Text.RegularExpressions;

namespace Yakuba.Office.Ask.Understand;

/// <summary>What kind of thing a question wants to hear, and how text tells it: an amount for いくら, a number of 冊 for 何冊.</summary>
/// <param name="Name">Stable name, for figures.</param>
/// <param name="Answers">Matches, in normal form, text that tells such a thing; null when anything may.</param>
public sealed partial record AskedFor(string Name, Regex? Answers)
{
    private static readonly AskedFor Anything = new("anything", null);

    private static readonly (string[] Words, AskedFor For)[] Kinds =
    [
        (["電話番号", "電話は", "連絡先", "何番に電話", "番号を教"], new("phone", Phone())),
        (["いくら", "料金", "手数料は", "費用", "値段", "何円", "金額", "家賃", "代金", "額は", "なんえん"], new("amount", Amount())),
        (["何曜", "なんよう"], new("weekday", Weekday())),
        (["何時", "なんじ", "営業時間", "開館時間", "受付時間"], new("hour", Hour())),
        (["いつ", "何日", "何月", "期限", "締切", "締め切", "期間", "日程"], new("day", Day())),
        (["どこ", "場所は", "住所は", "所在地"], new("place", Place())),
        (["どのくらい", "どれくらい", "どれぐらい", "どのぐらい", "いくつ", "何割", "何パーセント", "何倍"], new("number", Digits())),
    ];

    /// <summary>Reads a question.</summary>
    /// <param name="normal">The question in normal form.</param>
    public static AskedFor Of(string normal)
    {
        // 何冊, 何枚, 何人: the same counter must stand behind a number.
        if (Counter().Match(normal) is { Success: true } counted)
        {
            var counter = Regex.Escape(counted.Groups[1].Value);
            return new("count", new Regex($@"[0-9〇一二三四五六七八九十百千]\s*(か|ヶ|箇)?{counter}", RegexOptions.CultureInvariant));
        }

        foreach (var (words, kind) in Kinds)
        {
            if (words.Any(w => normal.Contains(w, StringComparison.Ordinal)))
            {
                return kind;
            }
        }

        return Anything;
    }

    /// <summary>True for a word that names this kind of thing and no matter: 電話 where a telephone number is asked for.</summary>
    internal bool NamedBy(string word) => Array.Find(Kinds, k => k.For == this).Words is { } words && (words.Any(w => w.StartsWith(word, StringComparison.Ordinal)) || (Name == "phone" && word == "番号"));

    /// <summary>True for kinds whose words leave no doubt: a number of 席 is not told without a number of 席.</summary>
    public bool IsPrecise => Name is "count" or "phone" or "amount" or "weekday" or "hour";

    /// <summary>The things of this kind that a text tells, each with its whole number; none for a place, of which every text tells one.</summary>
    /// <param name="normal">The text in normal form.</param>
    internal IEnumerable<string> Told(string normal)
    {
        foreach (var match in Answers is null || Name == "place" ? [] : Answers.Matches(normal).AsEnumerable())
        {
            var start = match.Index;
            while (start > 0 && IsNumeral(normal[start]) && IsNumeral(normal[start - 1]))
            {
                start--;
            }

            // 以内 and 翌 tell a day only together with a number.
            if (Name != "day" || IsNumeral(normal[start]))
            {
                yield return normal[start..(match.Index + match.Length)];
            }
        }
    }

    private static bool IsNumeral(char c) => char.IsAsciiDigit(c) || "〇一二三四五六七八九十百千万,".Contains(c, StringComparison.Ordinal);

    /// <summary>How well a text tells what is asked for.</summary>
    /// <returns>1: it does; 0: it does not; 0.5 where anything may answer.</returns>
    public double In(string normal) => Answers is null ? 0.5 : Answers.IsMatch(normal) ? 1 : 0;

    [GeneratedRegex(@"(?:何|なん)(冊|枚|人|回|点|戸|個|件|席|台|か月|ヶ月|箇月|週間|日間|年間|泊|歳|才|センチ|メートル|キロ|リットル|時間|階|番|本|頭|匹|区画|度|者|級|種類|か所|箇所|棟|名|年|日|点数|文字)", RegexOptions.CultureInvariant)]
    private static partial Regex Counter();

    [GeneratedRegex(@"0\d{1,4}-\d{1,4}-\d{3,4}", RegexOptions.CultureInvariant)]
    private static partial Regex Phone();

    [GeneratedRegex(@"[0-9〇一二三四五六七八九十百千万]\s*円|無料|無償|[0-9]倍|全額|半額", RegexOptions.CultureInvariant)]
    private static partial Regex Amount();

    [GeneratedRegex(@"[月火水木金土日]曜|[月火水木金土日]・[月火水木金土日]|: ?第?[0-9]?[月火水木金土日](、|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Weekday();

    [GeneratedRegex(@"[0-9]\s*時|24時間", RegexOptions.CultureInvariant)]
    private static partial Regex Hour();

    [GeneratedRegex(@"[0-9〇一二三四五六七八九十]\s*(月|日|時|年|週)|曜|以内|翌|末日|随時|毎月|毎年", RegexOptions.CultureInvariant)]
    private static partial Regex Day();

    [GeneratedRegex(@"番地|窓口|課|支所|センター|館|役場|事務所|室|駅|会場|広場|公園|学校|ボックス|集積所|番", RegexOptions.CultureInvariant)]
    private static partial Regex Place();

    [GeneratedRegex(@"[0-9〇一二三四五六七八九十]", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}
