using Yakuba.Search.Segments;

namespace Yakuba.Search.Ranking;

/// <summary>
/// The best passages seen so far, as a heap with the worst at the root. Order: score descending, then group, then ordinal.
/// </summary>
internal sealed class TopPassages
{
    private Place[] _heap = new Place[16];
    private int _limit;
    private SegmentView[] _views = [];

    /// <param name="Score">Sum of weight × impact.</param>
    /// <param name="View">Place of the segment in the snapshot.</param>
    /// <param name="Passage">Number of the passage in the segment.</param>
    internal readonly record struct Place(uint Score, int View, int Passage);

    internal int Count { get; private set; }

    /// <summary>A passage below this score cannot enter; one at this score may, by its key. At least 1.</summary>
    internal uint Threshold { get; private set; }

    internal void Begin(SegmentView[] views, int limit)
    {
        _views = views;
        _limit = limit;
        Count = 0;
        Threshold = 1;
    }

    /// <summary>Forgets the segments, so that a pooled object does not keep them.</summary>
    internal void End() => _views = [];

    /// <summary>True when neither this passage nor a later one of its segment can enter with a score at the threshold.</summary>
    internal bool IsClosedToTies(int view, int passage) => Count == _limit && !IsWorse(_heap[0], new Place(Threshold, view, passage));

    internal void Offer(uint score, int view, int passage)
    {
        var place = new Place(score, view, passage);
        if (Count < _limit)
        {
            if (Count == _heap.Length)
            {
                Array.Resize(ref _heap, _heap.Length * 2);
            }

            Rise(Count++, place);
        }
        else if (IsWorse(_heap[0], place))
        {
            Sink(place, Count);
        }
        else
        {
            return;
        }

        if (Count == _limit)
        {
            Threshold = _heap[0].Score;
        }
    }

    /// <summary>Orders what was found, best first. The heap is used up.</summary>
    internal ReadOnlySpan<Place> Sort()
    {
        for (var end = Count - 1; end > 0; end--)
        {
            var worst = _heap[0];
            Sink(_heap[end], end);
            _heap[end] = worst;
        }

        return _heap.AsSpan(0, Count);
    }

    private bool IsWorse(in Place a, in Place b)
    {
        if (a.Score != b.Score)
        {
            return a.Score < b.Score;
        }

        // In one segment the passages are in the order of their keys.
        return a.View == b.View ? a.Passage > b.Passage : _views[a.View].Segment.KeyOf(a.Passage) > _views[b.View].Segment.KeyOf(b.Passage);
    }

    private void Rise(int at, in Place place)
    {
        while (at > 0 && IsWorse(place, _heap[(at - 1) / 2]))
        {
            _heap[at] = _heap[(at - 1) / 2];
            at = (at - 1) / 2;
        }

        _heap[at] = place;
    }

    /// <summary>Puts <paramref name="place"/> in the root's stead, into the first <paramref name="count"/> places.</summary>
    private void Sink(Place place, int count)
    {
        var at = 0;
        while ((at * 2) + 1 < count)
        {
            var child = (at * 2) + 1;
            if (child + 1 < count && IsWorse(_heap[child + 1], _heap[child]))
            {
                child++;
            }

            if (!IsWorse(_heap[child], place))
            {
                break;
            }

            _heap[at] = _heap[child];
            at = child;
        }

        _heap[at] = place;
    }
}
