using System.Globalization;

namespace Yakuba.Platform.Web.Language;

/// <summary>Writes dates and moments as people read them on a page.</summary>
public static class JapaneseDay
{
    private static readonly TimeSpan JapanOffset = TimeSpan.FromHours(9); // Japan keeps no summer time.

    /// <summary>A day: 令和8年11月21日 or 2026-11-21.</summary>
    public static string Day(this Words words, DateOnly day) =>
        words.IsJapanese ? Wareki(day) : day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A day, or the given text when there is none.</summary>
    public static string Day(this Words words, DateOnly? day, string none) => day is { } known ? words.Day(known) : none;

    /// <summary>A moment in Japan time, to the minute: 2026/11/21 14:05.</summary>
    public static string Moment(this Words words, DateTimeOffset moment) =>
        moment.ToOffset(JapanOffset).ToString(words.IsJapanese ? "yyyy/MM/dd HH:mm" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Wareki(DateOnly day)
    {
        (string era, int firstYear)? found = day switch
        {
            _ when day >= new DateOnly(2019, 5, 1) => ("令和", 2019),
            _ when day >= new DateOnly(1989, 1, 8) => ("平成", 1989),
            _ when day >= new DateOnly(1926, 12, 25) => ("昭和", 1926),
            _ => null,
        };
        if (found is not var (era, firstYear))
        {
            return string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");
        }

        var year = day.Year - firstYear + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{era}{(year == 1 ? "元" : year)}年{day.Month}月{day.Day}日");
    }
}
