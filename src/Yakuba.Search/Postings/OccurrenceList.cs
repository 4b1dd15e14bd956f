namespace Yakuba.Search.Postings;

/// <summary>A growing list of (term number, occurrences), in chunks so that it never copies itself.</summary>
internal sealed class OccurrenceList
{
    private const int ChunkBits = 13; // Small enough to stay out of the large object heap: most commits are one document.
    private const int ChunkSize = 1 << ChunkBits;
    private readonly List<int[]> _terms = [];
    private readonly List<byte[]> _occurrences = [];
    private int[] _lastTerms = [];
    private byte[] _lastOccurrences = [];

    internal int Count { get; private set; }

    /// <summary>Adds a term that occurs once so far.</summary>
    internal void Add(int term)
    {
        var at = Count & (ChunkSize - 1);
        if (at == 0)
        {
            _terms.Add(_lastTerms = new int[ChunkSize]);
            _occurrences.Add(_lastOccurrences = new byte[ChunkSize]);
        }

        _lastTerms[at] = term;
        _lastOccurrences[at] = 1;
        Count++;
    }

    /// <summary>Counts one more occurrence, up to <see cref="Impact.MaxOccurrences"/>.</summary>
    internal void Increment(int index)
    {
        ref var occurrences = ref _occurrences[index >> ChunkBits][index & (ChunkSize - 1)];
        occurrences += occurrences < Impact.MaxOccurrences ? (byte)1 : (byte)0;
    }

    /// <summary>The longest run from <paramref name="from"/> to before <paramref name="to"/> that lies in one chunk.</summary>
    internal ReadOnlySpan<int> Run(int from, int to, out ReadOnlySpan<byte> occurrences)
    {
        var start = from & (ChunkSize - 1);
        var length = Math.Min(to - from, ChunkSize - start);
        occurrences = _occurrences[from >> ChunkBits].AsSpan(start, length);
        return _terms[from >> ChunkBits].AsSpan(start, length);
    }
}
