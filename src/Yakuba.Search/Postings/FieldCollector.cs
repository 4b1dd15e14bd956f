using Yakuba.Search.Segments;

namespace Yakuba.Search.Postings;

/// <summary>Collects one field of the passages of a coming segment, then writes it inverted.</summary>
/// <param name="hasPositions">Whether it keeps where each term stands, for phrases.</param>
internal sealed class FieldCollector(bool hasPositions)
{
    private readonly TermSpace _terms = new();
    private readonly OccurrenceList _occurrences = new();
    private readonly List<int> _passageStarts = [];
    private readonly List<ushort> _lengths = [];
    private readonly PositionCollector? _positions = hasPositions ? new PositionCollector() : null;
    private int[] _written = [];

    /// <summary>Postings collected so far.</summary>
    internal int Postings => _occurrences.Count;

    /// <summary>Begins the next passage.</summary>
    /// <param name="terms">Number of terms that will follow.</param>
    internal void Begin(int terms)
    {
        _passageStarts.Add(_occurrences.Count);
        _lengths.Add((ushort)Math.Min(terms, Impact.MaxLength));
        _positions?.BeginPassage();
    }

    /// <summary>Adds a term of the passage begun last.</summary>
    internal void Add(ReadOnlySpan<char> term) => Count(_terms.NumberOf(term));

    /// <summary>Adds terms of the passage begun last.</summary>
    internal void Add(ReadOnlySpan<ReadOnlyMemory<char>> terms)
    {
        const int Batch = 64;
        Span<ulong> heads = stackalloc ulong[Batch];
        Span<uint> hashes = stackalloc uint[Batch];
        for (; !terms.IsEmpty; terms = terms[Math.Min(Batch, terms.Length)..])
        {
            var batch = terms[..Math.Min(Batch, terms.Length)];
            _terms.Expect(batch, heads, hashes);
            for (var i = 0; i < batch.Length; i++)
            {
                Count(_terms.NumberOf(batch[i].Span, heads[i], hashes[i]));
            }
        }
    }

    /// <summary>Terms of the passage added at <paramref name="place"/>.</summary>
    internal int LengthOf(int place) => _lengths[place];

    /// <summary>Writes the field into a segment.</summary>
    /// <param name="order">For each passage of the segment, the place at which it was added; may leave passages out.</param>
    internal void WriteTo(SegmentWriter to, ReadOnlySpan<int> order, double meanLength)
    {
        var lengths = new ushort[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            lengths[i] = _lengths[order[i]];
        }

        to.BeginField(lengths, meanLength, _positions is not null);
        var starts = Starts();
        var ends = (int[])starts.Clone();
        var postings = Invert(order, meanLength, ends);
        var sorted = new SortedTerms(_terms);
        _written = Array.FindAll(sorted.Order, term => starts[term] < ends[term]);
        foreach (var term in _written)
        {
            to.AddTerm(sorted.Text(term), postings.AsSpan(starts[term]..ends[term]));
        }
    }

    /// <summary>Writes the positions of the terms that <see cref="WriteTo"/> wrote last.</summary>
    internal void WritePositionsTo(SegmentWriter to, ReadOnlySpan<int> order) => _positions?.WriteTo(to, order, _written, _terms.Count);

    private void Count(int number)
    {
        _positions?.Add(number);
        ref var entry = ref _terms.At(number);
        if (entry.LastPassage == _passageStarts.Count)
        {
            _occurrences.Increment(entry.LastPlace);
            return;
        }

        entry.DocumentFrequency++;
        entry.LastPassage = _passageStarts.Count;
        entry.LastPlace = _occurrences.Count;
        _occurrences.Add(number);
    }

    private int[] Starts()
    {
        var starts = new int[_terms.Count];
        for (var term = 1; term < starts.Length; term++)
        {
            starts[term] = starts[term - 1] + _terms.At(term - 1).DocumentFrequency;
        }

        return starts;
    }

    private uint[] Invert(ReadOnlySpan<int> order, double meanLength, int[] ends)
    {
        var postings = GC.AllocateUninitializedArray<uint>(_occurrences.Count);
        for (var passage = 0; passage < order.Length; passage++)
        {
            var added = order[passage];
            var saturation = Impact.Saturation(_lengths[added], meanLength);
            var once = ((uint)passage << 8) | Impact.Of(1, saturation); // Most terms occur once: one division a passage.
            var to = added + 1 < _passageStarts.Count ? _passageStarts[added + 1] : _occurrences.Count;
            for (var from = _passageStarts[added]; from < to;)
            {
                var terms = _occurrences.Run(from, to, out var occurrences);
                for (var i = 0; i < terms.Length; i++)
                {
                    var times = occurrences[i];
                    postings[ends[terms[i]]++] = times == 1 ? once : ((uint)passage << 8) | Impact.Of(times, saturation);
                }

                from += terms.Length;
            }
        }

        return postings;
    }
}
