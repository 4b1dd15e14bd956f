using System.Buffers.Binary;
using System.Numerics;

namespace Yakuba.Ledger;

/// <summary>A hash that an append completed and that a store keeps so that proofs stay fast.</summary>
/// <param name="TileLevel">1 or more. The hash covers <c>256^TileLevel</c> leaves.</param>
/// <param name="Index">Place among the hashes of that level, from 0.</param>
/// <param name="Hash">Root of the covered subtree.</param>
public readonly record struct CompletedHash(int TileLevel, long Index, TreeHash Hash);

/// <summary>The right edge of a tree: at most 63 hashes, enough to append and to know the root.</summary>
/// <remarks>Not thread-safe; the log has one writer.</remarks>
public sealed class CompactTree
{
    private const byte FormatVersion = 1;
    private const int HeaderBytes = 9;

    // Roots of the complete subtrees from left (largest) to right (smallest): one for each 1 bit of Size.
    private readonly List<TreeHash> _edge = [];

    /// <summary>Leaves in the tree.</summary>
    public long Size { get; private set; }

    /// <summary>Adds one leaf at the right.</summary>
    /// <param name="leaf">Its hash, from <see cref="MerkleTree.LeafHash"/>.</param>
    /// <param name="completed">When given, receives the hashes of tile level 1 and above that this leaf completed.</param>
    public void Append(TreeHash leaf, ICollection<CompletedHash>? completed = null)
    {
        var hash = leaf;
        var level = 0;
        for (var size = Size; (size & 1) == 1; size >>= 1)
        {
            hash = MerkleTree.NodeHash(_edge[^1], hash);
            _edge.RemoveAt(_edge.Count - 1);
            level++;
            if (level % 8 == 0)
            {
                completed?.Add(new CompletedHash(level / 8, Size >> level, hash));
            }
        }

        _edge.Add(hash);
        Size++;
    }

    /// <summary>The root of the tree as it stands. Costs at most 62 hashes.</summary>
    public TreeHash Root()
    {
        if (_edge.Count == 0)
        {
            return MerkleTree.EmptyRoot;
        }

        var root = _edge[^1];
        for (var i = _edge.Count - 2; i >= 0; i--)
        {
            root = MerkleTree.NodeHash(_edge[i], root);
        }

        return root;
    }

    /// <summary>A copy that can be appended to without touching this one.</summary>
    public CompactTree Copy()
    {
        var copy = new CompactTree { Size = Size };
        copy._edge.AddRange(_edge);
        return copy;
    }

    /// <summary>Where two trees part, as narrowly as their edges tell.</summary>
    /// <returns>First leaf of the first subtree in which they differ, and how many leaves that has; of trees of different size, the first leaf that one lacks. Null when they are the same tree.</returns>
    public (long First, long Leaves)? FirstDifference(CompactTree other)
    {
        if (Size != other.Size)
        {
            return (Math.Min(Size, other.Size), 1);
        }

        var first = 0L;
        for (var i = 0; i < _edge.Count; i++)
        {
            var leaves = 1L << BitOperations.Log2((ulong)(Size - first));
            if (_edge[i] != other._edge[i])
            {
                return (first, leaves);
            }

            first += leaves;
        }

        return null;
    }

    /// <summary>The tree as bytes: version 01, size as 8 bytes big-endian, then 32 bytes for each 1 bit of the size, largest subtree first.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[HeaderBytes + (_edge.Count * TreeHash.Length)];
        bytes[0] = FormatVersion;
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(1), Size);
        for (var i = 0; i < _edge.Count; i++)
        {
            _edge[i].CopyTo(bytes.AsSpan(HeaderBytes + (i * TreeHash.Length)));
        }

        return bytes;
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The version is unknown, or the length does not fit the size.</exception>
    public static CompactTree FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderBytes || bytes[0] != FormatVersion)
        {
            throw new InvalidDataException("The stored tree edge has an unknown version or is cut off.");
        }

        var size = BinaryPrimitives.ReadInt64BigEndian(bytes[1..]);
        if (size < 0 || bytes.Length != HeaderBytes + (BitOperations.PopCount((ulong)size) * TreeHash.Length))
        {
            throw new InvalidDataException($"The stored tree edge has {bytes.Length} bytes, which does not fit size {size}.");
        }

        var tree = new CompactTree { Size = size };
        for (var at = HeaderBytes; at < bytes.Length; at += TreeHash.Length)
        {
            tree._edge.Add(new TreeHash(bytes.Slice(at, TreeHash.Length)));
        }

        return tree;
    }
}
