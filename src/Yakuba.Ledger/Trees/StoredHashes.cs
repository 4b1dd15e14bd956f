namespace Yakuba.Ledger;

/// <summary>Reads consecutive stored hashes.</summary>
/// <param name="tileLevel">0 for leaf hashes; n for the hashes that <see cref="CompactTree.Append"/> reported with tile level n.</param>
/// <param name="first">Index of the first one.</param>
/// <param name="count">1 to 128.</param>
/// <returns>Exactly <paramref name="count"/> hashes, in order.</returns>
public delegate IReadOnlyList<TreeHash> HashRange(int tileLevel, long first, int count);

/// <summary>Answers for any complete subtree from what a log stores: leaf hashes and one hash for each 256 of them, level by level.</summary>
/// <remarks>A proof in a log of ten million reads a few ranges of at most 128 hashes. Keeps what it read: use one for each proof.</remarks>
public sealed class StoredHashes(HashRange read)
{
    private readonly Dictionary<(int Level, long Index), TreeHash> _known = [];

    /// <summary>The hash of a complete subtree; fits <see cref="NodeSource"/>.</summary>
    /// <param name="level">0 to 62.</param>
    /// <param name="index">Place among the subtrees of that level.</param>
    public TreeHash Node(int level, long index)
    {
        if (_known.TryGetValue((level, index), out var known))
        {
            return known;
        }

        var inTile = level % 8;
        var hashes = read(level / 8, index << inTile, 1 << inTile).ToArray();
        if (hashes.Length != 1 << inTile)
        {
            throw new InvalidDataException($"The store gave {hashes.Length} hashes of tile level {level / 8} from {index << inTile}; {1 << inTile} belong there.");
        }

        for (var width = hashes.Length; width > 1; width /= 2)
        {
            for (var i = 0; i < width / 2; i++)
            {
                hashes[i] = MerkleTree.NodeHash(hashes[2 * i], hashes[(2 * i) + 1]);
            }
        }

        return _known[(level, index)] = hashes[0];
    }
}
