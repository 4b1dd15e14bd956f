using System.Numerics;
using System.Security.Cryptography;

namespace Yakuba.Ledger;

/// <summary>Gives the hash of leaf <paramref name="index"/>, counted from 0.</summary>
public delegate TreeHash LeafSource(long index);

/// <summary>Gives the hash of the complete subtree over leaves <c>[index × 2^level, (index + 1) × 2^level)</c>. Level 0 is a leaf.</summary>
public delegate TreeHash NodeSource(int level, long index);

/// <summary>The Merkle tree of RFC 6962 section 2.1 and RFC 9162 section 2.1, over SHA-256: hashes, roots and proofs.</summary>
/// <remarks>Proofs ask only for complete subtrees, so a store that keeps some inner hashes answers them without rereading the log.</remarks>
public static class MerkleTree
{
    /// <summary>The root of the tree without leaves: SHA-256 of nothing.</summary>
    public static TreeHash EmptyRoot { get; } = new(SHA256.HashData(ReadOnlySpan<byte>.Empty));

    /// <summary>Hashes one entry as a leaf: SHA-256(00 ‖ entry).</summary>
    /// <param name="entry">The bytes of the entry as they are stored; may be empty.</param>
    public static TreeHash LeafHash(ReadOnlySpan<byte> entry)
    {
        // An entry is at most 65,535 bytes in an export; the usual one fits the stack.
        var buffer = entry.Length < 4_096 ? stackalloc byte[entry.Length + 1] : new byte[entry.Length + 1];
        buffer[0] = 0x00;
        entry.CopyTo(buffer[1..]);
        Span<byte> digest = stackalloc byte[TreeHash.Length];
        SHA256.HashData(buffer, digest);
        return new TreeHash(digest);
    }

    /// <summary>Hashes two children into their parent: SHA-256(01 ‖ left ‖ right).</summary>
    public static TreeHash NodeHash(TreeHash left, TreeHash right)
    {
        Span<byte> buffer = stackalloc byte[1 + (2 * TreeHash.Length)];
        buffer[0] = 0x01;
        left.CopyTo(buffer[1..]);
        right.CopyTo(buffer[(1 + TreeHash.Length)..]);
        Span<byte> digest = stackalloc byte[TreeHash.Length];
        SHA256.HashData(buffer, digest);
        return new TreeHash(digest);
    }

    /// <summary>Makes a source of subtrees that hashes them up from leaves each time. Costs 2^level hashes a subtree.</summary>
    public static NodeSource FromLeaves(LeafSource leaves)
    {
        TreeHash Node(int level, long index) =>
            level == 0 ? leaves(index) : NodeHash(Node(level - 1, index * 2), Node(level - 1, (index * 2) + 1));
        return Node;
    }

    /// <summary>The root over the first <paramref name="size"/> leaves.</summary>
    /// <param name="nodes">Complete subtrees of the log.</param>
    /// <param name="size">Leaves in the tree; at least 0.</param>
    public static TreeHash Root(NodeSource nodes, long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        return size == 0 ? EmptyRoot : Range(nodes, 0, size);
    }

    /// <summary>Proves that a leaf is in the tree of a size.</summary>
    /// <param name="nodes">Complete subtrees of the log.</param>
    /// <param name="index">The leaf; at least 0 and below <paramref name="size"/>.</param>
    /// <param name="size">Leaves in the tree; at least 1.</param>
    /// <returns>The hashes from the leaf's sibling up to the root's child; empty for a tree of one leaf.</returns>
    /// <remarks>Source: PATH of RFC 6962 section 2.1.1.</remarks>
    public static IReadOnlyList<TreeHash> InclusionProof(NodeSource nodes, long index, long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var path = new List<TreeHash>();
        for (var (start, end) = (0L, size); end - start > 1;)
        {
            var middle = start + Split(end - start);
            if (index < middle)
            {
                path.Add(Range(nodes, middle, end));
                end = middle;
            }
            else
            {
                path.Add(Range(nodes, start, middle));
                start = middle;
            }
        }

        path.Reverse();
        return path;
    }

    /// <summary>Proves that the tree of the old size is a prefix of the tree of the new size.</summary>
    /// <param name="nodes">Complete subtrees of the log.</param>
    /// <param name="oldSize">At least 1 and at most <paramref name="newSize"/>; anything extends the empty tree, so it has no proof.</param>
    /// <param name="newSize">Leaves in the newer tree.</param>
    /// <returns>The hashes in the order of RFC 6962 section 2.1.2; empty when the sizes are equal.</returns>
    public static IReadOnlyList<TreeHash> ConsistencyProof(NodeSource nodes, long oldSize, long newSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(oldSize, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(oldSize, newSize);
        var path = new List<TreeHash>();
        var (start, end) = (0L, newSize);
        while (end != oldSize)
        {
            var middle = start + Split(end - start);
            if (oldSize <= middle)
            {
                path.Add(Range(nodes, middle, end));
                end = middle;
            }
            else
            {
                path.Add(Range(nodes, start, middle));
                start = middle;
            }
        }

        // The reader knows the whole old root; the proof names this subtree only when it is a part of it.
        if (start > 0)
        {
            path.Add(Range(nodes, start, end));
        }

        path.Reverse();
        return path;
    }

    /// <summary>The hash over leaves <c>[start, end)</c>, where <paramref name="start"/> is a multiple of the largest subtree inside.</summary>
    private static TreeHash Range(NodeSource nodes, long start, long end)
    {
        var count = end - start;
        if (BitOperations.IsPow2(count))
        {
            var level = BitOperations.Log2((ulong)count);
            return nodes(level, start >> level);
        }

        var middle = start + Split(count);
        return NodeHash(Range(nodes, start, middle), Range(nodes, middle, end));
    }

    /// <summary>The largest power of two below <paramref name="count"/>, which is at least 2.</summary>
    private static long Split(long count) => 1L << BitOperations.Log2((ulong)(count - 1));
}
