using System.Text.Json;
using Yakuba.Platform.Data;
using Yakuba.Search;
using Yakuba.Search.Vectors;

namespace Yakuba.Office.Library.Index.Vectors;

/// <summary>The vectors of the municipality's passages, beside the index. They can always be made again, so what is damaged, or of another format, is thrown away.</summary>
public sealed class LibraryVectors(DataDirectory directory) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<uint, long> _replaced = [];
    private VectorIndex? _index;
    private VectorWorth? _worth;
    private bool _isWorthRead;
    private long _changes;

    private string Folder => Path.Combine(directory.Root, "vectors");

    /// <summary>Grows with every change of what should have a vector; vectors read from rows before are not stored after.</summary>
    internal long Changes
    {
        get
        {
            lock (_gate)
            {
                return _changes;
            }
        }
    }

    /// <summary>The newest state; dispose it after use.</summary>
    public VectorSnapshot Snapshot()
    {
        lock (_gate)
        {
            return Open().Snapshot();
        }
    }

    /// <summary>How the vectors did in the last exam; null before the first, or when the file cannot be read.</summary>
    internal VectorWorth? Worth
    {
        get
        {
            lock (_gate)
            {
                (_worth, _isWorthRead) = (_isWorthRead ? _worth : ReadWorth(), true);
                return _worth;
            }
        }
    }

    /// <summary>Keeps the outcome of an exam beside the vectors.</summary>
    internal void Keep(VectorWorth worth)
    {
        lock (_gate)
        {
            Directory.CreateDirectory(Folder);
            File.WriteAllBytes(WorthFile + ".new", JsonSerializer.SerializeToUtf8Bytes(worth));
            File.Move(WorthFile + ".new", WorthFile, overwrite: true);
            (_worth, _isWorthRead) = (worth, true);
        }
    }

    /// <summary>Stores the vectors of whole versions. Vectors of another label are thrown away first.</summary>
    /// <param name="label">Which model made them.</param>
    /// <param name="entries">Sorted by version, then passage.</param>
    /// <param name="since">What <see cref="Changes"/> said before their text was read: a version that was replaced or deleted since then is left out.</param>
    internal void Store(string label, IReadOnlyList<VectorEntry> entries, long since)
    {
        lock (_gate)
        {
            var current = entries.Where(e => _replaced.GetValueOrDefault(e.Group) <= since).ToList();
            if (current.Count == 0)
            {
                return;
            }

            var index = Open();
            using (var before = index.Snapshot())
            {
                if (before.Vectors > 0 && (before.Label != label || before.Dimension != entries[0].Vector.Length))
                {
                    index.Clear();
                }
            }

            index.Add(label, current);
        }
    }

    /// <summary>Takes the vectors of versions out for good: their text has changed, or they are deleted.</summary>
    internal void Remove(IReadOnlyCollection<uint> versions)
    {
        lock (_gate)
        {
            _changes++;
            foreach (var version in versions)
            {
                _replaced[version] = _changes;
            }

            if (_index is not null || Directory.Exists(Folder))
            {
                Open().Remove(versions);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _index?.Dispose();
            _index = null;
        }
    }

    private string WorthFile => Path.Combine(Folder, "public-exam.json");

    private VectorWorth? ReadWorth()
    {
        try
        {
            return JsonSerializer.Deserialize<VectorWorth>(File.ReadAllBytes(WorthFile));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return null; // the next look at the library holds the exam again
        }
    }

    private VectorIndex Open()
    {
        try
        {
            return _index ??= VectorIndex.Open(Folder);
        }
        catch (IndexException)
        {
            Directory.Delete(Folder, recursive: true);
            (_worth, _isWorthRead) = (null, true);
            return _index = VectorIndex.Open(Folder);
        }
    }
}
