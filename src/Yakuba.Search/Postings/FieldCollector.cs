using Yakuba.Search.Segments;

namespace Yakuba.Search.Postings;

/// <summary>Collects one field of the passages of a coming segment, then writes it inverted.</summary>
internal sealed class FieldCollector
{
    private readonly TermSpace _terms = new();
    private readonly OccurrenceList _occurrences = new();
    private readonly List<int> _passageStarts = [];
    private readonly List<ushort> _lengths = [];
    private readonly List<int> _documentFrequencies = [];
    private int[] _numbers = new int[256];

    /// <summary>Postings collected so far.</summary>
    internal int Postings => _occurrences.Count;

    /// <summary>Adds the next passage's terms.</summary>
    internal void Add(IReadOnlyList<string> terms)
    {
        if (_numbers.Length < terms.Count)
        {
            _numbers = new int[Math.Max(terms.Count, _numbers.Length * 2)];
        }

        for (var i = 0; i < terms.Count; i++)
        {
            _numbers[i] = _terms.NumberOf(terms[i]);
        }

        while (_documentFrequencies.Count < _terms.Count)
        {
            _documentFrequencies.Add(0);
        }

        var numbers = _numbers.AsSpan(0, terms.Count);
        numbers.Sort();
        _passageStarts.Add(_occurrences.Count);
        _lengths.Add((ushort)Math.Min(terms.Count, Impact.MaxLength));
        for (var from = 0; from < numbers.Length;)
        {
            var to = from + 1;
            while (to < numbers.Length && numbers[to] == numbers[from])
            {
                to++;
            }

            _occurrences.Add(numbers[from], (byte)Math.Min(to - from, Impact.MaxOccurrences));
            _documentFrequencies[numbers[from]]++;
            from = to;
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

        to.BeginField(lengths, meanLength);
        var starts = Starts();
        var ends = (int[])starts.Clone();
        var postings = Invert(order, meanLength, ends);
        var sorted = _terms.Sort();
        foreach (var term in sorted.Order)
        {
            if (starts[term] < ends[term])
            {
                to.AddTerm(sorted.Text(term), postings.AsSpan(starts[term]..ends[term]));
            }
        }
    }

    private int[] Starts()
    {
        var starts = new int[_terms.Count];
        for (var term = 1; term < starts.Length; term++)
        {
            starts[term] = starts[term - 1] + _documentFrequencies[term - 1];
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
            var to = added + 1 < _passageStarts.Count ? _passageStarts[added + 1] : _occurrences.Count;
            for (var i = _passageStarts[added]; i < to; i++)
            {
                var (term, occurrences) = _occurrences[i];
                postings[ends[term]++] = ((uint)passage << 8) | Impact.Of(occurrences, saturation);
            }
        }

        return postings;
    }
}
