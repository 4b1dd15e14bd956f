using Yakuba.Search.Postings;
using Yakuba.Search.Segments;

namespace Yakuba.Search.Merging;

/// <summary>Writes several segments as one, leaving out removed groups and sealing the impacts anew with the current mean lengths.</summary>
internal sealed unsafe class SegmentMerger
{
    private readonly IReadOnlyList<SegmentView> _views;
    private readonly PassageMap _map;
    private uint[] _source = new uint[1024];
    private uint[] _merged = new uint[1024];
    private int _count;

    private SegmentMerger(IReadOnlyList<SegmentView> views)
    {
        _views = views;
        _map = new PassageMap(views);
    }

    /// <summary>Writes and syncs the merged segment at <paramref name="path"/>.</summary>
    internal static SegmentStamp Run(IReadOnlyList<SegmentView> views, string path, uint segment, ReadOnlySpan<double> meanLengths)
    {
        var merger = new SegmentMerger(views);
        using var writer = new SegmentWriter(path, segment, merger._map.Table);
        for (var field = 0; field < meanLengths.Length; field++)
        {
            merger.WriteField(writer, field, meanLengths[field]);
        }

        return writer.Finish();
    }

    private void WriteField(SegmentWriter to, int field, double meanLength)
    {
        to.BeginField(Lengths(field), meanLength);
        var cursors = new TermCursor[_views.Count];
        for (var i = 0; i < cursors.Length; i++)
        {
            cursors[i] = new TermCursor(_views[i].Segment, field);
        }

        while (Least(cursors) is var least && least >= 0)
        {
            var term = cursors[least].Term; // Points into the mapping, which outlives the cursor's move.
            _count = 0;
            for (var i = least; i < cursors.Length; i++)
            {
                if (!cursors[i].AtEnd && cursors[i].Term.SequenceEqual(term))
                {
                    Append(i, cursors[i].Row, field, meanLength);
                    cursors[i].MoveNext();
                }
            }

            var postings = _merged.AsSpan(0, _count);
            SortUnlessSorted(postings);
            if (_count > 0)
            {
                to.AddTerm(term, postings);
            }
        }
    }

    private ushort[] Lengths(int field)
    {
        var lengths = new ushort[_map.Table.Passages];
        for (var i = 0; i < _views.Count; i++)
        {
            var targets = _map.TargetsOf(i);
            var source = _views[i].Segment.Lengths(field);
            for (var passage = 0; passage < source.Length; passage++)
            {
                if (targets[passage] >= 0)
                {
                    lengths[targets[passage]] = source[passage];
                }
            }
        }

        return lengths;
    }

    /// <summary>The first cursor at the least term, or −1 when all are at their ends.</summary>
    private static int Least(TermCursor[] cursors)
    {
        var least = -1;
        for (var i = 0; i < cursors.Length; i++)
        {
            if (!cursors[i].AtEnd && (least < 0 || cursors[i].Term.SequenceCompareTo(cursors[least].Term) < 0))
            {
                least = i;
            }
        }

        return least;
    }

    private void Append(int view, TermRow term, int field, double meanLength)
    {
        var postings = (int)term.DocumentFrequency;
        Reserve(ref _source, postings);
        Reserve(ref _merged, _count + postings);
        var source = _source.AsSpan(0, postings);
        var segment = _views[view].Segment;
        PostingsDecoder.Decode(segment, term, source);
        var targets = _map.TargetsOf(view);
        var lengths = segment.Lengths(field);
        var sealedWith = segment.Fields[field].MeanLength;
        foreach (var posting in source)
        {
            var passage = (int)(posting >> 8);
            var target = targets[passage];
            if (target >= 0)
            {
                _merged[_count++] = ((uint)target << 8) | Reseal((byte)posting, lengths[passage], sealedWith, meanLength);
            }
        }
    }

    private static byte Reseal(byte impact, int length, double from, double to) => from == to
        ? impact
        : Impact.Of(Impact.OccurrencesOf(impact, Impact.Saturation(length, from)), Impact.Saturation(length, to));

    private static void Reserve(ref uint[] array, int length)
    {
        if (array.Length < length)
        {
            Array.Resize(ref array, Math.Max(length, array.Length * 2));
        }
    }

    // Segments that follow each other in group numbers, the usual case, are already in order.
    private static void SortUnlessSorted(Span<uint> postings)
    {
        for (var i = 1; i < postings.Length; i++)
        {
            if (postings[i] < postings[i - 1])
            {
                postings.Sort();
                return;
            }
        }
    }
}
