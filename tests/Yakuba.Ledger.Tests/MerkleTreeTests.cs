namespace Yakuba.Ledger.Tests;

public sealed class MerkleTreeTests
{
    [Fact]
    public void The_empty_root_and_the_empty_leaf_are_those_of_RFC_6962()
    {
        Assert.Equal("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", MerkleTree.EmptyRoot.ToString());
        Assert.Equal("bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=", MerkleTree.LeafHash([]).ToString());
        Assert.Equal("XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=", RootOf("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"));
    }

    [Fact]
    public void Every_proof_of_every_size_up_to_seventy_verifies_and_no_other_place_or_size_does()
    {
        using var log = SampleLog.Of(70);
        for (var size = 1; size <= 70; size++)
        {
            var root = MerkleTree.Root(log.Nodes, size);
            for (var index = 0; index < size; index++)
            {
                var leaf = MerkleTree.LeafHash(log.Entries[index]);
                var proof = MerkleTree.InclusionProof(log.Nodes, index, size);
                Assert.True(MerkleProof.VerifyInclusion(leaf, index, size, proof, root));
                Assert.False(MerkleProof.VerifyInclusion(leaf, (index + 1) % 71, size, proof, root));
                Assert.False(MerkleProof.VerifyInclusion(leaf, index, size, [.. proof, root], root));
                Assert.False(proof.Count > 0 && MerkleProof.VerifyInclusion(leaf, index, size, proof.Skip(1).ToArray(), root));
            }

            for (var older = 1; older <= size; older++)
            {
                var oldRoot = MerkleTree.Root(log.Nodes, older);
                var proof = MerkleTree.ConsistencyProof(log.Nodes, older, size);
                Assert.True(MerkleProof.VerifyConsistency(older, size, oldRoot, root, proof));
                Assert.False(MerkleProof.VerifyConsistency(older, size, MerkleTree.EmptyRoot, root, proof));
                Assert.False(MerkleProof.VerifyConsistency(older, size, oldRoot, MerkleTree.EmptyRoot, proof));
                Assert.False(MerkleProof.VerifyConsistency(older, size, oldRoot, root, [.. proof, root]));
            }
        }
    }

    [Theory, InlineData(-1, 5), InlineData(5, 5), InlineData(0, 0), InlineData(long.MaxValue, long.MinValue)]
    public void A_proof_for_a_place_outside_the_tree_is_refused(long index, long size) =>
        Assert.False(MerkleProof.VerifyInclusion(default, index, size, [], default));

    [Theory, InlineData(0, 5), InlineData(6, 5), InlineData(-3, -2), InlineData(3, 5)]
    public void A_consistency_proof_of_impossible_sizes_or_without_hashes_is_refused(long older, long newer) =>
        Assert.False(MerkleProof.VerifyConsistency(older, newer, default, default, []));

    [Fact]
    public void Stored_hashes_give_the_same_proofs_as_all_leaves()
    {
        using var log = SampleLog.Of(70_000);
        var leaves = log.Entries.Select(entry => MerkleTree.LeafHash(entry)).ToArray();
        var all = MerkleTree.FromLeaves(index => leaves[index]);
        Assert.Equal(log.Tree.Root(), MerkleTree.Root(log.Nodes, 70_000));
        foreach (var index in (long[])[0, 255, 256, 65_535, 65_536, 69_999])
        {
            Assert.Equal(MerkleTree.InclusionProof(all, index, 70_000), MerkleTree.InclusionProof(log.Nodes, index, 70_000));
        }

        Assert.Equal(MerkleTree.ConsistencyProof(all, 65_537, 70_000), MerkleTree.ConsistencyProof(log.Nodes, 65_537, 70_000));
    }

    [Fact]
    public void A_store_that_gives_too_few_hashes_is_named_not_believed()
    {
        var lacking = new StoredHashes((_, _, _) => []);
        Assert.Throws<InvalidDataException>(() => lacking.Node(3, 0));
    }

    private static string RootOf(params string[] leavesHex)
    {
        var tree = new CompactTree();
        foreach (var leaf in leavesHex)
        {
            tree.Append(MerkleTree.LeafHash(Convert.FromHexString(leaf)));
        }

        return tree.Root().ToString();
    }
}
