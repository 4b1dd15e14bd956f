namespace Yakuba.Ledger;

/// <summary>One tile of a tree.</summary>
/// <param name="Level">0 holds leaf hashes; level n holds one hash for each full tile of level n − 1.</param>
/// <param name="Index">Place in the level.</param>
/// <param name="Hashes">1 to 256 hashes.</param>
internal readonly record struct Tile(int Level, long Index, IReadOnlyList<TreeHash> Hashes)
{
    internal string Path => TilePath.Tile(Level, Index, Hashes.Count);

    /// <summary>First entry that hash <paramref name="place"/> of this tile covers.</summary>
    internal long FirstEntry(int place) => (Index * TilePath.FullWidth + place) * EntriesEach;

    /// <summary>Entries that each hash of this tile covers.</summary>
    internal long EntriesEach => 1L << (8 * Level);

    internal byte[] ToBytes()
    {
        var bytes = new byte[Hashes.Count * TreeHash.Length];
        for (var i = 0; i < Hashes.Count; i++)
        {
            Hashes[i].CopyTo(bytes.AsSpan(i * TreeHash.Length));
        }

        return bytes;
    }
}

/// <summary>Turns leaf hashes, one after the other, into the tiles of all levels. Writer and verifier share it, so both see the same tiles.</summary>
internal sealed class TileStream(Action<Tile> each)
{
    private readonly List<Level> _levels = [];
    private readonly List<CompletedHash> _completed = [];

    internal CompactTree Tree { get; } = new();

    internal void Append(TreeHash leaf)
    {
        _completed.Clear();
        Tree.Append(leaf, _completed);
        Add(0, leaf);
        foreach (var hash in _completed)
        {
            Add(hash.TileLevel, hash.Hash);
        }
    }

    /// <summary>Hands out the partial tiles at the right edge. Call once, at the end.</summary>
    internal void Finish()
    {
        for (var level = 0; level < _levels.Count; level++)
        {
            if (_levels[level].Hashes.Count > 0)
            {
                each(new Tile(level, _levels[level].Tiles, _levels[level].Hashes));
            }
        }
    }

    private void Add(int number, TreeHash hash)
    {
        if (_levels.Count == number)
        {
            _levels.Add(new Level());
        }

        var level = _levels[number];
        level.Hashes.Add(hash);
        if (level.Hashes.Count == TilePath.FullWidth)
        {
            each(new Tile(number, level.Tiles, level.Hashes));
            level.Tiles++;
            level.Hashes.Clear();
        }
    }

    private sealed class Level
    {
        internal List<TreeHash> Hashes { get; } = new(TilePath.FullWidth);

        internal long Tiles { get; set; }
    }
}
