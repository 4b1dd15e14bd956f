namespace Yakuba.Search.Merging;

/// <summary>Chooses what to merge next. Tiers by live passages: below 32k, 256k, 2M, and the rest.</summary>
internal static class MergePlan
{
    /// <summary>Segments of one tier that are merged into one.</summary>
    internal const int SegmentsInTier = 8;

    private static readonly int[] _tierEnds = [32_768, 262_144, 2_097_152, int.MaxValue];

    /// <summary>A segment's size for the plan.</summary>
    /// <param name="Live">Passages that are not removed.</param>
    /// <param name="Sealed">Passages, removed or not.</param>
    /// <param name="HasDrifted">Whether its mean lengths are far from those of the index today.</param>
    internal readonly record struct Size(int Live, int Sealed, bool HasDrifted = false)
    {
        internal bool IsWorthRewriting => HasDrifted || Live < Sealed / 2;
    }

    /// <summary>Places of the segments to merge, ascending; empty when all is well.</summary>
    /// <remarks>A full tier is merged whole, as far as one segment can hold it; a segment that lost half of its passages, or drifted, is written again alone.</remarks>
    internal static IReadOnlyList<int> Next(IReadOnlyList<Size> segments, int maxPassages)
    {
        foreach (var end in _tierEnds)
        {
            var tier = Enumerable.Range(0, segments.Count).Where(i => TierEnd(segments[i].Live) == end).ToList();
            if (tier.Count >= SegmentsInTier && Fitting(tier, segments, maxPassages) is { Count: > 1 } fitting)
            {
                return fitting;
            }
        }

        var sparse = Enumerable.Range(0, segments.Count).Where(i => segments[i].IsWorthRewriting).Take(1).ToList();
        return sparse;
    }

    /// <summary>Everything, as far as one segment can hold it; empty when it is one segment without removals already.</summary>
    internal static IReadOnlyList<int> Everything(IReadOnlyList<Size> segments, int maxPassages)
    {
        var fitting = Fitting([.. Enumerable.Range(0, segments.Count)], segments, maxPassages);
        return fitting.Count > 1 || (fitting.Count == 1 && segments[fitting[0]].Live < segments[fitting[0]].Sealed) ? fitting : [];
    }

    private static int TierEnd(int live) => Array.Find(_tierEnds, end => live < end || end == int.MaxValue);

    private static List<int> Fitting(List<int> places, IReadOnlyList<Size> segments, int maxPassages)
    {
        long sum = 0;
        return [.. places.OrderBy(i => segments[i].Live).TakeWhile(i => (sum += segments[i].Live) <= maxPassages).Order()];
    }
}
