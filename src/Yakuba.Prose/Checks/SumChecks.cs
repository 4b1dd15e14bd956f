using System.Globalization;
using System.Text.RegularExpressions;

namespace Yakuba.Prose;

/// <summary>Figures of one sentence that cannot all be true: sums, shares, ages, days, changes.</summary>
internal static partial class SumChecks
{
    internal static void Look(Sentence sentence, ProseText prose, FindingList findings)
    {
        if (!sentence.Span.ContainsAny("計合％歳間増減多少点つ部総") || sentence.Span.IndexOfAny("0123456789０１２３４５６７８９") < 0)
        {
            return;
        }

        var text = prose.Text.Substring(sentence.Start, sentence.Length);
        Sum(text, sentence, findings);
        Share(text, sentence, findings);
        Days(text, sentence, findings);
        Age(text, sentence, findings);
        Change(text, sentence, findings);
    }

    /// <summary>大人が120人、子供が85人で、合計215人: the parts before the total have its unit.</summary>
    private static void Sum(string text, Sentence sentence, FindingList findings)
    {
        foreach (Match total in Total().Matches(text))
        {
            var unit = total.Groups["u"].Value;
            var parts = Amount().Matches(text[..total.Index]).Where(m => m.Groups["u"].Value == unit).Select(m => Value(m.Groups["n"].Value)).ToList();
            if (parts.Count >= 2 && parts.Sum() != Value(total.Groups["n"].Value) && !text[..total.Index].Contains("のうち", StringComparison.Ordinal) && !text[..total.Index].Contains("から", StringComparison.Ordinal) && !Repeated(parts, Value(total.Groups["n"].Value)))
            {
                findings.Add("fact-sum", sentence.Start + total.Groups["x"].Index, total.Groups["x"].Length, "", $"内訳の合計は{parts.Sum().ToString("#,0.##", CultureInfo.InvariantCulture)}{unit}です。");
            }
        }
    }

    /// <summary>More than one total in a sentence: the first total is a part of the next, or parts and totals stand side by side.</summary>
    private static bool Repeated(List<decimal> parts, decimal total) =>
        parts.Count > 2 && Enumerable.Range(2, parts.Count - 2).Any(from => parts.Skip(from).Sum() == total || parts.Take(from).Sum() == total);

    private static void Share(string text, Sentence sentence, FindingList findings)
    {
        var shares = Percent().Matches(text);
        if (shares.Count == 1 && Parts().Match(text) is { Success: true } match && match.Index < shares[0].Index)
        {
            var (whole, part) = (Value(match.Groups["w"].Value), Value(match.Groups["p"].Value));
            var told = Value(shares[0].Groups["n"].Value);
            if (whole > 0 && Math.Abs((part / whole * 100) - told) >= 1)
            {
                findings.Add("fact-percent", sentence.Start + shares[0].Index, shares[0].Length, "", $"{part}÷{whole}は{part / whole * 100:0.#}％です。");
            }
        }

        if (shares.Count >= 3 && Rest().Match(text) is { Success: true } rest)
        {
            var sum = shares.Sum(m => Value(m.Groups["n"].Value));
            if (Math.Abs(sum - 100) > 0.5m && shares[^1].Index >= rest.Index)
            {
                findings.Add("fact-percent", sentence.Start + shares[^1].Index, shares[^1].Length, "", $"割合の合計が{sum:0.#}％になります。");
            }
        }
    }

    private static void Days(string text, Sentence sentence, FindingList findings)
    {
        if (Span().Match(text) is not { Success: true } span)
        {
            return;
        }

        var dates = WrittenDate.All(Normal(span.Groups["from"].Value + "から" + span.Groups["to"].Value));
        if (dates.Count < 2 || !dates[0].Exists || dates[1] is not { Day: > 0, Month: > 0 })
        {
            return;
        }

        var year = dates[0].Year == 0 ? 2001 : dates[0].Year; // without a year one without 29 February; the next is tried too
        var told = Value(span.Groups["n"].Value);
        int[] years = dates[0].Year == 0 ? [2001, 2004] : [year];
        var counts = years.Select(y => Count(y, dates[0], dates[1], span.Groups["u"].Value)).ToArray();
        if (counts.All(count => count > 0 && count != told))
        {
            findings.Add("fact-days", sentence.Start + span.Groups["x"].Index, span.Groups["x"].Length, "", $"両端を含めて{counts[0]}{span.Groups["u"].Value}です。");
        }
    }

    /// <summary>Days with both ends; whole months and years only; 0 where it cannot be said.</summary>
    private static decimal Count(int year, WrittenDate from, WrittenDate to, string unit)
    {
        var toYear = to.HasYear ? to.Year : to.Month < from.Month ? year + 1 : year;
        if (to.Day > DateTime.DaysInMonth(toYear, to.Month) || from.Day > DateTime.DaysInMonth(year, from.Month))
        {
            return 0;
        }

        var (first, after) = (new DateOnly(year, from.Month, from.Day), new DateOnly(toYear, to.Month, to.Day).AddDays(1));
        var days = after.DayNumber - first.DayNumber;
        var months = ((after.Year - first.Year) * 12) + after.Month - first.Month;
        return days <= 0 ? 0 : unit switch
        {
            "日間" => days,
            "週間" => days % 7 == 0 ? days / 7 : 0,
            "か月間" => first.Day == after.Day ? months : 0,
            _ => first.Day == after.Day && months % 12 == 0 ? months / 12 : 0,
        };
    }

    private static void Age(string text, Sentence sentence, FindingList findings)
    {
        if (Ages().Matches(text) is not { Count: 1 } ages || !text.Contains('生') || WrittenDate.All(Normal(text)) is not { Count: 2 } dates || dates.Any(d => d.Day == 0 || d.Month == 0 || d.Year == 0 || !d.Exists))
        {
            return;
        }

        var (born, at) = dates[0].Year < dates[1].Year ? (dates[0], dates[1]) : (dates[1], dates[0]);
        var age = at.Year - born.Year - ((at.Month, at.Day).CompareTo((born.Month, born.Day)) < 0 ? 1 : 0);
        if (age is > 0 and < 130 && Value(ages[0].Groups["n"].Value) != age)
        {
            findings.Add("fact-age", sentence.Start + ages[0].Index, ages[0].Length, "", $"{age}歳です。");
        }
    }

    private static void Change(string text, Sentence sentence, FindingList findings)
    {
        if (Yearly().Match(text) is not { Success: true } match || match.Groups["u1"].Value != match.Groups["u2"].Value)
        {
            return;
        }

        var (first, second) = (Value(match.Groups["a"].Value), Value(match.Groups["b"].Value));
        var told = Value(match.Groups["n"].Value);
        var direction = match.Groups["d"].Value;
        var isMore = direction[0] is '増' or '多' or '上' or '伸';
        var (old, now) = match.Value.Contains("より", StringComparison.Ordinal) && !match.Value.Contains("から", StringComparison.Ordinal) ? (second, first) : (first, second);
        var right = match.Groups["u"].Value is "％" or "%" ? old == 0 ? told : Math.Abs(now - old) / old * 100 : Math.Abs(now - old);
        if (Math.Abs(right - told) >= (match.Groups["u"].Value is "％" or "%" ? 1 : 0.001m) || (now > old) != isMore)
        {
            findings.Add("fact-yoy", sentence.Start + match.Groups["x"].Index, match.Groups["x"].Length, "", $"{(now > old ? "増えたのは" : "減ったのは")}{right:0.#}{match.Groups["u"].Value}です。");
        }
    }

    private static string Normal(string text) => Yakuba.Text.NormalText.Of(text).Value;

    private static decimal Value(string number)
    {
        var digits = Normal(number).Replace(",", "", StringComparison.Ordinal);
        var scale = digits.EndsWith('万') ? 10_000 : digits.EndsWith('億') ? 100_000_000 : 1;
        return decimal.TryParse(digits.TrimEnd('万', '億', '千'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value * scale : 0;
    }

    private const string Figure = @"[0-9０-９]{1,3}(?:[,，][0-9０-９]{3}){0,4}(?:\.[0-9]{1,2})?|[0-9０-９]{1,9}";
    private const string Units = "人|円|万円|億円|件|台|冊|枚|世帯|個|本|回|団体|校|票|トン|戸|か所|名|棟|点|食|日|時間|社|千円";

    [GeneratedRegex(@"(?:合計|合わせて|総額|総数|計|全体で|全部で|合計額は|総計)(?:で|は|が)?、?(?<x>(?<n>" + Figure + ")(?<u>" + Units + "))", RegexOptions.CultureInvariant)]
    private static partial Regex Total();

    [GeneratedRegex("(?<![0-9０-９,，.第年月])(?<n>" + Figure + ")(?<u>" + Units + ")", RegexOptions.CultureInvariant)]
    private static partial Regex Amount();

    [GeneratedRegex(@"(?<n>[0-9０-９]{1,3}(?:\.[0-9]{1,2})?)(?:％|%|パーセント)", RegexOptions.CultureInvariant)]
    private static partial Regex Percent();

    [GeneratedRegex("(?:定員|対象|回答した|全|応募した|参加した|会員|有権者|職員)?(?:の|は)?(?<w>" + Figure + @")(?<u>" + Units + @")(?:のうち、?|に対し(?:て)?、?|中、?)[^。0-9]{0,16}?(?<p>" + Figure + @")\k<u>", RegexOptions.CultureInvariant)]
    private static partial Regex Parts();

    [GeneratedRegex("残る|残り|その他|それ以外|ほかは", RegexOptions.CultureInvariant)]
    private static partial Regex Rest();

    [GeneratedRegex(@"(?<from>(?:(?:令和|平成|昭和)[0-9０-９元]{1,2}年|[0-9]{4}年)?[0-9０-９]{1,2}月[0-9０-９]{1,2}日)(?:（[^）]{1,4}）)?(?:から|～)(?<to>(?:(?:令和|平成|昭和)[0-9０-９元]{1,2}年|[0-9]{4}年)?(?:[0-9０-９]{1,2}月)?[0-9０-９]{1,2}日)(?:（[^）]{1,4}）)?(?:まで)?(?:の|、|に|で)?(?:合計|計|延べ)?(?<x>(?<n>[0-9０-９]{1,4})(?<u>日間|週間|か月間|年間))", RegexOptions.CultureInvariant)]
    private static partial Regex Span();

    [GeneratedRegex(@"(?<![0-9０-９])(?<n>[0-9０-９]{1,3})歳", RegexOptions.CultureInvariant)]
    private static partial Regex Ages();

    [GeneratedRegex("(?<a>" + Figure + @")(?<u1>人|円|万円|件|世帯|台|冊|トン|戸|回|団体|本|校)[^0-9。]{0,16}?(?:令和|平成)?(?:[0-9元]{1,2}年度?)?[^0-9。]{0,14}?(?<b>" + Figure + ")(?<u2>人|円|万円|件|世帯|台|冊|トン|戸|回|団体|本|校)[^0-9。]{0,24}?(?<x>(?<n>" + Figure + ")(?<u>％|%|人|円|万円|件|世帯|台|冊|トン|戸|回|団体|本|校)(?:ほど)?、?(?<d>増|減|多|少な|上回|下回|伸び))", RegexOptions.CultureInvariant)]
    private static partial Regex Yearly();
}
