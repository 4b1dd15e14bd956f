using Yakuba.Search.Postings;
using Yakuba.Search.Segments;

namespace Yakuba.Search.Merging;

/// <summary>Writes several segments as one, leaving out removed groups and sealing the impacts anew with the current mean lengths.</summary>
internal sealed unsafe class SegmentMerger
{
    private readonly IReadOnlyList<SegmentView> _views;
    private readonly PassageMap _map;
    private readonly PassedPages _passed;
    private uint[] _source = new uint[1024];
    private uint[] _merged = new uint[1024];
    private int _count;

    private SegmentMerger(IReadOnlyList<SegmentView> views)
    {
        _views = views;
        _map = new PassageMap(views);
        _passed = new PassedPages(views);
    }

    /// <summary>Writes and syncs the merged segment at <paramref name="path"/>.</summary>
    internal static SegmentStamp Run(IReadOnlyList<SegmentView> views, string path, uint segment, IndexSchema schema, ReadOnlySpan<double> meanLengths)
    {
        var merger = new SegmentMerger(views);
        using var writer = new SegmentWriter(path, segment, merger._map.Table);
        for (var field = 0; field < meanLengths.Length; field++)
        {
            merger.WriteField(writer, field, meanLengths[field], schema.Fields[field].HasPositions);
        }

        writer.BeginPositions();
        for (var field = 0; field < meanLengths.Length; field++)
        {
            if (schema.Fields[field].HasPositions)
            {
                new PositionsMerger(views, merger._map, merger._passed).WriteField(writer, field);
            }
        }

        merger._passed.LetGo();
        return writer.Finish();
    }

    private void WriteField(SegmentWriter to, int field, double meanLength, bool hasPositions)
    {
        to.BeginField(Lengths(field), meanLength, hasPositions);
        var terms = new MergedTerms(_views, field);
        while (terms.MoveNext(out var term))
        {
            _count = 0;
            foreach (var (view, row) in terms.Holders)
            {
                Append(view, row, field, meanLength);
            }

            var postings = _merged.AsSpan(0, _count);
            SortUnlessSorted(postings);
            _passed.Count(_count);
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

    private void Append(int view, int row, int field, double meanLength)
    {
        _views[view].Segment.DemandPostings(row);
        var term = _views[view].Segment.Term(row);
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
