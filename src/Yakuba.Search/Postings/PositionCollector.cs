using Yakuba.Search.Segments;

namespace Yakuba.Search.Postings;

/// <summary>Collects the term numbers of a field in text order, then writes for each term where it stands in each passage.</summary>
internal sealed class PositionCollector
{
    private readonly List<int> _tokens = [];
    private readonly List<int> _passageStarts = [];

    internal void BeginPassage() => _passageStarts.Add(_tokens.Count);

    internal void Add(int term) => _tokens.Add(term);

    /// <summary>Writes the positions of the terms, in that order.</summary>
    /// <param name="order">For each passage of the segment, the place at which it was added; may leave passages out.</param>
    /// <param name="written">Numbers of the terms that the segment holds, in its order.</param>
    /// <param name="terms">Terms collected.</param>
    internal void WriteTo(SegmentWriter to, ReadOnlySpan<int> order, ReadOnlySpan<int> written, int terms)
    {
        var starts = new int[terms];
        Walk(order, starts, null);
        var sum = 0;
        for (var term = 0; term < terms; term++)
        {
            (starts[term], sum) = (sum, sum + starts[term]);
        }

        var ends = (int[])starts.Clone();
        var positions = new ushort[sum];
        Walk(order, ends, positions);
        foreach (var term in written)
        {
            to.AddPositions(positions.AsSpan(starts[term]..ends[term]));
        }
    }

    /// <summary>Moves each term's end on by its positions, and puts them there unless this is only to count them.</summary>
    private void Walk(ReadOnlySpan<int> order, int[] ends, ushort[]? positions)
    {
        var lastPassage = new int[ends.Length];
        for (var passage = 0; passage < order.Length; passage++)
        {
            var start = _passageStarts[order[passage]];
            var end = order[passage] + 1 < _passageStarts.Count ? _passageStarts[order[passage] + 1] : _tokens.Count;
            for (var i = start; i < end; i++)
            {
                var term = _tokens[i];
                var isFirst = lastPassage[term] != passage + 1;
                if (!isFirst && i - start >= SegmentFormat.NoPosition)
                {
                    continue;
                }

                lastPassage[term] = passage + 1;
                if (positions is not null)
                {
                    positions[ends[term]] = (ushort)(Math.Min(i - start, SegmentFormat.NoPosition) | SegmentFormat.LastPosition);
                    if (!isFirst)
                    {
                        positions[ends[term] - 1] &= SegmentFormat.LastPosition - 1;
                    }
                }

                ends[term]++;
            }
        }
    }
}
