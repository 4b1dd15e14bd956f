using Yakuba.Platform.Data;
using Yakuba.Search;

namespace Yakuba.Office.Library.Index;

/// <summary>The municipality's search index: one writer, any number of readers.</summary>
/// <remarks>
/// Order of an import: rows with <c>indexed = 0</c>, then the segment, then <c>indexed = 1</c>. Whatever stops in between is
/// mended at the next start, because rows not yet marked are simply indexed again under the same number.
/// </remarks>
public sealed class LibraryIndex(DataDirectory directory) : IDisposable
{
    private readonly Lock _gate = new();
    private IndexWriter? _writer;
    private SearchIndex? _reader;

    /// <summary>Adds the passages of versions and publishes them in one step. A version that is there already is replaced.</summary>
    public void Publish(IEnumerable<uint> replaced, IEnumerable<IndexEntry> entries)
    {
        lock (_gate)
        {
            var writer = Writer();
            foreach (var version in replaced)
            {
                writer.RemoveGroup(version);
            }

            foreach (var entry in entries)
            {
                writer.Add(entry);
            }

            writer.Commit();
        }
    }

    /// <summary>Takes versions out for good.</summary>
    public void Remove(IEnumerable<uint> versions) => Publish(versions, []);

    /// <summary>Joins small segments when there are many; drops what was removed.</summary>
    public void Merge()
    {
        lock (_gate)
        {
            Writer().Merge();
        }
    }

    /// <summary>The newest published state. Dispose it after use.</summary>
    public IndexSnapshot Snapshot()
    {
        lock (_gate)
        {
            if (_reader is null)
            {
                Writer(); // makes the empty index of a new municipality
                _reader = SearchIndex.Open(directory.Index);
            }

            return _reader.Snapshot();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _reader?.Dispose();
        _writer?.Dispose();
    }

    private IndexWriter Writer() => _writer ??= IndexWriter.Open(directory.Index, PassageFields.Schema);
}
