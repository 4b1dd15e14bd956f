using Yakuba.Search.Directories;
using Yakuba.Search.Queries;

namespace Yakuba.Search;

/// <summary>An index open for reading. Any number may be open beside one writer, in this and other processes.</summary>
public sealed class SearchIndex : IDisposable
{
    private readonly IndexDirectory _directory;
    private readonly SearcherPool _searchers = new();
    private readonly Lock _refresh = new();
    private SegmentSet? _current;

    private SearchIndex(IndexDirectory directory)
    {
        _directory = directory;
        _current = ManifestFile.OpenCurrent(directory, null);
    }

    /// <summary>Opens the index and checks the tables of every file that its manifest names; what they point to is checked when it is first read.</summary>
    /// <exception cref="FileNotFoundException">There is no index; <see cref="IndexWriter.Open(string, IndexSchema)"/> creates one.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such directory.</exception>
    /// <exception cref="IndexDamagedException">A file is missing or altered.</exception>
    /// <exception cref="IndexVersionException">A file is of another format version.</exception>
    public static SearchIndex Open(string directory) => new(new IndexDirectory(directory));

    /// <summary>The state as of the last commit by any process. Dispose it: it keeps its files mapped, deleted ones too.</summary>
    /// <exception cref="IndexDamagedException">A file is missing or altered.</exception>
    /// <exception cref="IndexVersionException">A file is of another format version.</exception>
    /// <exception cref="ObjectDisposedException">The index is disposed.</exception>
    public IndexSnapshot Snapshot()
    {
        lock (_refresh)
        {
            ObjectDisposedException.ThrowIf(_current is null, this);
            var now = ManifestFile.OpenCurrent(_directory, _current);
            _current.Release();
            _current = now;
            _ = now.TryHold(); // The lock is held and the index's own reference lives, so that this cannot fail.
            return new IndexSnapshot(now, _searchers);
        }
    }

    /// <summary>Closes the index. Snapshots taken before stay good until they are disposed.</summary>
    public void Dispose()
    {
        lock (_refresh)
        {
            _current?.Release();
            _current = null;
            _searchers.Dispose();
        }
    }
}
