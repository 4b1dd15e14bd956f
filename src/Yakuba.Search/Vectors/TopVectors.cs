namespace Yakuba.Search.Vectors;

/// <summary>The best vectors seen so far, as a heap with the worst at the root. Order: score descending, then group, then ordinal.</summary>
internal sealed class TopVectors
{
    private Place[] _heap = new Place[16];
    private int _limit;

    /// <param name="Score">Code · code · scale of the vector.</param>
    /// <param name="Key">Group in the upper, ordinal in the lower 32 bits.</param>
    internal readonly record struct Place(float Score, ulong Key);

    internal int Count { get; private set; }

    /// <summary>A vector below this score cannot enter; one at this score may, by its key.</summary>
    internal float Threshold { get; private set; }

    internal void Begin(int limit) => (_limit, Count, Threshold) = (limit, 0, float.NegativeInfinity);

    internal void Offer(float score, ulong key)
    {
        var place = new Place(score, key);
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

    private static bool IsWorse(in Place a, in Place b) => a.Score != b.Score ? a.Score < b.Score : a.Key > b.Key;

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
    private void Sink(in Place place, int count)
    {
        var (at, moved) = (0, place);
        while ((at * 2) + 1 < count)
        {
            var child = (at * 2) + 1;
            if (child + 1 < count && IsWorse(_heap[child + 1], _heap[child]))
            {
                child++;
            }

            if (!IsWorse(_heap[child], moved))
            {
                break;
            }

            _heap[at] = _heap[child];
            at = child;
        }

        _heap[at] = moved;
    }
}
