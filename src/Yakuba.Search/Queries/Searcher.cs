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
    private readonly List<NativeBuffer<uint>> _phrases = [];
    private readonly PhraseFinder _finder = new();
    private readonly RequiredPassages _required = new();

    /// <returns>Hits written to the front of <paramref name="to"/>, best first.</returns>
    internal int Run(SegmentSet segments, IndexQuery query, PermittedGroups permitted, Span<SearchHit> to)
    {
        _weights.Resolve(query, segments, permitted.Scope);
        if (_weights.FindNothing || to.Length == 0)
        {
            return 0;
        }

        _top.Begin(segments.Views, to.Length);
        for (var i = 0; i < segments.Views.Length; i++)
        {
            RunSegment(segments.Views, i, query.Phrases, permitted);
        }

        var found = _top.Sort();
        foreach (var place in found)
        {
            segments.Views[place.View].Segment.ExpectKeyOf(place.Passage);
        }

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
        _phrases.ForEach(buffer => buffer.Dispose());
        _finder.Dispose();
        _required.Dispose();
    }

    private void RunSegment(SegmentView[] views, int view, IReadOnlyList<QueryPhrase> phrases, PermittedGroups permitted)
    {
        var segment = views[view].Segment;
        var bits = permitted.BitsFor(views[view]);
        Expect(segment, view, views.Length);
        var terms = _terms.Reserve(_weights.Count + phrases.Count);
        var frequent = Collect(segment, view, views.Length, terms, 0, wantFrequent: true);
        var count = Collect(segment, view, views.Length, terms, frequent, wantFrequent: false);
        fixed (ulong* words = bits) // Pinned already; this takes the address.
        {
            _required.Begin(segment.Windows, words);
            if (phrases.Count > 0)
            {
                count = CollectPhrases(segment, view, phrases, terms, count, count - frequent);
            }

            if (count > 0)
            {
                _scorer.Run(segment, view, terms, frequent, count, _required.Bits, _top);
            }
        }
    }

    /// <summary>Asks for all postings before the first is checked, so that a cold disk brings them side by side.</summary>
    private void Expect(SegmentReader segment, int view, int views)
    {
        for (var i = 0; i < _weights.Count; i++)
        {
            if (_weights.RowOf(i, view, views) is var row and >= 0)
            {
                segment.Readings.ExpectPostings(row);
            }
        }
    }

    /// <summary>Appends the phrases that the segment holds, as rare terms, and narrows what is permitted to the required ones.</summary>
    /// <returns>Terms and phrases; 0 when a required phrase is not here.</returns>
    private int CollectPhrases(SegmentReader segment, int view, IReadOnlyList<QueryPhrase> phrases, ActiveTerm* terms, int count, int rare)
    {
        for (var i = 0; i < phrases.Count; i++)
        {
            var weight = _weights.Phrases.Weights[i];
            if (weight == 0 && !phrases[i].IsRequired)
            {
                continue;
            }

            while (_phrases.Count <= i)
            {
                _phrases.Add(new NativeBuffer<uint>());
            }

            var found = _phrases[i];
            var postings = FindPhrase(segment, view, i, phrases[i], found);
            if (phrases[i].IsRequired)
            {
                _required.Offer(found.Start, postings);
                if (QueryPhrase.EndsAlternatives(phrases, i) && !_required.Close())
                {
                    return 0;
                }
            }

            if (postings > 0 && weight > 0)
            {
                terms[count++] = new ActiveTerm
                {
                    Weight = weight,
                    Postings = (uint)postings,
                    Flat = found.Start,
                    FirstOfWindow = RareBuffer(rare++, segment.Windows),
                };
            }
        }

        return count;
    }

    private int FindPhrase(SegmentReader segment, int view, int number, in QueryPhrase phrase, NativeBuffer<uint> to)
    {
        Span<int> rows = stackalloc int[phrase.Terms.Count];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = _weights.Phrases.RowOf(number, i, view);
            if (rows[i] < 0)
            {
                return 0;
            }
        }

        return _finder.Find(segment, phrase.Field, rows, to);
    }

    /// <summary>Appends the frequent, or the rare, terms that the segment holds.</summary>
    private int Collect(SegmentReader segment, int view, int views, ActiveTerm* terms, int count, bool wantFrequent)
    {
        var rare = 0;
        for (var i = 0; i < _weights.Count; i++)
        {
            var row = _weights.RowOf(i, view, views);
            if (row < 0 || (segment.Term(row).DocumentFrequency >= segment.FrequentFrom) != wantFrequent)
            {
                continue;
            }

            segment.DemandPostings(row);
            ref var term = ref terms[count++];
            var start = segment.Postings + ((long)segment.Term(row).Postings * sizeof(uint));
            term.Weight = _weights.Weights[i];
            term.Postings = segment.Term(row).DocumentFrequency;
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
