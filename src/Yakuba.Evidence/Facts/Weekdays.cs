namespace Yakuba.Evidence;

/// <summary>Weekdays: 月曜日, 土・日曜日, (月), 第2火曜日. Canonical <c>月曜</c>, <c>第2火曜</c>.</summary>
internal static class Weekdays
{
    internal static bool IsDay(char c) => c is '月' or '火' or '水' or '木' or '金' or '土' or '日';

    internal static void Read(FactScan scan)
    {
        var text = scan.Text;
        for (var i = 0; i < text.Length; i++)
        {
            if (scan.Has(i + 1, "曜") && IsDay(text[i]))
            {
                var end = scan.Has(i + 2, "日") ? i + 3 : i + 2;
                var list = ListBefore(scan, i);
                Add(scan, i, end);
                foreach (var day in list)
                {
                    Add(scan, day, day + 1);
                }
            }
            else if (IsDay(text[i]) && scan.Has(i - 1, "(") && scan.Has(i + 1, ")") && scan.IsFree(i, i + 1))
            {
                Add(scan, i, i + 1);
            }
        }
    }

    private static void Add(FactScan scan, int start, int end)
    {
        var name = scan.Text[start] + "曜";
        var from = start;
        foreach (var ordinal in scan.Numbers)
        {
            if (ordinal.Start + ordinal.Length == start && scan.Has(ordinal.Start - 1, "第"))
            {
                name = $"第{ordinal.Value:0}{name}";
                from = ordinal.Start - 1;
            }
        }

        scan.Add(FactKind.Date, name, from, end, "weekday", BoundWords.Around(scan, from, end));
    }

    // 月・水・金曜日: the days before the word 曜日 count too.
    private static List<int> ListBefore(FactScan scan, int last)
    {
        var days = new List<int>();
        var at = last - 2;
        while (at >= 0 && IsDay(scan.Text[at]) && scan.Text[at + 1] is '・' or '、' or ',' or '･' && !(at > 0 && scan.TryNumber(at - 1, out _)))
        {
            days.Add(at);
            at -= 2;
        }

        return days;
    }
}
