namespace Yakuba.Search.Segments;

/// <summary>Finds rows of a segment's tables.</summary>
internal static unsafe class SegmentLookup
{
    /// <summary>Row of a term in the term table, or −1.</summary>
    internal static int Find(this SegmentReader segment, int field, ReadOnlySpan<byte> term)
    {
        long first = segment.Fields[field].FirstTerm, end = first + segment.Fields[field].Terms;
        var (low, high) = segment.Guide?.RowsOf(term, first, end) ?? (first, end - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = segment.TextOf(middle).SequenceCompareTo(term);
            if (order == 0)
            {
                return (int)middle;
            }

            if (order < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return -1;
    }

    /// <summary>Row of a group in the group table, or −1.</summary>
    internal static int FindGroup(this SegmentReader segment, uint group)
    {
        var at = new ReadOnlySpan<GroupRow>(segment.Groups, segment.Header.Groups).BinarySearch(new GroupNumber(group));
        return at < 0 ? -1 : at;
    }

    /// <summary>group &lt;&lt; 32 | ordinal: the order of passages whose scores are equal.</summary>
    internal static ulong KeyOf(this SegmentReader segment, int passage)
    {
        var (low, high) = GroupsAround(segment, passage);
        var groups = segment.GroupRows(low, high - low + 1);
        while (low < high)
        {
            var middle = (low + high + 1) >>> 1;
            (low, high) = groups[middle].FirstPassage <= passage ? (middle, high) : (low, middle - 1);
        }

        return ((ulong)groups[low].Group << 32) | segment.OrdinalOf(passage);
    }

    /// <summary>Asks the system to read ahead what <see cref="KeyOf"/> will read.</summary>
    internal static void ExpectKeyOf(this SegmentReader segment, int passage)
    {
        segment.Readings.Groups.Expect((long)GroupsAround(segment, passage).First * sizeof(GroupRow));
        segment.Readings.Ordinals.Expect((long)passage * sizeof(uint));
    }

    /// <summary>First and last row of the group table of which one holds a passage.</summary>
    private static (int First, int Last) GroupsAround(SegmentReader segment, int passage)
    {
        var rows = segment.Header.Groups;
        if (segment.Guide is null)
        {
            return (0, rows - 1);
        }

        var first = segment.Guide.GroupStepOf(passage, rows) * SegmentFormat.GroupsInStep;
        return (first, Math.Min(first + SegmentFormat.GroupsInStep, rows) - 1);
    }

    private readonly record struct GroupNumber(uint Group) : IComparable<GroupRow>
    {
        public int CompareTo(GroupRow other) => Group.CompareTo(other.Group);
    }
}
