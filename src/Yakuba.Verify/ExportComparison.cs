using Yakuba.Ledger;

namespace Yakuba.Verify;

/// <summary>Compares two exports entry by entry: is one the continuation of the other?</summary>
internal static class ExportComparison
{
    internal static int Run(string first, string second, TextWriter output)
    {
        if (!TryReadHead(first, output, out var a) || !TryReadHead(second, output, out var b))
        {
            return Usage.BadInput;
        }

        if (a.Origin != b.Origin)
        {
            output.WriteLine($"結果: 別の記録です（「{a.Origin}」と「{b.Origin}」）。");
            return Usage.Damaged;
        }

        var common = Math.Min(a.Size, b.Size);
        var equal = ExportReader.Entries(first, a.Size).Take(Bounded(common))
            .Zip(ExportReader.Entries(second, b.Size))
            .TakeWhile(pair => pair.First.Span.SequenceEqual(pair.Second.Span))
            .LongCount();
        if (equal < common)
        {
            output.WriteLine($"結果: {equal} 番（0から数えて）から違います。どちらかが書き換えられたか、壊れています。");
            return Usage.Damaged;
        }

        output.WriteLine(a.Size == b.Size
            ? $"結果: 同じです（{common} 件）。"
            : $"結果: 短い方の {common} 件はすべて同じで、長い方はその続きです（{a.Size} 件と {b.Size} 件）。");
        output.WriteLine("署名はここでは確かめていません。それぞれ yakuba-verify dir で確かめてください。");
        return Usage.Whole;
    }

    private static bool TryReadHead(string directory, TextWriter output, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Checkpoint? head)
    {
        if (ExportReader.TryReadCheckpoint(directory, out head, out var fault))
        {
            return true;
        }

        output.WriteLine($"「{directory}」: {fault}");
        return false;
    }

    private static int Bounded(long count) => (int)Math.Min(count, int.MaxValue);
}
