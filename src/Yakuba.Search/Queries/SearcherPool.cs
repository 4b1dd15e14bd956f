namespace Yakuba.Search.Queries;

/// <summary>Searchers between queries: as many as the machine has processors, taken and returned without a lock.</summary>
internal sealed class SearcherPool : IDisposable
{
    private readonly Searcher?[] _idle = new Searcher?[Environment.ProcessorCount * 2];

    internal Searcher Rent()
    {
        for (var i = 0; i < _idle.Length; i++)
        {
            if (Interlocked.Exchange(ref _idle[i], null) is { } searcher)
            {
                return searcher;
            }
        }

        return new Searcher();
    }

    internal void Return(Searcher searcher)
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
