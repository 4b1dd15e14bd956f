using System.Buffers.Binary;

namespace Yakuba.Search.Segments;

/// <summary>
/// Narrows a search for a term or a passage down to a block or two of a large table, so that a cold look-up reads some pages and not
/// the table. Small, and checked whole at open. It only narrows: what it leads to is still compared.
/// </summary>
/// <param name="terms">For every <see cref="SegmentFormat.TermsInStep"/>th row of the term table <see cref="PrefixOf"/> its term.</param>
/// <param name="groups">For every <see cref="SegmentFormat.GroupsInStep"/>th row of the group table its first passage.</param>
internal sealed unsafe class SegmentGuide(ulong* terms, uint* groups)
{
    /// <returns>Null when the segment is of a version that has no guide.</returns>
    internal static SegmentGuide? Of(SegmentReader segment, long terms)
    {
        if (!segment.Has(SectionId.Guide))
        {
            return null;
        }

        var prefixes = (ulong*)segment.At(SectionId.Guide);
        return new SegmentGuide(prefixes, (uint*)(prefixes + StepsOf(terms, SegmentFormat.TermsInStep)));
    }

    /// <summary>The first eight bytes of a term as a number, filled up with zeros: in the order of the terms where two differ.</summary>
    internal static ulong PrefixOf(ReadOnlySpan<byte> term)
    {
        Span<byte> prefix = stackalloc byte[sizeof(ulong)];
        prefix.Clear();
        term[..Math.Min(sizeof(ulong), term.Length)].CopyTo(prefix);
        return BinaryPrimitives.ReadUInt64BigEndian(prefix);
    }

    /// <summary>Bytes of the section.</summary>
    internal static long LengthOf(long terms, long groups) =>
        (StepsOf(terms, SegmentFormat.TermsInStep) * sizeof(ulong)) + (StepsOf(groups, SegmentFormat.GroupsInStep) * sizeof(uint));

    internal static long StepsOf(long rows, int inStep) => (rows + inStep - 1) / inStep;

    /// <summary>The rows in which a term can be, of those from <paramref name="first"/> to before <paramref name="end"/>.</summary>
    /// <returns>First and last row; the last is before the first when there is none.</returns>
    internal (long First, long Last) RowsOf(ReadOnlySpan<byte> term, long first, long end)
    {
        var prefix = PrefixOf(term);
        var (low, high) = (StepsOf(first, SegmentFormat.TermsInStep), StepsOf(end, SegmentFormat.TermsInStep));
        var from = FirstStep(low, high, prefix, orEqual: true);
        var to = FirstStep(from, high, prefix, orEqual: false);
        return (from > low ? (from - 1) * SegmentFormat.TermsInStep : first, to < high ? (to * SegmentFormat.TermsInStep) - 1 : end - 1);
    }

    /// <summary>The step of the group table in which a passage's group is.</summary>
    /// <param name="rows">Rows of the table.</param>
    internal int GroupStepOf(int passage, int rows)
    {
        int low = 0, high = (int)StepsOf(rows, SegmentFormat.GroupsInStep) - 1;
        while (low < high)
        {
            var middle = (low + high + 1) >>> 1;
            (low, high) = groups[middle] <= passage ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    /// <summary>The first step in the range whose prefix is greater, or not less.</summary>
    private long FirstStep(long low, long high, ulong prefix, bool orEqual)
    {
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            var isThere = orEqual ? terms[middle] >= prefix : terms[middle] > prefix;
            (low, high) = isThere ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
