using System.Globalization;
using Yakuba.Search.Directories;

namespace Yakuba.Search.Vectors;

/// <summary>
/// A directory of vector files and all that changes it: one writer, any number of snapshots. The files in the directory are the
/// state; each change is one rename, and a group that stands in two files is that of the newer.
/// </summary>
public sealed class VectorIndex : IDisposable
{
    private const string Prefix = "vectors-";
    private const int MaxFiles = 8;

    private readonly string _directory;
    private readonly Lock _gate = new();
    private readonly VectorSearcherPool _searchers = new();
    private VectorPart[] _parts;
    private uint _last;

    private VectorIndex(string directory, VectorPart[] parts, uint last) => (_directory, _parts, _last) = (directory, parts, last);

    /// <summary>Opens a directory, or makes an empty one. Drafts that a crash left are deleted.</summary>
    /// <exception cref="IndexDamagedException">A file is not exactly what was written, or the files do not belong together.</exception>
    /// <exception cref="IndexVersionException">A file is of another format version.</exception>
    public static VectorIndex Open(string directory)
    {
        Directory.CreateDirectory(directory);
        var files = new List<VectorFile>();
        try
        {
            foreach (var path in Directory.GetFiles(directory, Prefix + "*").Order(StringComparer.Ordinal))
            {
                if (path.EndsWith(".new", StringComparison.Ordinal))
                {
                    File.Delete(path);
                    continue;
                }

                files.Add(VectorFile.Open(path));
                if (files[^1].Header.Dimension != files[0].Header.Dimension || files[^1].Label != files[0].Label)
                {
                    throw new IndexDamagedException(path, "header", "the vectors are of another model than those beside them.");
                }
            }
        }
        catch
        {
            files.ForEach(file => file.Release());
            throw;
        }

        return new VectorIndex(directory, Arrange(files), files.Count == 0 ? 0 : NumberOf(files[^1].Path));
    }

    /// <summary>The newest state. Dispose it after use.</summary>
    public VectorSnapshot Snapshot()
    {
        lock (_gate)
        {
            return new VectorSnapshot(_parts, _searchers);
        }
    }

    /// <summary>Stores vectors in one step. A group that is there already is replaced as a whole.</summary>
    /// <param name="label">Which model made them; at most 2,000 bytes of UTF-8. The same for all vectors of a directory.</param>
    /// <param name="entries">Sorted by group, then ordinal; at least one.</param>
    /// <exception cref="VectorRefusedException">A vector has a fault; nothing is stored.</exception>
    /// <exception cref="ArgumentException">The order, the label or the dimension is wrong; nothing is stored.</exception>
    public void Add(string label, IReadOnlyList<VectorEntry> entries)
    {
        ArgumentOutOfRangeException.ThrowIfZero(entries.Count);
        lock (_gate)
        {
            var dimension = _parts.Length == 0 ? entries[0].Vector.Length : _parts[0].File.Header.Dimension;
            if (_parts.Length > 0 && _parts[0].File.Label != label)
            {
                throw new ArgumentException("The vectors there are of another model. Clear them first.", nameof(label));
            }

            var path = PathOf(_last + 1);
            using (var writer = new VectorFileWriter(path, dimension, label))
            {
                foreach (var entry in entries)
                {
                    writer.Add(entry.Group, entry.Ordinal, entry.Vector);
                }

                writer.Publish();
            }

            _last++;
            _parts = Arrange([.. Files(), VectorFile.Open(path)]);
            if (_parts.Length > MaxFiles)
            {
                Merge();
            }
        }
    }

    /// <summary>Deletes the vectors of groups for good: their bytes leave the disk with the file that held them.</summary>
    public void Remove(IEnumerable<uint> groups)
    {
        lock (_gate)
        {
            var removed = groups.ToHashSet();
            foreach (var file in Files().Where(file => removed.Any(group => file.FindGroup(group) >= 0)).ToList())
            {
                var kept = VectorMerger.Rewrite([_parts.Single(part => part.File == file)], removed, file.Path);
                Replace([file], kept ? file.Path : null);
            }
        }
    }

    /// <summary>Deletes all vectors.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            Replace([.. Files()], null);
        }
    }

    /// <summary>Lets go of the files; snapshots that are held stay good.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var part in _parts)
            {
                part.File.Release();
            }

            _parts = [];
        }
    }

    // A stop between the new file and the deletion of the old ones leaves groups twice: the newer file wins, and holds the same.
    private void Merge()
    {
        var path = PathOf(++_last);
        VectorMerger.Rewrite(_parts, [], path);
        Replace([.. Files()], path);
    }

    /// <summary>Lets go of files, deletes those whose name no new file has taken, and opens the new one.</summary>
    private void Replace(VectorFile[] old, string? path)
    {
        foreach (var file in old.Where(file => file.Path != path))
        {
            File.Delete(file.Path);
        }

        DirectorySync.Run(_directory);
        var kept = Files().Except(old);
        _parts = Arrange([.. (path is null ? kept : kept.Append(VectorFile.Open(path))).OrderBy(file => file.Path, StringComparer.Ordinal)]);
        foreach (var file in old)
        {
            file.Release();
        }
    }

    private IEnumerable<VectorFile> Files() => _parts.Select(part => part.File);

    private static VectorPart[] Arrange(IReadOnlyList<VectorFile> files)
    {
        var parts = new VectorPart[files.Count];
        for (var i = 0; i < files.Count; i++)
        {
            var groups = Enumerable.Range(0, files[i].Header.Groups).Select(row => files[i].Row(row).Group);
            parts[i] = new VectorPart(files[i], [.. groups.Where(group => files.Skip(i + 1).Any(newer => newer.FindGroup(group) >= 0))]);
        }

        return parts;
    }

    private string PathOf(uint number) => Path.Combine(_directory, string.Create(CultureInfo.InvariantCulture, $"{Prefix}{number:d8}"));

    private static uint NumberOf(string path) => uint.TryParse(Path.GetFileName(path).AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new IndexDamagedException(path, "name", "the file's name has no number.");
}
