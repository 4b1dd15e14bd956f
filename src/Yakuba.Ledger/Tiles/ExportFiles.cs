namespace Yakuba.Ledger;

/// <summary>The files of an export, and which of them belong to the log.</summary>
internal sealed class ExportFiles(string directory)
{
    // The largest file of the format: a full bundle of the longest entries.
    private const int MaxBytes = TilePath.FullWidth * (EntryBundle.MaxEntryBytes + 2);

    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    /// <summary>Reads a file.</summary>
    /// <returns>Null when it is missing. A file that is too large for the format is cut just above that size, so that no check can pass.</returns>
    internal byte[]? Load(string path)
    {
        _asked.Add(path);
        var full = Path.Combine(directory, path);
        if (!File.Exists(full))
        {
            return null;
        }

        using var file = new FileStream(full, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        var bytes = new byte[Math.Min(file.Length, MaxBytes + 1)];
        return bytes[..file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
    }

    /// <summary>Reads a tile.</summary>
    /// <returns>Null when the file is missing or has another length than <paramref name="width"/> hashes.</returns>
    internal TreeHash[]? LoadTile(int level, long index, int width)
    {
        if (Load(TilePath.Tile(level, index, width)) is not { } bytes || bytes.Length != width * TreeHash.Length)
        {
            return null;
        }

        var hashes = new TreeHash[width];
        for (var i = 0; i < width; i++)
        {
            hashes[i] = new TreeHash(bytes.AsSpan(i * TreeHash.Length, TreeHash.Length));
        }

        return hashes;
    }

    /// <summary>Files that nobody asked for, at most 100, with forward slashes.</summary>
    internal IReadOnlyList<string> NotAsked() =>
        [.. Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(directory, file).Replace('\\', '/'))
            .Where(file => !_asked.Contains(file))
            .Order(StringComparer.Ordinal)
            .Take(100)];
}
