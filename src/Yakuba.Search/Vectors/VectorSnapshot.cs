namespace Yakuba.Search.Vectors;

/// <summary>One state of the vectors, unchanged while it is held. Any number of threads may search it at once.</summary>
public sealed class VectorSnapshot : IDisposable
{
    private readonly VectorPart[] _parts;
    private readonly VectorSearcherPool _searchers;
    private int _isDisposed;

    internal VectorSnapshot(VectorPart[] parts, VectorSearcherPool searchers)
    {
        (_parts, _searchers) = (parts, searchers);
        foreach (var part in parts)
        {
            part.File.Hold();
        }
    }

    /// <summary>Values of each vector; 0 while there is none.</summary>
    public int Dimension => _parts.Length == 0 ? 0 : _parts[0].File.Header.Dimension;

    /// <summary>Which model made the vectors, in the words of whoever stored them; empty while there is none.</summary>
    public string Label => _parts.Length == 0 ? "" : _parts[0].File.Label;

    /// <summary>Vectors that a search could find if everything were permitted.</summary>
    public long Vectors => Rows().Sum(row => (long)(row.To - row.From));

    /// <summary>Vectors that a search could find with these rights.</summary>
    public long VectorsIn(PermittedGroups permitted) => Rows().Where(row => permitted.Contains(row.Group)).Sum(row => (long)(row.To - row.From));

    /// <summary>Whether a search with these rights could find any.</summary>
    public bool HasVectorsIn(PermittedGroups permitted) => Rows().Any(row => row.To > row.From && permitted.Contains(row.Group));

    /// <summary>Groups that have a vector, in no order.</summary>
    public IReadOnlyCollection<uint> Groups => [.. Rows().Select(row => row.Group)];

    /// <summary>Finds the passages whose vectors have the greatest dot product with a vector.</summary>
    /// <param name="vector">As many finite values as <see cref="Dimension"/>, not all 0.</param>
    /// <param name="permitted">Groups that may be found; applied before anything is scored.</param>
    /// <param name="to">Receives the hits, best first; ties by group, then ordinal.</param>
    /// <param name="scan">How to go through them.</param>
    /// <returns>Number of hits written to the front of <paramref name="to"/>; 0 while there is no vector. Nothing is allocated once buffers have grown to the snapshot's size.</returns>
    /// <exception cref="VectorRefusedException">The vector has a fault.</exception>
    /// <exception cref="ObjectDisposedException">The snapshot is disposed.</exception>
    public int Search(ReadOnlySpan<float> vector, PermittedGroups permitted, Span<SearchHit> to, VectorScan scan = VectorScan.Auto)
    {
        ArgumentNullException.ThrowIfNull(permitted);
        Demand(vector);
        var searcher = _searchers.Rent();
        var count = searcher.Run(_parts, vector, permitted, to, scan);
        _searchers.Return(searcher);
        GC.KeepAlive(this);
        return count;
    }

    /// <summary>Scores passages that another search found.</summary>
    /// <param name="vector">As for <see cref="Search"/>.</param>
    /// <param name="permitted">Groups that may be scored.</param>
    /// <param name="passages">Any passages; their own scores are not read.</param>
    /// <param name="scores">Receives a dot product for each; NaN where a passage has no vector or is not permitted.</param>
    /// <exception cref="VectorRefusedException">The vector has a fault.</exception>
    /// <exception cref="ArgumentException">There are fewer places than passages.</exception>
    /// <exception cref="ObjectDisposedException">The snapshot is disposed.</exception>
    public void Score(ReadOnlySpan<float> vector, PermittedGroups permitted, ReadOnlySpan<SearchHit> passages, Span<double> scores)
    {
        ArgumentNullException.ThrowIfNull(permitted);
        ArgumentOutOfRangeException.ThrowIfLessThan(scores.Length, passages.Length, nameof(scores));
        Demand(vector);
        var searcher = _searchers.Rent();
        searcher.Score(_parts, vector, permitted, passages, scores);
        _searchers.Return(searcher);
        GC.KeepAlive(this);
    }

    /// <summary>Lets go of the files. Call it when no search of this snapshot runs any more.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
        {
            foreach (var part in _parts)
            {
                part.File.Release();
            }
        }
    }

    private void Demand(ReadOnlySpan<float> vector)
    {
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _isDisposed) != 0, this);
        var dimension = _parts.Length == 0 ? vector.Length : Dimension;
        var fault = VectorCode.Check(vector, dimension);
        if (fault != VectorFault.None)
        {
            throw new VectorRefusedException(fault, vector.Length, dimension);
        }
    }

    private IEnumerable<(uint Group, int From, int To)> Rows() =>
        _parts.SelectMany(part => Enumerable.Range(0, part.File.Header.Groups).Select(part.File.Row).Where(row => !part.Hides(row.Group)));
}
