using Yakuba.Office.Library.Index.Vectors;
using Yakuba.Platform.Data;
using Yakuba.Search;
using Yakuba.Text;

namespace Yakuba.Office.Library.Index;

/// <summary>The municipality's search index: one writer, any number of readers. It can always be made again from the rows.</summary>
/// <remarks>
/// Order of an import: rows with <c>indexed = 0</c>, then the segment, then <c>indexed = 1</c>. Whatever stops in between leaves
/// passages that no rights permit, never a version without its passages. An index that is missing, damaged, of another format or
/// of other fields is made again when it is first opened, before anything is answered from it.
/// </remarks>
public sealed class LibraryIndex(DataDirectory directory, SearchAnalyser analyser, LibraryVectors? vectors = null) : IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly Lock _gate = new();
    private IndexWriter? _writer;
    private SearchIndex? _reader;
    private bool _isClosed;

    /// <summary>Adds the passages of versions and publishes them in one step. A version that is there already is replaced.</summary>
    public void Publish(IEnumerable<uint> replaced, IEnumerable<IndexEntry> entries)
    {
        var versions = replaced.ToList();
        vectors?.Remove(versions);
        Write(writer =>
        {
            foreach (var version in versions)
            {
                writer.RemoveGroup(version);
            }

            foreach (var entry in entries)
            {
                writer.Add(entry);
            }

            writer.Commit();
        });
    }

    /// <summary>Takes versions out for good.</summary>
    public void Remove(IEnumerable<uint> versions) => Publish(versions, []);

    /// <summary>Joins small segments when there are many; drops what was removed.</summary>
    public void Merge() => Write(writer => writer.Merge());

    /// <summary>Writes everything into one segment that holds nothing removed. As long as making all segments; searches go on meanwhile.</summary>
    public void DropRemoved() => Write(writer => writer.MergeAll());

    /// <summary>Indexes versions again after their title or text has changed.</summary>
    public async Task RefreshAsync(IReadOnlyList<uint> versions, CancellationToken cancel)
    {
        var entries = new List<IndexEntry>();
        await using (var read = await directory.Database.ReadAsync(cancel))
        {
            foreach (var version in versions)
            {
                entries.AddRange(await IndexedPassages.OfAsync(read, analyser, version, cancel));
            }
        }

        Publish(versions, entries);
    }

    /// <summary>Makes the whole index again from the rows. Readers go on with the old one until the new one takes its place.</summary>
    /// <param name="progress">Told of versions done and versions in all.</param>
    /// <param name="cancel">Stops; the old index stays.</param>
    /// <returns>Passages in the new index.</returns>
    public async Task<long> RebuildAsync(Action<long, long> progress, CancellationToken cancel)
    {
        await _writing.WaitAsync(cancel);
        try
        {
            var passages = await IndexRebuild.RunAsync(directory, analyser, progress, cancel);
            lock (_gate)
            {
                Close();
                IndexRebuild.TakePlace(directory);
            }

            return passages;
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>The newest published state. Dispose it after use.</summary>
    public IndexSnapshot Snapshot()
    {
        lock (_gate)
        {
            if (_reader is not null)
            {
                return _reader.Snapshot();
            }
        }

        Write(_ => { });
        lock (_gate)
        {
            if (_reader is null)
            {
                var opened = _reader = SearchIndex.Open(directory.Index);
                _ = Task.Run(() => LookOverAsync(opened));
            }

            return _reader.Snapshot();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // A merge reads mapped files: unmapped under it, they would end the whole process. One that takes longer keeps its files until the process ends.
        if (!_isClosed && _writing.Wait(LongestWait))
        {
            _isClosed = true;
            Close();
            _writing.Dispose();
        }
    }

    /// <summary>
    /// Warms the index up, then reads it whole. A search checks what it reads itself; this finds damage before somebody meets it, and
    /// makes the index again.
    /// </summary>
    private async Task LookOverAsync(SearchIndex opened)
    {
        try
        {
            using var snapshot = opened.Snapshot();
            snapshot.WarmUp();
            snapshot.Verify();
        }
        catch (IndexException)
        {
            await RebuildAsync((_, _) => { }, CancellationToken.None);
        }
        catch (ObjectDisposedException)
        {
            // Closed meanwhile: nothing to look over.
        }
    }

    private void Write(Action<IndexWriter> write)
    {
        _writing.Wait();
        try
        {
            _writer ??= Open();
            write(_writer);
        }
        finally
        {
            _writing.Release();
        }
    }

    private IndexWriter Open()
    {
        if (IndexRebuild.IsNeeded(directory))
        {
            // Callers of a snapshot are not asynchronous, and nothing may be answered before this is done.
            Task.Run(() => IndexRebuild.RunAsync(directory, analyser, (_, _) => { }, CancellationToken.None)).GetAwaiter().GetResult();
            IndexRebuild.TakePlace(directory);
        }

        var writer = IndexWriter.Open(directory.Index, PassageFields.Schema);
        writer.SealAfterPostings = PassageFields.PostingsInMemory;
        return writer;
    }

    private void Close()
    {
        _reader?.Dispose();
        _writer?.Dispose();
        (_reader, _writer) = (null, null);
    }
}
