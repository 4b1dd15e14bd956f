namespace Yakuba.Search.Segments;

/// <summary>A segment with one version of its removed groups: what a search sees. Immutable.</summary>
internal sealed class SegmentView
{
    /// <param name="removed">Removed groups, ascending.</param>
    internal SegmentView(SegmentReader segment, uint[] removed)
    {
        Segment = segment;
        Removed = removed;
        LivePassages = segment.Passages;
        foreach (var group in removed)
        {
            var (from, to) = RangeOf(group);
            LivePassages -= to - from;
        }
    }

    internal SegmentReader Segment { get; }

    internal uint[] Removed { get; }

    /// <summary>Passages whose group is not removed.</summary>
    internal int LivePassages { get; }

    /// <summary>Passages of a group here, as a half-open range; empty when the group is not here.</summary>
    internal unsafe (int From, int To) RangeOf(uint group)
    {
        var row = Segment.FindGroup(group);
        return row < 0 ? (0, 0) : ((int)Segment.Groups[row].FirstPassage, (int)Segment.Groups[row + 1].FirstPassage);
    }
}
