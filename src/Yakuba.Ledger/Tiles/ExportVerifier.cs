namespace Yakuba.Ledger;

/// <summary>Checks an export from nothing but its files and the log's public key: hashes every entry again, rebuilds every tile and the root, and compares with the signed checkpoint.</summary>
/// <remarks>Reads one bundle at a time, so memory hardly grows with the log. Every file is hostile input.</remarks>
public sealed class ExportVerifier
{
    private const long ProgressStep = 65_536;

    // Canonical JSON: the action is the first member of an entry.
    private static ReadOnlySpan<byte> KeyChangedEntry => "{\"action\":\"record-key-changed\","u8;

    private readonly ExportFiles _files;
    private readonly ExportFindings _findings = new();
    private readonly TileStream _tiles;
    private readonly EarlierHead? _earlier;
    private readonly string _origin;
    private readonly Dictionary<long, TreeHash> _handovers = [];

    private ExportVerifier(string directory, string origin, EarlierHead? earlier)
    {
        _files = new ExportFiles(directory);
        _tiles = new TileStream(Compare);
        (_origin, _earlier) = (origin, earlier);
    }

    /// <summary>Checks an export.</summary>
    /// <param name="directory">The tlog-tiles folder; must exist.</param>
    /// <param name="key">The log's key, from a source other than the folder.</param>
    /// <param name="earlier">An older head, already trusted, that the log must extend.</param>
    /// <param name="progress">Receives the number of entries read so far, every 65,536.</param>
    /// <exception cref="IOException">The disk could not be read.</exception>
    public static ExportReport Verify(string directory, NoteVerifier key, EarlierHead? earlier = null, Action<long>? progress = null) =>
        new ExportVerifier(directory, key.Name, earlier).Run(key, progress);

    private ExportReport Run(NoteVerifier key, Action<long>? progress)
    {
        if (Open(key) is not { } head)
        {
            return new ExportReport(null, 0, _findings.List(entriesAreGenuine: false), []);
        }

        CompareEarlier();
        for (long at = 0; at < head.Size; at += TilePath.FullWidth)
        {
            if (!ReadBundle(at / TilePath.FullWidth, (int)Math.Min(TilePath.FullWidth, head.Size - at)))
            {
                return Report(head, entriesAreGenuine: false);
            }

            if (_tiles.Tree.Size % ProgressStep == 0)
            {
                progress?.Invoke(_tiles.Tree.Size);
            }
        }

        _tiles.Finish();
        var genuine = _tiles.Tree.Root() == head.Root;
        if (!genuine && !_findings.Any)
        {
            _findings.Add(ExportFault.Root, TilePath.Checkpoint, 0, head.Size, "記録とタイルは互いに合いますが、署名された根のハッシュと合いません。まとめて作り直されています。");
        }

        return Report(head, genuine);
    }

    private ExportReport Report(Checkpoint head, bool entriesAreGenuine) =>
        new(head, _tiles.Tree.Size, _findings.List(entriesAreGenuine), _files.NotAsked());

    private Checkpoint? Open(NoteVerifier key)
    {
        if (_files.Load(TilePath.Checkpoint) is not { } note)
        {
            _findings.Add(ExportFault.Checkpoint, TilePath.Checkpoint, "チェックポイントがありません。");
            return null;
        }

        Checkpoint? head = null;
        if (!KeyChain.TryFollow(key, ExportReader.Handovers(_files), out var keys, out var fault) || !Checkpoint.TryOpen(note, keys.Newest, out head, out fault))
        {
            _findings.Add(ExportFault.Checkpoint, TilePath.Checkpoint, fault);
            return null;
        }

        foreach (var handover in keys.Handovers)
        {
            _handovers.Add(handover.Size, handover.Root);
        }

        if (_earlier is not null && _earlier.Size > head.Size)
        {
            _findings.Add(ExportFault.Earlier, TilePath.Checkpoint, head.Size, _earlier.Size - head.Size, $"以前のチェックポイントは {_earlier.Size} 件ですが、いまは {head.Size} 件しかありません。");
        }

        return head;
    }

