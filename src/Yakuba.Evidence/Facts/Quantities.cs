using System.Globalization;
using Yakuba.Text;

namespace Yakuba.Evidence;

/// <summary>Numbers with a unit, amounts of money, lengths of time, and what is left: bare numbers.</summary>
internal static class Quantities
{
    internal static void Read(FactScan scan)
    {
        foreach (var number in scan.Numbers)
        {
            if (scan.IsFree(number.Start, number.Start + number.Length))
            {
                ReadQuantity(scan, number);
            }
        }

        ReadHalves(scan);
    }

    private static void ReadQuantity(FactScan scan, NumberSpan number)
    {
        var start = number.Start;
        var end = start + number.Length;
        if (start > 0 && scan.Text[start - 1] is '¥' or '\\')
        {
            Add(scan, FactKind.Amount, number.Value, "円", start - 1, end, end);
            return;
        }

        var unit = Units.At(scan, scan.SkipSpace(end));
        if (unit is null && TryBorrow(scan, end, out var borrowed))
        {
            Add(scan, borrowed.Kind, number.Value * borrowed.Factor, borrowed.Name, start, end, end);
            return;
        }

        if (unit is null)
        {
            if ((char.IsAsciiDigit(scan.Text[start]) || number.Length > 1) && !IsMarker(scan, start, end))
            {
                scan.Add(FactKind.Number, Plain(number.Value), start, end, "number", BoundWords.Around(scan, start, end));
            }

            return;
        }

        if (Units.IsIdiom(scan.Text.AsSpan(start, Math.Min(scan.Text.Length - start, number.Length + unit.Written.Length))))
        {
            return;
        }

        var ordinal = start > 0 && scan.Text[start - 1] == '第';
        var close = scan.SkipSpace(end) + unit.Written.Length;
        close = Units.SkipTail(scan, unit, close, out var tail);
        var name = (ordinal ? "第" : "") + "{0}" + unit.Name + tail;
        var from = ordinal ? start - 1 : start;
        scan.Add(unit.Kind, name.Replace("{0}", Plain(number.Value * unit.Factor), StringComparison.Ordinal), from, close, unit.Name, BoundWords.Around(scan, from, close));
    }

    // 1　, (2), 3. at the start of a line or sentence count items and state nothing.
    private static bool IsMarker(FactScan scan, int start, int end)
    {
        var before = start > 0 && scan.Text[start - 1] == '(' ? start - 2 : start - 1;
        while (before >= 0 && scan.Text[before] == ' ')
        {
            before--;
        }

        return (before < 0 || scan.Text[before] is '。' or '\n') && end < scan.Text.Length && scan.Text[end] is ' ' or ')' or '.' or ',';
    }

    // 0～5歳: the first number of a range shares the unit of the second.
    private static bool TryBorrow(FactScan scan, int end, out UnitWord unit)
    {
        unit = null!;
        var mark = scan.SkipSpace(end);
        if (!BoundWords.IsRangeMark(scan, mark) || !scan.TryNumber(scan.SkipSpace(mark + 1), out var second))
        {
            return false;
        }

        unit = Units.At(scan, scan.SkipSpace(second.Start + second.Length))!;
        return unit is not null;
    }

    private static void Add(FactScan scan, FactKind kind, decimal value, string unit, int start, int end, int boundAt) =>
        scan.Add(kind, Plain(value) + unit, start, end, unit, BoundWords.Around(scan, start, boundAt));

    private static void ReadHalves(FactScan scan)
    {
        for (var i = scan.Text.IndexOf('半'); i >= 0; i = scan.Text.IndexOf('半', i + 1))
        {
            if (scan.Has(i, "半額") || scan.Has(i, "半分"))
            {
                scan.Add(FactKind.Number, "0.5", i, i + 2, "number", BoundWords.Around(scan, i, i + 2));
            }
            else if (scan.Has(i, "半年"))
            {
                scan.Add(FactKind.Period, "6か月", i, i + 2, "か月", BoundWords.Around(scan, i, i + 2));
            }
        }
    }

    private static string Plain(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);
}
