using System.Globalization;

namespace Yakuba.Platform;

/// <summary>Dates as municipalities count them, and the one text form of times in the store.</summary>
public static class JapanTime
{
    /// <summary>Japan Standard Time has been UTC+9 without daylight saving since 1952, so no time-zone data is needed.</summary>
    public static TimeSpan Offset { get; } = TimeSpan.FromHours(9);

    /// <summary>Today's date in Japan.</summary>
    public static DateOnly Today(this TimeProvider time) => DateOnly.FromDateTime(time.GetUtcNow().ToOffset(Offset).DateTime);

    /// <summary>A time as the store keeps it: UTC, milliseconds, <c>2026-11-21T12:34:56.789Z</c>. Sorts as text.</summary>
    public static string ToStore(this DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>A date as the store keeps it: <c>2026-11-21</c>.</summary>
    public static string ToStore(this DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Reads a time that <see cref="ToStore(DateTimeOffset)"/> wrote.</summary>
    /// <exception cref="FormatException">The text is not such a time.</exception>
    public static DateTimeOffset TimeFromStore(string text) =>
        DateTimeOffset.ParseExact(text, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    /// <summary>Reads a date that <see cref="ToStore(DateOnly)"/> wrote.</summary>
    /// <exception cref="FormatException">The text is not such a date.</exception>
    public static DateOnly DateFromStore(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A time for people, in Japan time: <c>2026年11月21日 21時34分</c>.</summary>
    public static string ToPeople(this DateTimeOffset time) => time.ToOffset(Offset).ToString("yyyy年M月d日 H時mm分", CultureInfo.InvariantCulture);

    /// <summary>A date for people: <c>2026年11月21日</c>.</summary>
    public static string ToPeople(this DateOnly date) => date.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
}
