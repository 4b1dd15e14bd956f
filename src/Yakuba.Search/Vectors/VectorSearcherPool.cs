namespace Yakuba.Search.Vectors;

/// <summary>Searchers between searches: twice as many as the machine has processors, taken and returned without a lock.</summary>
internal sealed class VectorSearcherPool : IDisposable
{
    private readonly VectorSearcher?[] _idle = new VectorSearcher?[Environment.ProcessorCount * 2];

    internal VectorSearcher Rent()
    {
        for (var i = 0; i < _idle.Length; i++)
        {
            if (Interlocked.Exchange(ref _idle[i], null) is { } searcher)
            {
                return searcher;
            }
        }

        return new VectorSearcher();
    }

    internal void Return(VectorSearcher searcher)
    {
        for (var i = 0; i < _idle.Length; i++)
        {
            if (Interlocked.CompareExchange(ref _idle[i], searcher, null) is null)
            {
                return;
            }
        }

        searcher.Dispose();
    }

    public void Dispose()
    {
        for (var i = 0; i < _idle.Length; i++)
        {
            Interlocked.Exchange(ref _idle[i], null)?.Dispose();
        }
    }
}
