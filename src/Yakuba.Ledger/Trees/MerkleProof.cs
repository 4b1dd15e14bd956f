using System.Numerics;

namespace Yakuba.Ledger;

/// <summary>Checks inclusion and consistency proofs with nothing but the roots.</summary>
/// <remarks>Source: RFC 9162 sections 2.1.3.2 and 2.1.4.2.</remarks>
public static class MerkleProof
{
    /// <summary>Checks that a leaf stands at an index of the tree with the given root.</summary>
    /// <param name="leaf">Hash of the leaf.</param>
    /// <param name="index">Place of the leaf, from 0.</param>
    /// <param name="size">Leaves in the tree.</param>
    /// <param name="proof">Hashes from the leaf's sibling upwards.</param>
    /// <param name="root">Root of the tree of that size, from a checkpoint one trusts.</param>
    /// <returns>True only when the proof has the exact length and leads to the root. Any numbers may be passed.</returns>
    public static bool VerifyInclusion(TreeHash leaf, long index, long size, IReadOnlyList<TreeHash> proof, TreeHash root)
    {
        if (index < 0 || index >= size)
        {
            return false;
        }

        var (node, last, hash) = (index, size - 1, leaf);
        foreach (var step in proof)
        {
            if (last == 0)
            {
                return false;
            }

            if ((node & 1) == 1 || node == last)
            {
                hash = MerkleTree.NodeHash(step, hash);
                var skip = (node & 1) == 1 ? 0 : BitOperations.TrailingZeroCount(node);
                (node, last) = (node >> skip, last >> skip);
            }
            else
            {
                hash = MerkleTree.NodeHash(hash, step);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && hash == root;
    }

    /// <summary>Checks that the old tree is a prefix of the new one.</summary>
    /// <param name="oldSize">Leaves in the old tree; at least 1.</param>
    /// <param name="newSize">Leaves in the new tree; at least <paramref name="oldSize"/>.</param>
    /// <param name="oldRoot">Root of the old tree.</param>
    /// <param name="newRoot">Root of the new tree.</param>
    /// <param name="proof">Hashes in the order of RFC 6962.</param>
    /// <returns>True only when the proof has the exact length and leads to both roots. Any numbers may be passed.</returns>
    public static bool VerifyConsistency(
        long oldSize, long newSize, TreeHash oldRoot, TreeHash newRoot, IReadOnlyList<TreeHash> proof)
    {
        if (oldSize < 1 || oldSize > newSize)
        {
            return false;
        }

        if (oldSize == newSize)
        {
            return proof.Count == 0 && oldRoot == newRoot;
        }

        // When the old tree is complete, its root is the first subtree and is left out of the proof.
        IReadOnlyList<TreeHash> path = BitOperations.IsPow2(oldSize) ? [oldRoot, .. proof] : proof;
        if (path.Count == 0)
        {
            return false;
        }

        var skip = BitOperations.TrailingZeroCount(~(oldSize - 1));
        var (node, last) = ((oldSize - 1) >> skip, (newSize - 1) >> skip);
        var (oldHash, newHash) = (path[0], path[0]);
        foreach (var step in path.Skip(1))
        {
            if (last == 0)
            {
                return false;
            }

            if ((node & 1) == 1 || node == last)
            {
                oldHash = MerkleTree.NodeHash(step, oldHash);
                newHash = MerkleTree.NodeHash(step, newHash);
                var up = (node & 1) == 1 || node == 0 ? 0 : BitOperations.TrailingZeroCount(node);
                (node, last) = (node >> up, last >> up);
            }
            else
            {
                newHash = MerkleTree.NodeHash(newHash, step);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && oldHash == oldRoot && newHash == newRoot;
    }
}
