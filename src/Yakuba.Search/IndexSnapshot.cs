using Yakuba.Search.Directories;
using Yakuba.Search.Queries;
using Yakuba.Search.Segments;

namespace Yakuba.Search;

/// <summary>One state of the index, unchanged while it is held. Any number of threads may search it at once.</summary>
public sealed class IndexSnapshot : IDisposable
{
    private readonly SegmentSet _segments;
    private readonly SearcherPool _searchers;
    private int _isDisposed;

    internal IndexSnapshot(SegmentSet segments, SearcherPool searchers)
    {
        _segments = segments;
        _searchers = searchers;
    }

    /// <summary>Passages that a search could find if everything were permitted.</summary>
    public long Passages => _segments.Passages;

    /// <summary>The fields and their weights.</summary>
    public IndexSchema Schema => _segments.Manifest.Schema;

    /// <summary>Whether every segment was written with the mean lengths that a schema fixes: an index of before it fixed them is made again.</summary>
    /// <exception cref="ObjectDisposedException">The snapshot is disposed.</exception>
    public unsafe bool HasMeanLengthsOf(IndexSchema schema)
    {
        Hold();
        try
        {
            return _segments.Views.All(view => Enumerable.Range(0, schema.Fields.Count).All(
                field => schema.Fields[field].MeanLength == 0 || view.Segment.Fields[field].Tokens == 0 || view.Segment.Fields[field].MeanLength == schema.Fields[field].MeanLength));
        }
        finally
        {
            _segments.Release();
        }
    }

    /// <summary>Grows with every commit and merge: two snapshots of one generation are the same.</summary>
    public ulong Generation => _segments.Manifest.Generation;

    internal SegmentView[] Views => _segments.Views;

    /// <summary>Segments that a search walks.</summary>
    public int Segments => _segments.Views.Length;

    /// <summary>Finds the best permitted passages.</summary>
    /// <param name="query">Terms and their weights.</param>
    /// <param name="permitted">Groups that may be found.</param>
    /// <param name="top">The most hits wanted; at least 0.</param>
    /// <returns>
    /// Passages with a score above 0, by score descending, then group, then ordinal: exactly those that scoring every permitted
    /// passage would give.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">A field, a weight or <paramref name="top"/> is out of range.</exception>
    /// <exception cref="IndexDamagedException">A part of a segment that this search reads for the first time is not what was written.</exception>
    /// <exception cref="ObjectDisposedException">The snapshot is disposed.</exception>
    public SearchHit[] Search(IndexQuery query, PermittedGroups permitted, int top)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(top);
        var hits = new SearchHit[Math.Min(top, Passages)];
        var count = Search(query, permitted, hits);
        return count == hits.Length ? hits : hits[..count];
    }

    /// <summary>The same without an allocation: writes at most as many hits as <paramref name="to"/> has places.</summary>
    /// <returns>Number of hits written to the front of <paramref name="to"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A field or a weight is out of range.</exception>
    /// <exception cref="IndexDamagedException">A part of a segment that this search reads for the first time is not what was written.</exception>
    /// <exception cref="ObjectDisposedException">The snapshot is disposed.</exception>
    public int Search(IndexQuery query, PermittedGroups permitted, Span<SearchHit> to)
    {
        ArgumentNullException.ThrowIfNull(permitted);
        Hold();
        try
        {
            // A searcher that throws is not given back: its buffers may be half-used.
            var searcher = _searchers.Rent();
            var count = searcher.Run(_segments, query, permitted, to);
            _searchers.Return(searcher);
            return count;
        }
        finally
        {
            _segments.Release();
        }
    }

    /// <summary>Runs one query over all segments, so that the first person to ask waits for neither compiler nor disk.</summary>
    /// <exception cref="IndexDamagedException">A part of a segment is not what was written.</exception>
    /// <exception cref="ObjectDisposedException">The snapshot is disposed.</exception>
    public void WarmUp()
    {
        Hold();
        try
        {
            Search(WarmUpQuery.Of(_segments), PermittedGroups.All, 10);
        }
        finally
        {
            _segments.Release();
        }
    }

    /// <summary>Reads every byte of the segments and checks it. Searches need no such call: they check what they read.</summary>
    /// <exception cref="IndexDamagedException">Names the file and section that are not what was written.</exception>
    /// <exception cref="ObjectDisposedException">The snapshot is disposed.</exception>
    public void Verify()
    {
        Hold();
        try
        {
            foreach (var view in _segments.Views)
            {
                SegmentCheck.Whole(view.Segment);
            }
        }
        finally
        {
            _segments.Release();
        }
    }

    /// <summary>Words and passages as one reader may count them: of what <paramref name="permitted"/> weighs by.</summary>
    public TermCounts CountsFor(PermittedGroups permitted) => new(this, permitted.Scope);

    /// <summary>Passages of the permitted groups.</summary>
    /// <exception cref="ObjectDisposedException">The snapshot is disposed.</exception>
    public long PassagesIn(PermittedGroups permitted)
    {
        Hold();
        try
        {
            return permitted.PassagesIn(_segments.Views);
        }
        finally
        {
            _segments.Release();
        }
    }

    /// <summary>Passages of the permitted groups that hold a term. Of all groups, removed ones count until a merge drops them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such field.</exception>
    /// <exception cref="ObjectDisposedException">The snapshot is disposed.</exception>
    public int DocumentFrequency(int field, string term, PermittedGroups permitted)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(field);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(field, Schema.Fields.Count);
        Hold();
        try
        {
            Span<int> rows = _segments.Views.Length <= 64 ? stackalloc int[_segments.Views.Length] : new int[_segments.Views.Length];
            return (int)Math.Min(int.MaxValue, TermLookup.Find(field, term, _segments.Views, permitted, rows));
        }
        finally
        {
            _segments.Release();
        }
    }

    /// <summary>All terms of a field, of hidden passages too; those of removed ones until a merge drops them.</summary>
    /// <remarks>Knows no rights: whoever shows a term to a person asks <see cref="DocumentFrequency"/> for that person.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">There is no such field.</exception>
    /// <exception cref="ObjectDisposedException">The snapshot is disposed.</exception>
    public IReadOnlySet<string> Terms(int field)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(field);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(field, Schema.Fields.Count);
        Hold();
        try
        {
            return TermLookup.All(field, _segments.Views);
        }
        finally
        {
            _segments.Release();
        }
    }

    /// <summary>Lets go of the segments; searches that run finish first.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
        {
            _segments.Release();
        }
    }

    // The extra reference keeps the mapping while the call runs, even if another thread disposes the snapshot meanwhile.
    private void Hold() =>
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _isDisposed) != 0 || !_segments.TryHold(), this);
}