    /// <returns>False when the bundle is unreadable and no tile tells what stood there, so that the tree cannot go on.</returns>
    private bool ReadBundle(long index, int width)
    {
        var path = TilePath.Entries(index, width);
        IReadOnlyList<ReadOnlyMemory<byte>> entries = [];
        var bundle = _files.Load(path);
        var complete = bundle is not null && EntryBundle.TrySplit(bundle, out entries) && entries.Count == width;
        var hashes = entries.Take(width).Select(entry => MerkleTree.LeafHash(entry.Span)).ToArray();
        if (!complete)
        {
            var first = index * TilePath.FullWidth;
            var expected = _files.LoadTile(0, index, width);
            var good = hashes.TakeWhile((hash, i) => expected is null || hash == expected[i]).Count();
            if (bundle is null)
            {
                _findings.Add(ExportFault.Missing, path, first, width, $"記録のファイルがありません（{first} 番から {width} 件）。");
            }
            else
            {
                _findings.Add(ExportFault.Entry, path, first + good, Math.Max(1, width - good), $"記録 {first + good} 番から先が壊れています（{width} 件あるはずのところ、読めたのは {entries.Count} 件）。");
            }

            if (expected is null)
            {
                return false;
            }

            hashes = expected;
        }

        for (var i = 0; i < width; i++)
        {
            _tiles.Append(hashes[i]);
            CompareEarlier();
            CompareHandover(i < entries.Count && entries[i].Span.StartsWith(KeyChangedEntry));
        }

        return true;
    }

    /// <summary>Where a key was changed, the tree must be the one that both keys signed; and no change is without them.</summary>
    private void CompareHandover(bool isChange)
    {
        var size = _tiles.Tree.Size;
        if (_handovers.TryGetValue(size, out var root) ? _tiles.Tree.Root() != root : isChange)
        {
            _findings.Add(ExportFault.Root, TilePath.Checkpoint, size - 1, 1, $"{size - 1} 番で署名の鍵が交換されていますが、前の鍵と新しい鍵の署名と合いません。");
        }
    }

    private void CompareEarlier()
    {
        if (_earlier is { } earlier && earlier.Size == _tiles.Tree.Size && !earlier.Is(new Checkpoint(_origin, earlier.Size, _tiles.Tree.Root())))
        {
            _findings.Add(ExportFault.Earlier, TilePath.Checkpoint, $"最初の {earlier.Size} 件が、以前のチェックポイントの時点の内容と違います。");
        }
    }

    /// <summary>Compares a rebuilt tile with its file.</summary>
    private void Compare(Tile tile)
    {
        var all = tile.EntriesEach * tile.Hashes.Count;
        if (_files.Load(tile.Path) is not { } file)
        {
            _findings.Add(ExportFault.Missing, tile.Path, tile.FirstEntry(0), all, "タイルのファイルがありません。");
            return;
        }

        if (file.Length != tile.Hashes.Count * TreeHash.Length)
        {
            _findings.Add(ExportFault.Tile, tile.Path, tile.FirstEntry(0), all, $"タイルの長さが {file.Length} バイトです（正しくは {tile.Hashes.Count * TreeHash.Length}）。");
            return;
        }

        for (var i = 0; i < tile.Hashes.Count; i++)
        {
            var stored = new TreeHash(file.AsSpan(i * TreeHash.Length, TreeHash.Length));
            if (stored == tile.Hashes[i] || (tile.Level > 0 && _findings.Covers(tile.FirstEntry(i), tile.EntriesEach)))
            {
                continue;
            }

            if (tile.Level == 0)
            {
                _findings.Add(ExportFault.Entry, tile.Path, tile.FirstEntry(i), 1, $"記録 {tile.FirstEntry(i)} 番が書き換えられています（ハッシュが合いません）。");
            }
            else
            {
                _findings.Add(ExportFault.Tile, tile.Path, tile.FirstEntry(i), tile.EntriesEach, $"{tile.Level} 段目のタイルが、記録から計算したハッシュと合いません（{tile.FirstEntry(i)} 番から {tile.EntriesEach} 件のどこか）。");
            }
        }
    }
}
