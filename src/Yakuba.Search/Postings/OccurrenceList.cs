namespace Yakuba.Search.Postings;

/// <summary>A growing list of (term number, occurrences), in chunks so that it never copies itself.</summary>
internal sealed class OccurrenceList
{
    private const int ChunkBits = 13; // Small enough to stay out of the large object heap: most commits are one document.
    private const int ChunkSize = 1 << ChunkBits;
    private readonly List<int[]> _terms = [];
    private readonly List<byte[]> _occurrences = [];

    internal int Count { get; private set; }

    /// <summary>Adds a term that occurs once so far.</summary>
    internal void Add(int term)
    {
        var at = Count & (ChunkSize - 1);
        if (at == 0 && Count >> ChunkBits == _terms.Count)
        {
            _terms.Add(new int[ChunkSize]);
            _occurrences.Add(new byte[ChunkSize]);
        }

        _terms[Count >> ChunkBits][at] = term;
        _occurrences[Count >> ChunkBits][at] = 1;
        Count++;
    }

    /// <summary>Counts one more occurrence, up to <see cref="Impact.MaxOccurrences"/>.</summary>
    internal void Increment(int index)
    {
        ref var occurrences = ref _occurrences[index >> ChunkBits][index & (ChunkSize - 1)];
        occurrences += occurrences < Impact.MaxOccurrences ? (byte)1 : (byte)0;
    }

    internal (int Term, byte Occurrences) this[int index] =>
        (_terms[index >> ChunkBits][index & (ChunkSize - 1)], _occurrences[index >> ChunkBits][index & (ChunkSize - 1)]);
}
