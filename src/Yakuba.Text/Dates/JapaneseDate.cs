using System.Buffers;

namespace Yakuba.Text;

/// <summary>
/// Finds dates, months, years, fiscal years and ranges of them: 令和6年4月1日, R6.4.1, 2024/4/1, 令和六年度, 4月1日から6月30日まで, 翌年3月末日, 来月,
/// 昨年度. Days of the week and lengths of time (3年間, 2週間) are not resolved.
/// </summary>
public static class JapaneseDate
{
    private static readonly SearchValues<char> s_starts = SearchValues.Create("0123456789〇零一壱二弐三参四五六七八九十拾百千明大昭平令mtshr西今本きあ昨お来再先こ去同翌");

    private static readonly string[] s_connectors = ["から", "より", "~", "-"];

    /// <summary>Finds all date expressions, in order, not overlapping. A range is one span.</summary>
    /// <param name="normalText">A text in its normal form (<see cref="NormalText.Value"/>).</param>
    /// <param name="today">The day in Japan to which 今日, 来月, 今年度 and dates without a year refer.</param>
    public static IReadOnlyList<DateSpan> Find(string normalText, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(normalText);
        var reader = new DateReader(normalText, today);
        var found = new List<DateSpan>();
        DateReading? before = null;
        for (var at = StartFrom(normalText, 0); at >= 0; at = StartFrom(normalText, at + 1))
        {
            if (!reader.TryRead(at, before, out var reading))
            {
                continue;
            }

            reading = WithEnd(normalText, reader, reading);
            found.Add(new DateSpan(at, reading.End - at, reading.From, reading.To, reading.Kind, reading.IsValid, reading.HasYear));
            before = reading;
            at = reading.End - 1;
        }

        return found;
    }

    private static DateReading WithEnd(string text, DateReader reader, in DateReading start)
    {
        if (start.Kind == DateKind.Range)
        {
            return start;
        }

        var at = AfterWeekday(text, start.End);
        foreach (var connector in s_connectors)
        {
            if (DateNumerals.After(text, at, connector) is > 0 and var afterConnector && reader.TryReadEnd(afterConnector, start, out var end))
            {
                var last = AfterWeekday(text, end.End);
                var until = DateNumerals.After(text, last, "まで");
                var isOrdered = start.From <= end.To;
                return start with
                {
                    End = until > 0 ? until : last,
                    To = isOrdered ? end.To : start.To,
                    Kind = DateKind.Range,
                    IsValid = start.IsValid && end.IsValid && isOrdered,
                };
            }
        }

        return start;
    }

    /// <summary>Index after (月), (月曜日) or (月・祝).</summary>
    private static int AfterWeekday(string text, int at)
    {
        var open = DateNumerals.Skip(text, at);
        if (open + 1 >= text.Length || text[open] != '(' || !"月火水木金土日祝".Contains(text[open + 1]))
        {
            return at;
        }

        var close = text.IndexOf(')', open, Math.Min(6, text.Length - open));
        return close < 0 ? at : close + 1;
    }

    /// <summary>The next place where a date may start; -1 if there is none.</summary>
    private static int StartFrom(string text, int at) => text.AsSpan(at).IndexOfAny(s_starts) is >= 0 and var next ? at + next : -1;
}
