namespace Yakuba.Search.Segments;

/// <summary>Finds rows of a segment's tables.</summary>
internal static unsafe class SegmentLookup
{
    /// <summary>Row of a term in the term table, or −1.</summary>
    internal static int Find(this SegmentReader segment, int field, ReadOnlySpan<byte> term)
    {
        long low = segment.Fields[field].FirstTerm, high = low + segment.Fields[field].Terms - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = segment.Term(middle).SequenceCompareTo(term);
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

    /// <summary>Row of the group that <paramref name="passage"/> belongs to.</summary>
    internal static int GroupRowOf(this SegmentReader segment, int passage)
    {
        var groups = segment.Groups;
        int low = 0, high = segment.Header.Groups - 1;
        while (low < high)
        {
            var middle = (low + high + 1) >>> 1;
            if (groups[middle].FirstPassage <= passage)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }

    /// <summary>Row of a group in the group table, or −1.</summary>
    internal static int FindGroup(this SegmentReader segment, uint group)
    {
        var at = new ReadOnlySpan<GroupRow>(segment.Groups, segment.Header.Groups).BinarySearch(new GroupNumber(group));
        return at < 0 ? -1 : at;
    }

    /// <summary>group &lt;&lt; 32 | ordinal: the order of passages whose scores are equal.</summary>
    internal static ulong KeyOf(this SegmentReader segment, int passage) =>
        ((ulong)segment.Groups[segment.GroupRowOf(passage)].Group << 32) | segment.Ordinals[passage];

    private readonly record struct GroupNumber(uint Group) : IComparable<GroupRow>
    {
        public int CompareTo(GroupRow other) => Group.CompareTo(other.Group);
    }
}
