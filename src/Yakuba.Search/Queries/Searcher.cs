using Yakuba.Search.Directories;
using Yakuba.Search.Ranking;
using Yakuba.Search.Segments;

namespace Yakuba.Search.Queries;

/// <summary>Runs one query at a time and keeps its buffers for the next; searchers are pooled.</summary>
internal sealed unsafe class Searcher : IDisposable
{
    private readonly QueryWeights _weights = new();
    private readonly WindowScorer _scorer = new();
    private readonly TopPassages _top = new();
    private readonly NativeBuffer<ActiveTerm> _terms = new();
    private readonly List<NativeBuffer<uint>> _firstOfWindow = [];

    /// <summary>Windows visited since construction, for benchmarks.</summary>
    internal long VisitedWindows => _scorer.Visited;

    /// <returns>Hits written to the front of <paramref name="to"/>, best first.</returns>
    internal int Run(SegmentSet segments, IndexQuery query, PermittedGroups permitted, Span<SearchHit> to)
    {
        _weights.Resolve(query, segments);
        if (_weights.Count == 0 || to.Length == 0)
        {
            return 0;
        }

        _top.Begin(segments.Views, to.Length);
        for (var i = 0; i < segments.Views.Length; i++)
        {
            RunSegment(segments.Views, i, permitted);
        }

        var found = _top.Sort();
        for (var i = 0; i < found.Length; i++)
        {
            var key = segments.Views[found[i].View].Segment.KeyOf(found[i].Passage);
            to[i] = new SearchHit((uint)(key >> 32), (uint)key, found[i].Score * _weights.ScoreOfOne);
        }

        _top.End();
        return found.Length;
    }

    public void Dispose()
    {
        _scorer.Dispose();
        _terms.Dispose();
        _firstOfWindow.ForEach(buffer => buffer.Dispose());
    }

    private void RunSegment(SegmentView[] views, int view, PermittedGroups permitted)
    {
        var segment = views[view].Segment;
        var bits = permitted.BitsFor(views[view]);
        var terms = _terms.Reserve(_weights.Count);
        var frequent = Collect(segment, view, views.Length, terms, 0, wantFrequent: true);
        var count = Collect(segment, view, views.Length, terms, frequent, wantFrequent: false);
        if (count > 0)
        {
            fixed (ulong* words = bits) // Pinned already; this takes the address.
            {
                _scorer.Run(segment, view, terms, frequent, count, words, _top);
            }
        }
    }

    /// <summary>Appends the frequent, or the rare, terms that the segment holds.</summary>
    private int Collect(SegmentReader segment, int view, int views, ActiveTerm* terms, int count, bool wantFrequent)
    {
        var rare = 0;
        for (var i = 0; i < _weights.Count; i++)
        {
            var row = _weights.RowOf(i, view, views);
            if (row < 0 || (segment.Terms[row].DocumentFrequency >= segment.FrequentFrom) != wantFrequent)
            {
                continue;
            }

            segment.DemandPostings(row);
            ref var term = ref terms[count++];
            var start = segment.Postings + ((long)segment.Terms[row].Postings * sizeof(uint));
            term.Weight = _weights.Weights[i];
            term.Postings = segment.Terms[row].DocumentFrequency;
            if (wantFrequent)
            {
                term.Maxima = start;
                term.Offsets = (uint*)(start + SegmentFormat.Padded(segment.Windows));
                term.InWindow = (ushort*)(term.Offsets + segment.Windows + 1);
            }
            else
            {
                term.Flat = (uint*)start;
                term.FirstOfWindow = RareBuffer(rare++, segment.Windows);
            }
        }

        return count;
    }

    private uint* RareBuffer(int index, int windows)
    {
        if (index == _firstOfWindow.Count)
        {
            _firstOfWindow.Add(new NativeBuffer<uint>());
        }

        return _firstOfWindow[index].Reserve(windows);
    }
}
