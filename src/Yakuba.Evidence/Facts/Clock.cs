namespace Yakuba.Evidence;

/// <summary>Times of day: 午前8時30分, 8:30, 午後5時15分, 正午. Canonical 24 hours, <c>17:15</c>.</summary>
internal static class Clock
{
    private const int noon = 12;

    internal static void Read(FactScan scan)
    {
        var (previousEnd, previousHour, afternoon) = (-1, 0, false);
        for (var i = 0; i < scan.Text.Length; i++)
        {
            if (scan.Has(i, "正午"))
            {
                scan.Add(FactKind.Time, "12:00", i, i + 2, "time", BoundWords.Around(scan, i, i + 2));
                (previousEnd, previousHour, afternoon) = (i + 2, noon, false);
                continue;
            }

            if (!scan.TryNumber(i, out var number) || !TryTime(scan, number.Start, out var hour, out var minute, out var end))
            {
                continue;
            }

            var start = HalfOfDay(scan, i, out var half);
            var joined = previousEnd >= 0 && IsRange(scan, previousEnd, start);
            afternoon = half > 0 || (half == 0 && joined && afternoon && hour <= noon && hour >= previousHour % noon);
            var value = afternoon && hour < noon ? hour + noon : half < 0 && hour == noon ? 0 : hour;
            if (value <= 24 && minute < 60)
            {
                scan.Add(FactKind.Time, $"{value:00}:{minute:00}", start, end, "time", BoundWords.Around(scan, start, end));
            }

            (previousEnd, previousHour) = (end, hour);
            i = end - 1;
        }
    }

    private static bool TryTime(FactScan scan, int start, out int hour, out int minute, out int end)
    {
        (hour, minute, end) = (0, 0, start);
        if (!scan.TryNumber(start, out var first) || first.Value is < 0 or > 24 || first.Value != decimal.Truncate(first.Value))
        {
            return false;
        }

        hour = (int)first.Value;
        end = first.Start + first.Length;
        if (scan.Has(end, ":") && scan.TryNumber(end + 1, out var minutes) && minutes.Length == 2 && minutes.Value < 60)
        {
            minute = (int)minutes.Value;
            end = minutes.Start + minutes.Length;
            return true;
        }

        if (!scan.Has(end, "時") || scan.Has(end, "時間") || scan.Has(end, "時期") || scan.Has(end, "時点"))
        {
            return false;
        }

        end++;
        if (scan.Has(end, "半"))
        {
            (minute, end) = (30, end + 1);
        }
        else if (scan.TryNumber(end, out minutes) && minutes.Value < 60 && scan.Has(minutes.Start + minutes.Length, "分"))
        {
            (minute, end) = ((int)minutes.Value, minutes.Start + minutes.Length + 1);
        }

        return true;
    }

    private static int HalfOfDay(FactScan scan, int start, out int half)
    {
        half = scan.Has(start - 2, "午後") || scan.Has(start - 2, "夕方") || scan.Has(start - 2, "pm") ? 1 : scan.Has(start - 2, "午前") || scan.Has(start - 2, "am") ? -1 : 0;
        return half == 0 ? start : start - 2;
    }

    private static bool IsRange(FactScan scan, int from, int to)
    {
        var gap = scan.Text.AsSpan(from, Math.Max(0, to - from)).Trim(' ');
        return gap is "から" or "~" or "〜" or "-" or "ー" or "―" or "—" or "–" or "より";
    }
}
