namespace Yakuba.Text;

/// <summary>Reads dates whose parts are separated by dots, slashes or hyphens: 2024/4/1, 2024-04-01, r6.4.1, 令6.4, 2024/4.</summary>
internal static class DottedDate
{
    internal static bool Read(string text, int at, out DateReading reading)
    {
        reading = default;
        var number = YearNotation.ReadEra(text, at, out var era);
        var afterYear = YearNotation.ReadYear(text, number, era is not null, out var value);
        if (afterYear < 0 || !MayBeYear(era, value, afterYear - number) || !Separator(text, afterYear, out var separator)
            || !Part(text, afterYear + 1, out var month, out var afterMonth) || month > 12)
        {
            return false;
        }

        var year = era is null ? new YearReading(value, true, true, null) : new YearReading(era.WesternYear(value), era.Contains(value), true, era);
        if (afterMonth < text.Length && text[afterMonth] == separator && Part(text, afterMonth + 1, out var day, out var end) && day <= 31 && IsOver(text, end))
        {
            reading = DateReading.Day(end, year, month, day);
            return true;
        }

        // Two parts are a month only where they can hardly be a decimal, a fraction or a code.
        if (IsOver(text, afterMonth) && (era is not null ? separator == '.' : separator == '/' || (separator == '-' && afterMonth - afterYear == 3)))
        {
            reading = DateReading.Month(afterMonth, year, month);
            return true;
        }

        return false;
    }

    private static bool MayBeYear(Era? era, int value, int width) =>
        era is null ? width == 4 && value is >= 1868 and <= 2199 : value is >= 1 and <= 99;

    private static bool Separator(string text, int at, out char separator)
    {
        separator = at < text.Length ? text[at] : '\0';
        return separator is '.' or '/' or '-';
    }

    /// <summary>One or two digits, at least 1.</summary>
    private static bool Part(string text, int at, out int value, out int end)
    {
        value = 0;
        for (end = at; end < text.Length && end - at < 2 && char.IsAsciiDigit(text[end]); end++)
        {
            value = (value * 10) + (text[end] - '0');
        }

        return value >= 1;
    }

    private static bool IsOver(string text, int end) =>
        end == text.Length || !(char.IsAsciiLetterOrDigit(text[end]) || (text[end] is '.' or '/' or '-' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])));
}
