using System.Text;

namespace Yakuba.Evidence;

/// <summary>Places in a law or an annex: 第十二条の二第三項第一号 and 第12条の2 第3項 1号 are both <c>12の2条3項1号</c>.</summary>
internal static class References
{
    private static readonly string[] steps = ["条", "項", "号"];
    private static readonly string[] annexes = ["別表", "様式", "別記様式", "別紙", "附則", "付則", "別図"];
    private static readonly string[] divisions = ["編", "章", "節", "款", "目"];

    internal static void Read(FactScan scan)
    {
        foreach (var number in scan.Numbers)
        {
            var ordinal = number.Start > 0 && scan.Text[number.Start - 1] == '第';
            var start = ordinal ? number.Start - 1 : number.Start;
            if (!scan.IsFree(start, number.Start + number.Length))
            {
                continue;
            }

            if (!ReadArticle(scan, start, ordinal) && ordinal)
            {
                ReadDivision(scan, start, number.Start + number.Length, number.Value);
            }

            if (scan.IsFree(start, number.Start + number.Length))
            {
                ReadAnnex(scan, start, number.Start + number.Length, number.Value);
            }
        }
    }

    private static bool ReadArticle(FactScan scan, int start, bool ordinal)
    {
        var canonical = new StringBuilder();
        var (at, end, step) = (start, start, 0);
        while (step < steps.Length && TryStep(scan, at, out var number, out var after, ref step))
        {
            // 3項 and 2号 without 第 are counters (2号車) unless an article or a paragraph stands before them.
            if (canonical.Length == 0 && step > 1 && !ordinal)
            {
                return false;
            }

            canonical.Append(number).Append(steps[step - 1]);
            end = after.End;
            canonical.Append(after.Branch);
            at = scan.SkipSpace(end);
        }

        if (canonical.Length == 0)
        {
            return false;
        }

        scan.Add(FactKind.Reference, MoveBranches(canonical.ToString()), start, end, "reference" + steps[step - 1]);
        return true;
    }

    private static bool TryStep(FactScan scan, int at, out string number, out (int End, string Branch) after, ref int step)
    {
        (number, after) = ("", (at, ""));
        var from = scan.Has(at, "第") ? at + 1 : at;
        if (!scan.TryNumber(from, out var span))
        {
            return false;
        }

        var end = span.Start + span.Length;
        for (var i = step; i < steps.Length; i++)
        {
            if (!scan.Has(end, steps[i]) || scan.Has(end, "条例") || scan.Has(end, "項目") || scan.Has(end, "条件"))
            {
                continue;
            }

            number = span.Value.ToString("0", System.Globalization.CultureInfo.InvariantCulture);
            after = Branches(scan, end + 1);
            step = i + 1;
            return true;
        }

        return false;
    }

    // 第12条の2の3: branch numbers follow the step.
    private static (int End, string Branch) Branches(FactScan scan, int end)
    {
        var branch = "";
        while (scan.Has(end, "の") && scan.TryNumber(end + 1, out var next) && !IsCounted(scan, next.Start + next.Length))
        {
            branch += $"の{next.Value:0}";
            end = next.Start + next.Length;
        }

        return (end, branch);
    }

    // 第3条の30日 counts days; it is no branch.
    private static bool IsCounted(FactScan scan, int at) =>
        at < scan.Text.Length && scan.Text[at] is '日' or '円' or '年' or '月' or '人' or '歳' or '%' or '回' or '件';

    // Written 12条の2, kept 12の2条, so that a shorter reference is a prefix of a longer one only at a step.
    private static string MoveBranches(string written)
    {
        var moved = new StringBuilder(written.Length);
        for (var i = 0; i < written.Length; i++)
        {
            if (written[i] is not ('条' or '項' or '号'))
            {
                moved.Append(written[i]);
                continue;
            }

            var end = i + 1;
            while (end < written.Length && written[end] == 'の')
            {
                end++;
                while (end < written.Length && char.IsAsciiDigit(written[end]))
                {
                    end++;
                }
            }

            moved.Append(written, i + 1, end - i - 1).Append(written[i]);
            i = end - 1;
        }

        return moved.ToString();
    }

    private static void ReadDivision(FactScan scan, int start, int end, decimal value)
    {
        foreach (var division in divisions)
        {
            if (scan.Has(end, division))
            {
                scan.Add(FactKind.Reference, $"{value:0}{division}", start, end + division.Length, "division");
            }
        }
    }

    private static void ReadAnnex(FactScan scan, int start, int end, decimal value)
    {
        foreach (var annex in annexes)
        {
            if (start >= annex.Length && scan.Has(start - annex.Length, annex))
            {
                var close = scan.Has(end, "号") ? end + 1 : end;
                scan.Add(FactKind.Reference, $"{annex}{value:0}", start - annex.Length, close, "annex");
                return;
            }
        }
    }
}
