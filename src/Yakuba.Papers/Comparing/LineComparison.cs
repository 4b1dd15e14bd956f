namespace Yakuba.Papers;

/// <summary>Compares the words of one line.</summary>
internal static class LineComparison
{
    /// <returns>The runs of both, those of one only marked; and the share of letters that stayed, 0 to 1.</returns>
    internal static (IReadOnlyList<PaperRun> Runs, double Alike) Between(IReadOnlyList<PaperRun> old, IReadOnlyList<PaperRun> now)
    {
        var (before, after) = (RunText.Pieces(old), RunText.Pieces(now));
        var steps = Alignment.Of(before, after, (a, b) => a with { Source = b.Source } == b);
        var kept = steps.Where(s => s is { Old: >= 0, New: >= 0 }).Sum(s => after[s.New].Text.Length);
        var all = Math.Max(before.Sum(p => p.Text.Length), after.Sum(p => p.Text.Length));
        var runs = steps.Select(s => s.New < 0 ? before[s.Old] with { Change = PaperChange.Deleted } : s.Old < 0 ? after[s.New] with { Change = PaperChange.Inserted } : after[s.New]);
        return (RunText.Joined(runs), all == 0 ? 1 : (double)kept / all);
    }
}
