using Yakuba.Search.Segments;

namespace Yakuba.Search.Merging;

/// <summary>Where the passages of the merged segments go: by group and ordinal, without the removed groups.</summary>
internal sealed unsafe class PassageMap
{
    private readonly int[][] _targets;

    internal PassageMap(IReadOnlyList<SegmentView> views)
    {
        _targets = new int[views.Count][];
        var keys = new ulong[views.Sum(view => view.LivePassages)];
        var places = new (int View, int Passage)[keys.Length];
        var count = 0;
        for (var i = 0; i < views.Count; i++)
        {
            var segment = views[i].Segment;
            _targets[i] = new int[segment.Passages];
            Array.Fill(_targets[i], -1);
            for (var row = 0; row < segment.Header.Groups; row++)
            {
                var group = segment.Groups[row];
                if (Array.BinarySearch(views[i].Removed, group.Group) >= 0)
                {
                    continue;
                }

                for (var passage = (int)group.FirstPassage; passage < segment.Groups[row + 1].FirstPassage; passage++)
                {
                    keys[count] = ((ulong)group.Group << 32) | segment.OrdinalOf(passage);
                    places[count++] = (i, passage);
                }
            }
        }

        Array.Sort(keys, places);
        for (var i = 0; i < places.Length; i++)
        {
            _targets[places[i].View][places[i].Passage] = i;
        }

        Table = new PassageTable(keys);
    }

    /// <summary>The passages of the merged segment.</summary>
    internal PassageTable Table { get; }

    /// <summary>For each passage of a source its place in the merged segment, or −1 when it is removed.</summary>
    internal ReadOnlySpan<int> TargetsOf(int view) => _targets[view];
}
