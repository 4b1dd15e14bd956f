using Yakuba.Search.Postings;
using Yakuba.Search.Segments;

namespace Yakuba.Search.Merging;

/// <summary>Carries the positions of one field over into the merged segment.</summary>
internal sealed unsafe class PositionsMerger(IReadOnlyList<SegmentView> views, PassageMap map, PassedPages passed)
{
    private readonly List<ushort> _gathered = [];
    private readonly List<(int Target, int From, int To)> _slices = [];
    private readonly List<ushort> _ordered = [];
    private uint[] _postings = new uint[1024];

    internal void WriteField(SegmentWriter to, int field)
    {
        var terms = new MergedTerms(views, field);
        while (terms.MoveNext(out _))
        {
            _gathered.Clear();
            _slices.Clear();
            foreach (var (view, row) in terms.Holders)
            {
                Gather(view, row, field);
            }

            passed.Count(_gathered.Count);
            if (_slices.Count > 0)
            {
                to.AddPositions(InOrder());
            }
        }
    }

    private void Gather(int view, int row, int field)
    {
        var segment = views[view].Segment;
        segment.DemandPositions(field, row);
        var term = segment.Term(row);
        if (_postings.Length < term.DocumentFrequency)
        {
            _postings = new uint[Math.Max((int)term.DocumentFrequency, _postings.Length * 2)];
        }

        segment.DemandPostings(row);
        PostingsDecoder.Decode(segment, term, _postings.AsSpan(0, (int)term.DocumentFrequency));
        var at = segment.PositionsOf(field, row, out _);
        var targets = map.TargetsOf(view);
        for (var i = 0; i < term.DocumentFrequency; i++)
        {
            var target = targets[(int)(_postings[i] >> 8)];
            var from = _gathered.Count;
            ushort position;
            do
            {
                position = *at++;
                if (target >= 0)
                {
                    _gathered.Add(position);
                }
            }
            while ((position & SegmentFormat.LastPosition) == 0);
            if (target >= 0)
            {
                _slices.Add((target, from, _gathered.Count));
            }
        }
    }

    private ReadOnlySpan<ushort> InOrder()
    {
        var gathered = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_gathered);
        var isOrdered = true;
        for (var i = 1; i < _slices.Count && isOrdered; i++)
        {
            isOrdered = _slices[i].Target > _slices[i - 1].Target;
        }

        if (isOrdered)
        {
            return gathered;
        }

        _slices.Sort((a, b) => a.Target.CompareTo(b.Target));
        _ordered.Clear();
        foreach (var (_, from, end) in _slices)
        {
            _ordered.AddRange(gathered[from..end]);
        }

        return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_ordered);
    }
}
