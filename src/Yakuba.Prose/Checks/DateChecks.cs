using System.Text.RegularExpressions;
using Yakuba.Text;

namespace Yakuba.Prose;

/// <summary>Dates that are not in the calendar, or do not agree with their weekday, their year in the other count, or the date they are set against.</summary>
internal static partial class DateChecks
{
    private const string Weekdays = "日月火水木金土";

    internal static void Look(IReadOnlyList<Sentence> sentences, ProseText prose, FindingList findings)
    {
        if (!prose.Text.AsSpan().ContainsAny("年月日度"))
        {
            return;
        }

        var normal = prose.Normal;
        var dates = WrittenDate.All(normal.Value);
        for (var i = 0; i < dates.Count; i++)
        {
            var date = dates[i];
            if (date.Era is not null)
            {
                Era(date, normal, findings);
            }

            if (date.Day > 0 && date.Month > 0 && !date.Exists)
            {
                Add("hizuke-jitsuzai", date.Start, date.End, $"{date.Month}月{date.Day}日は暦にありません。");
            }
            else if (date is { Day: > 0, Month: > 0, Year: > 0 })
            {
                Weekday(date, i > 0 ? dates[i - 1] : null, normal, findings);
            }

            if (i + 1 < dates.Count)
            {
                Order(date, dates[i + 1], normal, findings);
            }
        }

        void Add(string rule, int start, int end, string message)
        {
            var (at, length) = normal.OriginalSpan(start, end - start);
            findings.Add(rule, at, length, "", message);
        }
    }

    private static void Era(WrittenDate date, NormalText normal, FindingList findings)
    {
        var era = date.Era!;
        var (at, length) = normal.OriginalSpan(date.Start, date.End - date.Start);
        var year = normal.Value.AsSpan(date.Start, date.End - date.Start);
        if (date.EraYear == 0 || year.StartsWith(era.Name + "1年", StringComparison.Ordinal))
        {
            findings.Add("gengo-gannen", at, normal.OriginalSpan(date.Start, year.IndexOf('年') + 1).Length, date.EraYear == 0 ? "" : era.Name + "元年");
            return;
        }

        var isOut = date is { Month: > 0 and <= 12, Day: > 0, IsFiscal: false } && date.Exists ? !era.Contains(new DateOnly(date.Year, date.Month, date.Day))
            : date is { Month: > 0 and <= 12, IsFiscal: false } ? !era.Contains(new DateOnly(date.Year, date.Month, DateTime.DaysInMonth(date.Year, date.Month))) && !era.Contains(new DateOnly(date.Year, date.Month, 1))
            : !era.Contains(date.EraYear);
        if (isOut)
        {
            findings.Add("gengo-hani", at, length, "", $"{era.Name}は{Text.Era.Format(era.Last == DateOnly.MaxValue ? era.First : era.Last)}{(era.Last == DateOnly.MaxValue ? "から" : "まで")}です。");
        }

        // 令和6年(2023年), 令和6(2023)年
        if (Western().Match(normal.Value, date.Start, Math.Min(28, normal.Value.Length - date.Start)) is { Success: true } match && match.Index == date.Start
            && WrittenDate.Number(match.Groups["y"].Value) != date.Year)
        {
            var (from, count) = normal.OriginalSpan(match.Index, match.Length);
            findings.Add("fact-era", from, count, "", $"{era.Name}{date.EraYear}年は{date.Year}年です。");
        }
    }

    private static void Weekday(WrittenDate date, WrittenDate? before, NormalText normal, FindingList findings)
    {
        var match = WeekdayAfter().Match(normal.Value, date.End, Math.Min(8, normal.Value.Length - date.End));
        if (!match.Success || match.Index != date.End)
        {
            return;
        }

        var told = match.Groups["w"].Value[0];
        int[] years = date.HasYear ? [date.Year] : before is not null && before.Month > date.Month ? [date.Year, date.Year + 1] : [date.Year];
        if (years.All(year => Of(year, date) != told))
        {
            var (at, length) = normal.OriginalSpan(match.Groups["w"].Index, 1);
            var (start, _) = normal.OriginalSpan(date.Start, 1);
            findings.Add("fact-weekday", start, at + length - start, "", $"{years[0]}年{date.Month}月{date.Day}日は{Of(years[0], date)}曜日です。");
        }
    }

    private static char Of(int year, WrittenDate date) =>
        date.Day <= DateTime.DaysInMonth(year, date.Month) ? Weekdays[(int)new DateOnly(year, date.Month, date.Day).DayOfWeek] : '?';

    private static void Order(WrittenDate from, WrittenDate to, NormalText normal, FindingList findings)
    {
        if (to.Start - from.End > 12 || from is { Month: 0 } or { Day: 0 } || to is { Day: 0 } || !from.Exists || !to.Exists || !Between().IsMatch(normal.Value.AsSpan(from.End, to.Start - from.End)))
        {
            return;
        }

        var (first, last) = ((from.Year * 372) + (from.Month * 31) + from.Day, ((to.HasYear || from.Year == 0 ? to.Year : from.Year) * 372) + (to.Month * 31) + to.Day);
        // Without a year of its own the end may lie in the next one, if that is not nearly a year away.
        var mayWrap = !to.HasYear && to.Month < from.Month && to.Month + 12 - from.Month <= 9;
        if (last < first && !mayWrap)
        {
            var (at, length) = normal.OriginalSpan(from.Start, to.End - from.Start);
            findings.Add("fact-order", at, length);
        }
    }

    [GeneratedRegex(@"\G(?:明治|大正|昭和|平成|令和) ?(?:元|[0-9]{1,3}) ?(?:年度? ?[(](?:西暦)?(?<y>[0-9]{4})年?度?[)]|[(](?:西暦)?(?<y>[0-9]{4})年?[)] ?年)", RegexOptions.CultureInvariant)]
    private static partial Regex Western();

    [GeneratedRegex(@"\G(?:は|、)?[(]?(?<w>[月火水木金土日])(?:曜日|曜|[)]|・)", RegexOptions.CultureInvariant)]
    private static partial Regex WeekdayAfter();

    [GeneratedRegex(@"^(?:[(][^()]{1,5}[)])? ?(?:から|より|~|-) ?$", RegexOptions.CultureInvariant)]
    private static partial Regex Between();
}
