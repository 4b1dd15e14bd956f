using System.Globalization;
using Yakuba.Text;

namespace Yakuba.Evidence;

/// <summary>Dates: with a year (2024-04-01, 2024-04, 2024, FY2024) or without (--04-01, --04). A range gives its two ends; an end without its year takes the year of the start.</summary>
internal static class Calendar
{
    private static readonly string[] connectors = ["から", "より", "~", "-"];

    internal static void Read(FactScan scan)
    {
        foreach (var date in JapaneseDate.Find(scan.Text, scan.Today))
        {
            var end = date.Start + date.Length;
            if (date.Kind == DateKind.Range && TrySplit(scan, date, out var at))
            {
                AddPart(scan, date.Start, at, Bound.AtLeast);
                AddPart(scan, at, end, EndBound(scan, at, end));
            }
            else if (!IsLength(scan, date))
            {
                scan.Add(FactKind.Date, Canonical(scan, date), date.Start, end, "date", BoundWords.Around(scan, date.Start, end));
            }
        }

        ReadDaysOfMonth(scan);
        InheritYears(scan);
    }

    private static string Canonical(FactScan scan, DateSpan date)
    {
        if (!date.IsValid)
        {
            return scan.Text.Substring(date.Start, date.Length);
        }

        var year = date.HasYear ? date.From.ToString("yyyy", CultureInfo.InvariantCulture) : "-";
        return date.Kind switch
        {
            DateKind.Day => $"{year}-{date.From:MM-dd}",
            DateKind.Month => $"{year}-{date.From:MM}",
            DateKind.FiscalYear => $"FY{year}",
            DateKind.Year => year,
            _ => $"{year}-{date.From:MM-dd}/{date.To:MM-dd}",
        };
    }

    // The ends are read again, each alone, so that each keeps its own place and precision.
    private static void AddPart(FactScan scan, int start, int end, Bound bound)
    {
        foreach (var part in JapaneseDate.Find(scan.Text[start..end], scan.Today))
        {
            var moved = part with { Start = start + part.Start };
            scan.Add(FactKind.Date, Canonical(scan, moved), moved.Start, moved.Start + moved.Length, "date", bound);
            return;
        }
    }

    // 1月3日から, 1月3日以降 behind a range start is no end.
    private static Bound EndBound(FactScan scan, int start, int end)
    {
        var bound = BoundWords.Around(scan, start, end);
        return bound is Bound.AtLeast or Bound.Above ? bound : Bound.AtMost;
    }

    private static bool TrySplit(FactScan scan, DateSpan date, out int at)
    {
        foreach (var connector in connectors)
        {
            at = scan.Text.IndexOf(connector, date.Start, date.Length, StringComparison.Ordinal);
            while (at >= 0 && connector == "-" && char.IsAsciiDigit(scan.Text[at - 1]) && scan.Text.AsSpan(date.Start, date.Length).Count('-') > 1)
            {
                at = -1;
            }

            if (at >= 0)
            {
                at += connector.Length;
                return true;
            }
        }

        at = -1;
        return false;
    }

    // 3月以内 in older law is a length of time.
    private static bool IsLength(FactScan scan, DateSpan date) =>
        date is { Kind: DateKind.Month, HasYear: false } && (scan.Has(date.Start + date.Length, "以内") || scan.Has(date.Start + date.Length, "間") || scan.Has(date.Start + date.Length, "を経過"));

    private static void ReadDaysOfMonth(FactScan scan)
    {
        foreach (var day in scan.Numbers)
        {
            var (start, end) = (day.Start - 2, day.Start + day.Length);
            if (scan.Has(end, "日") && (scan.Has(start, "毎月") || scan.Has(start, "翌月") || scan.Has(start, "当月")))
            {
                scan.Add(FactKind.Date, $"{scan.Text.AsSpan(start, 2)}{day.Value:00}", start, end + 1, "monthday", BoundWords.Around(scan, start, end + 1));
            }
        }
    }

    private static void InheritYears(FactScan scan)
    {
        scan.Facts.Sort((a, b) => a.Start.CompareTo(b.Start));
        Fact? opened = null;
        for (var i = 0; i < scan.Facts.Count; i++)
        {
            var fact = scan.Facts[i];
            if (fact.Group != "date")
            {
                continue;
            }

            if (opened is not null && fact.Canonical.StartsWith("--", StringComparison.Ordinal) && IsShortGap(scan, opened.End, fact.Start))
            {
                var year = int.Parse(opened.Canonical.AsSpan(0, 4), CultureInfo.InvariantCulture);
                var wraps = string.CompareOrdinal(fact.Canonical, 2, opened.Canonical, 5, 2) < 0;
                scan.Facts[i] = fact = fact with { Canonical = $"{year + (wraps ? 1 : 0)}-{fact.Canonical[2..]}" };
            }

            opened = fact.Bound == Bound.AtLeast && fact.Canonical.Length >= 7 && char.IsAsciiDigit(fact.Canonical[0]) ? fact : null;
        }
    }

    private static bool IsShortGap(FactScan scan, int from, int to) =>
        to - from is > 0 and <= 12 && scan.Text.AsSpan(from, to - from).IndexOfAny('。', '\n', '、') < 0;
}
