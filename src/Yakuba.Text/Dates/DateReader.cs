namespace Yakuba.Text;

/// <summary>Reads one date expression at a place of a normal text.</summary>
internal sealed class DateReader(string text, DateOnly today)
{
    /// <summary>Reads what stands at <paramref name="at"/>.</summary>
    /// <param name="before">The last date found before, for 同年, 翌年, 同月; null if none.</param>
    /// <param name="reading">What was read.</param>
    internal bool TryRead(int at, DateReading? before, out DateReading reading) =>
        TryReadRelative(at, out reading)
        || TryReadReferred(at, before, out reading)
        || (YearNotation.Read(text, at, out var year, out var end) && TryReadAfterYear(end, year, out reading))
        || (IsNumberStart(at) && DottedDate.Read(text, at, out reading))
        || (IsNumberStart(at) && TryReadMonth(at, new YearReading(today.Year, true, false, null), out reading));

    /// <summary>Reads the end of a range, which may leave out what it shares with the start: 6月30日, 30日, 7年度.</summary>
    internal bool TryReadEnd(int at, in DateReading start, out DateReading reading)
    {
        at = DateNumerals.Skip(text, at);
        if (at < text.Length && TryRead(at, start, out reading) && reading.HasYear)
        {
            return true;
        }

        var afterNumber = DateNumerals.Read(text, at, out var number);
        if (start.Era is not null && afterNumber > 0 && number is >= 1 and <= 99 && DateNumerals.After(text, afterNumber, "年") is > 0 and var afterYear)
        {
            return TryReadAfterYear(afterYear, new YearReading(start.Era.WesternYear(number), start.Era.Contains(number), true, start.Era), out reading);
        }

        var year = new YearReading(start.To.Year, true, start.HasYear, start.Era);
        if (TryReadMonth(at, year, out reading))
        {
            // 4月1日から3月31日まで ends in the next year.
            return reading.To >= start.From || TryReadMonth(at, year with { Western = start.To.Year + 1 }, out reading);
        }

        if (start.Kind == DateKind.Day && afterNumber > 0 && DateNumerals.After(text, afterNumber, "日") is > 0 and var afterDay)
        {
            reading = DateReading.Day(afterDay, year, start.From.Month, number);
            return true;
        }

        return false;
    }

    private bool TryReadRelative(int at, out DateReading reading)
    {
        reading = default;
        var end = RelativeDates.Read(text, at, out var kind, out var shift);
        if (end < 0)
        {
            return false;
        }

        var month = new DateOnly(today.Year, today.Month, 1).AddMonths(kind == DateKind.Month ? shift : 0);
        var year = new YearReading(today.Year + shift, true, true, null);
        switch (kind)
        {
            case DateKind.Day:
                var day = today.AddDays(shift);
                reading = new DateReading(end, day, day, kind, true, true, null);
                break;
            case DateKind.Month:
                reading = WithDay(end, new YearReading(month.Year, true, true, null), month.Month);
                break;
            case DateKind.FiscalYear:
                reading = DateReading.FiscalYear(end, (today.Month >= 4 ? today.Year : today.Year - 1) + shift, true, null);
                break;
            default:
                return TryReadMonth(SkipOf(end), year, out reading) || TakeYear(end, year, out reading);
        }

        return true;
    }

    /// <summary>同年4月1日, 翌年3月31日, 同月30日: named by the date before them.</summary>
    private bool TryReadReferred(int at, DateReading? before, out DateReading reading)
    {
        reading = default;
        var reference = before?.From ?? today;
        var year = new YearReading(reference.Year, true, before?.HasYear ?? false, null);
        if (DateNumerals.After(text, at, "同年") is > 0 and var same)
        {
            return TryReadMonth(SkipOf(same), year, out reading);
        }

        if (DateNumerals.After(text, at, "翌年") is > 0 and var next)
        {
            return TryReadMonth(SkipOf(next), year with { Western = reference.Year + 1 }, out reading);
        }

        if (before is not null && DateNumerals.After(text, at, "同月") is > 0 and var month)
        {
            reading = WithDay(month, year, reference.Month);
            return reading.Kind == DateKind.Day;
        }

        return false;
    }

    private bool TryReadAfterYear(int end, in YearReading year, out DateReading reading)
    {
        if (end < text.Length && text[end] == '度')
        {
            reading = DateReading.FiscalYear(end + 1, year.Western, year.IsValid, year.Era);
            return true;
        }

        return TryReadMonth(SkipOf(end), year, out reading) || TakeYear(end, year, out reading);
    }

    private static bool TakeYear(int end, in YearReading year, out DateReading reading)
    {
        reading = DateReading.Year(end, year);
        return true;
    }

    private bool TryReadMonth(int at, in YearReading year, out DateReading reading)
    {
        reading = default;
        var number = DateNumerals.Read(text, at, out var month);
        var end = number > 0 ? DateNumerals.After(text, number, "月") : -1;
        // 3月間 is a length of time, 6月額 an amount.
        if (end < 0 || month is < 1 or > 99 || (end < text.Length && text[end] is '間' or '額' or '給' or '謝'))
        {
            return false;
        }

        reading = WithDay(end, year, month);
        return true;
    }

    private DateReading WithDay(int end, in YearReading year, int month)
    {
        var whole = DateReading.Month(end, year, month);
        var at = SkipOf(end);
        var number = DateNumerals.Read(text, at, out var day);
        if (number > 0 && DateNumerals.After(text, number, "日") is > 0 and var afterDay && (afterDay == text.Length || text[afterDay] != '間'))
        {
            return DateReading.Day(afterDay, year, month, day);
        }

        if (DateNumerals.After(text, at, "末") is > 0 and var last)
        {
            var afterLast = last < text.Length && text[last] == '日' ? last + 1 : last;
            return whole with { End = afterLast, From = whole.To, Kind = DateKind.Day };
        }

        foreach (var (word, from, to) in new[] { ("上旬", 1, 10), ("中旬", 11, 20), ("下旬", 21, whole.To.Day) })
        {
            if (DateNumerals.After(text, at, word) is > 0 and var third)
            {
                return whole with { End = third, From = whole.From.AddDays(from - 1), To = whole.From.AddDays(to - 1), Kind = DateKind.Range };
            }
        }

        return whole;
    }

    private int SkipOf(int at)
    {
        at = DateNumerals.Skip(text, at);
        return at < text.Length && text[at] == 'の' ? at + 1 : at;
    }

    /// <summary>A number is read from its first digit only.</summary>
    private bool IsNumberStart(int at) =>
        at == 0 || !(char.IsAsciiLetterOrDigit(text[at - 1]) || text[at - 1] is '.' or '/' or ',' || NumberNotation.KanjiDigit(text[at - 1]) >= 0 || NumberNotation.Small(text[at - 1]) > 0);
}
