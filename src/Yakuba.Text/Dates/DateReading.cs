namespace Yakuba.Text;

/// <summary>A date expression as read at one place, before ranges are joined.</summary>
/// <param name="End">UTF-16 index after it.</param>
/// <param name="Era">The era that it names, if any; a bare year after it in a range means the same era.</param>
internal readonly record struct DateReading(int End, DateOnly From, DateOnly To, DateKind Kind, bool IsValid, bool HasYear, Era? Era)
{
    internal static DateReading FiscalYear(int end, int year, bool isValid, Era? era) =>
        new(end, new(Bounded(year), 4, 1), new(Bounded(year) + 1, 3, 31), DateKind.FiscalYear, isValid && Bounded(year) == year, true, era);

    internal static DateReading Year(int end, in YearReading year) =>
        new(end, new(Bounded(year.Western), 1, 1), new(Bounded(year.Western), 12, 31), DateKind.Year, year.IsValid && Bounded(year.Western) == year.Western, year.IsGiven, year.Era);

    internal static DateReading Month(int end, in YearReading year, int month)
    {
        var first = new DateOnly(Bounded(year.Western), Math.Clamp(month, 1, 12), 1);
        var last = first.AddMonths(1).AddDays(-1);
        var isValid = year.IsValid && month is >= 1 and <= 12 && first.Year == year.Western
            && (year.Era is null || (year.Era.First <= last && first <= year.Era.Last));
        return new(end, first, last, DateKind.Month, isValid, year.IsGiven, year.Era);
    }

    internal static DateReading Day(int end, in YearReading year, int month, int day)
    {
        var whole = Month(end, year, month);
        var date = whole.From.AddDays(Math.Clamp(day, 1, whole.To.Day) - 1);
        var isValid = whole.IsValid && date.Day == day && (year.Era is null || year.Era.Contains(date));
        return whole with { From = date, To = date, Kind = DateKind.Day, IsValid = isValid };
    }

    /// <summary>A year that a calendar can hold, with room for the fiscal year that ends after it.</summary>
    private static int Bounded(int year) => Math.Clamp(year, 1, 9998);
}

/// <summary>A year as read.</summary>
/// <param name="Western">Western year; may lie outside what a calendar holds.</param>
/// <param name="IsValid">False for a year that its era never had.</param>
/// <param name="IsGiven">False if it was taken from elsewhere.</param>
internal readonly record struct YearReading(int Western, bool IsValid, bool IsGiven, Era? Era);
