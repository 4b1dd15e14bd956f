namespace Yakuba.Ledger;

/// <summary>What an export came to.</summary>
/// <param name="Entries">Entries written.</param>
/// <param name="Root">Root of the tree over them.</param>
/// <param name="MatchesCheckpoint">False when the signed checkpoint says something else: the log was changed, and the export is the evidence.</param>
public sealed record ExportSummary(long Entries, TreeHash Root, bool MatchesCheckpoint);

/// <summary>Writes a log as a tlog-tiles folder that any static server can serve and any verifier can read: tiles, entry bundles and, last, the checkpoint.</summary>
/// <remarks>Holds at most one bundle and one tile a level in memory. A folder without <c>checkpoint</c> is an export that was broken off.</remarks>
public sealed class ExportWriter
{
    private readonly string _directory;
    private readonly TileStream _tiles;
    private readonly MemoryStream _bundle = new();

    private ExportWriter(string directory)
    {
        _directory = directory;
        _tiles = new TileStream(tile => WriteFile(tile.Path, tile.ToBytes()));
    }

    /// <summary>Starts an export.</summary>
    /// <param name="directory">Is made when missing.</param>
    /// <exception cref="IOException">The directory holds something already.</exception>
    public static ExportWriter Create(string directory)
    {
        Directory.CreateDirectory(directory);
        return Directory.EnumerateFileSystemEntries(directory).Any()
            ? throw new IOException($"{directory} is not empty; an export goes into an empty directory.")
            : new ExportWriter(directory);
    }

    /// <summary>Adds the next entry.</summary>
    /// <param name="entry">Its stored bytes; at most 65,535.</param>
    public void Add(ReadOnlySpan<byte> entry)
    {
        EntryBundle.Append(_bundle, entry);
        _tiles.Append(MerkleTree.LeafHash(entry));
        if (_tiles.Tree.Size % TilePath.FullWidth == 0)
        {
            FlushBundle(TilePath.FullWidth);
        }
    }

    /// <summary>Writes the partial tiles and the checkpoint. Call once, after the last entry of the checkpoint.</summary>
    /// <param name="signedCheckpoint">The signed note over exactly the entries added.</param>
    /// <param name="handovers">The checkpoints by which keys handed over, in order.</param>
    public ExportSummary Finish(ReadOnlySpan<byte> signedCheckpoint, params ReadOnlySpan<byte[]> handovers)
    {
        for (var i = 0; i < handovers.Length; i++)
        {
            WriteFile(TilePath.Handover(i + 1), handovers[i]);
        }

        var tree = _tiles.Tree;
        var partial = (int)(tree.Size % TilePath.FullWidth);
        if (partial > 0)
        {
            FlushBundle(partial);
        }

        _tiles.Finish();
        WriteFile(TilePath.Checkpoint, signedCheckpoint);
        var matches = SignedNote.TryParse(signedCheckpoint, out var note, out _)
            && Checkpoint.TryParse(note.Text, out var head, out _)
            && head.Size == tree.Size
            && head.Root == tree.Root();
        return new ExportSummary(tree.Size, tree.Root(), matches);
    }

    private void FlushBundle(int width)
    {
        var index = (_tiles.Tree.Size - 1) / TilePath.FullWidth;
        WriteFile(TilePath.Entries(index, width), _bundle.GetBuffer().AsSpan(0, (int)_bundle.Length));
        _bundle.SetLength(0);
    }

    private void WriteFile(string path, ReadOnlySpan<byte> bytes)
    {
        var full = Path.Combine(_directory, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!); // never null: the path lies below the export directory
        File.WriteAllBytes(full, bytes);
    }
}
