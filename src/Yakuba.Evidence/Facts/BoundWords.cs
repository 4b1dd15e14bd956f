namespace Yakuba.Evidence;

/// <summary>Comparators around a value. They follow it (65歳以上, 6月30日まで) or stand before it (最大10万円, 約3週間).</summary>
internal static class BoundWords
{
    private const int longestNote = 14;

    private static readonly (string Word, Bound Bound)[] after =
    [
        ("以上", Bound.AtLeast), ("以下", Bound.AtMost), ("以内", Bound.AtMost), ("未満", Bound.Below), ("に満たない", Bound.Below),
        ("を超", Bound.Above), ("超", Bound.Above), ("を越え", Bound.Above), ("を過ぎ", Bound.Above), ("より多", Bound.Above), ("より後", Bound.Above), ("より前", Bound.Below),
        ("より少", Bound.Below), ("を下回", Bound.Below), ("を上回", Bound.Above),
        ("まで", Bound.AtMost), ("以前", Bound.AtMost), ("を上限", Bound.AtMost), ("が上限", Bound.AtMost), ("を限度", Bound.AtMost), ("が限度", Bound.AtMost),
        ("から", Bound.AtLeast), ("以降", Bound.AtLeast), ("以後", Bound.AtLeast), ("より", Bound.AtLeast), ("を下限", Bound.AtLeast), ("が下限", Bound.AtLeast),
        ("程度", Bound.About), ("前後", Bound.About), ("くらい", Bound.About), ("ぐらい", Bound.About), ("ほど", Bound.About),
        ("が締切", Bound.AtMost), ("が期限", Bound.AtMost), ("を期限", Bound.AtMost), ("締切", Bound.AtMost), ("に始ま", Bound.AtLeast), ("に開始", Bound.AtLeast),
        ("に締め切", Bound.AtMost), ("に終了", Bound.AtMost), ("に終わ", Bound.AtMost), ("に開館", Bound.AtLeast), ("に閉館", Bound.AtMost),
    ];

    private static readonly (string Word, Bound Bound)[] before =
    [
        ("約", Bound.About), ("およそ", Bound.About), ("おおむね", Bound.About), ("概ね", Bound.About),
        ("最大", Bound.AtMost), ("最大で", Bound.AtMost), ("最高", Bound.AtMost), ("最長", Bound.AtMost), ("最長で", Bound.AtMost), ("上限", Bound.AtMost), ("上限は", Bound.AtMost),
        ("上限額は", Bound.AtMost), ("上限:", Bound.AtMost), ("上限額:", Bound.AtMost), ("限度額は", Bound.AtMost), ("限度額:", Bound.AtMost), ("限度は", Bound.AtMost),
        ("最低", Bound.AtLeast), ("最低でも", Bound.AtLeast), ("最小", Bound.AtLeast), ("少なくとも", Bound.AtLeast), ("下限は", Bound.AtLeast),
    ];

    private static readonly (string Word, Bound Bound)[] labels =
    [
        ("締切は", Bound.AtMost), ("締め切りは", Bound.AtMost), ("期限は", Bound.AtMost), ("締切日は", Bound.AtMost), ("期日は", Bound.AtMost), ("締切:", Bound.AtMost), ("期限:", Bound.AtMost), ("終了は", Bound.AtMost), ("閉館は", Bound.AtMost),
        ("開始は", Bound.AtLeast), ("開館は", Bound.AtLeast), ("開始日は", Bound.AtLeast), ("初日は", Bound.AtLeast),
    ];

    /// <summary>Comparator of the value that ends at <paramref name="end"/> and starts at <paramref name="start"/>.</summary>
    internal static Bound Around(FactScan scan, int start, int end)
    {
        if (IsMustArrive(scan, end))
        {
            return Bound.AtMost;
        }

        var at = AfterNote(scan, end);
        if (IsRangeMark(scan, at) && StartsValue(scan, at + 1))
        {
            return Bound.AtLeast;
        }

        at = AfterShare(scan, at);
        foreach (var (word, bound) in after)
        {
            if (scan.Has(at, word))
            {
                return bound;
            }
        }

        return Before(scan, start);
    }

    /// <summary>True when only a label such as 期限は tells the comparator; the value may then also stand without one.</summary>
    internal static bool IsLabelled(FactScan scan, int start, int end)
    {
        if (IsMustArrive(scan, end))
        {
            return true;
        }

        foreach (var (word, _) in labels)
        {
            if (start >= word.Length && scan.Has(start - word.Length, word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where a tilde or dash between two values means "to".</summary>
    internal static bool IsRangeMark(FactScan scan, int at) =>
        at >= 0 && at < scan.Text.Length && scan.Text[at] is '~' or '〜' or '～' or '-' or '‐' or '–' or '—' or '―' or 'ー' or '−';

    private static bool IsMustArrive(FactScan scan, int end) =>
        scan.Has(scan.SkipSpace(end), "(必着") || scan.Has(scan.SkipSpace(end), "必着") || scan.Has(scan.SkipSpace(end), "(締切") || scan.Has(scan.SkipSpace(end), "(当日消印有効");

    private static Bound Before(FactScan scan, int start)
    {
        var at = start;
        while (at > 0 && scan.Text[at - 1] == ' ')
        {
            at--;
        }

        if (at > 0 && IsRangeMark(scan, at - 1) && EndsValue(scan, at - 1))
        {
            return Bound.AtMost;
        }

        return Ending(scan, at, before) ?? Ending(scan, at, labels) ?? Bound.Exact;
    }

    private static Bound? Ending(FactScan scan, int at, (string Word, Bound Bound)[] words)
    {
        foreach (var (word, bound) in words)
        {
            if (at >= word.Length && scan.Has(at - word.Length, word))
            {
                return bound;
            }
        }

        return null;
    }

    // 6月30日(日)まで: the weekday or note in parentheses does not part the value from its comparator.
    private static int AfterNote(FactScan scan, int end)
    {
        var at = scan.SkipSpace(end);
        if (at < scan.Text.Length && scan.Text[at] == '(')
        {
            var close = scan.Text.IndexOf(')', at, Math.Min(longestNote, scan.Text.Length - at));
            at = close < 0 ? at : scan.SkipSpace(close + 1);
        }

        return at;
    }

    // 10月診療分から, 4月利用分まで.
    private static int AfterShare(FactScan scan, int at)
    {
        for (var end = at; end < Math.Min(at + 5, scan.Text.Length); end++)
        {
            if (scan.Text[end] == '分' && (scan.Has(end + 1, "から") || scan.Has(end + 1, "まで") || scan.Has(end + 1, "以降")))
            {
                return end + 1;
            }

            if (scan.Text[end] is < '一' or > '鿿')
            {
                break;
            }
        }

        return at;
    }

    private static bool StartsValue(FactScan scan, int at)
    {
        at = scan.SkipSpace(at);
        return scan.TryNumber(at, out _) || scan.Has(at, "午") || scan.Has(at, "翌") || scan.Has(at, "令和") || scan.Has(at, "平成")
            || (at + 1 < scan.Text.Length && Weekdays.IsDay(scan.Text[at]) && scan.Text[at + 1] == '曜');
    }

    private static bool EndsValue(FactScan scan, int at)
    {
        var last = at - 1;
        return last >= 0 && (char.IsAsciiDigit(scan.Text[last]) || scan.Text[last] is '日' or '月' or '年' or '度' or '分' or '時' or '半' or ')' or '歳' or '円' or '階' or '曜' or '回' or '人');
    }
}
