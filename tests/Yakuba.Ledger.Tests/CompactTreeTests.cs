namespace Yakuba.Ledger.Tests;

public sealed class CompactTreeTests
{
    [Fact]
    public void The_bytes_of_a_tree_give_it_back_and_it_goes_on_alike()
    {
        using var log = SampleLog.Of(300);
        var tree = new CompactTree();
        foreach (var entry in log.Entries)
        {
            tree = CompactTree.FromBytes(tree.ToBytes());
            tree.Append(MerkleTree.LeafHash(entry));
        }

        Assert.Equal((log.Tree.Size, log.Tree.Root()), (tree.Size, tree.Root()));
    }

    [Fact]
    public void The_bytes_of_three_leaves_are_the_documented_ones()
    {
        var tree = new CompactTree();
        for (var i = 0; i < 3; i++)
        {
            tree.Append(MerkleTree.LeafHash([]));
        }

        var leaf = Convert.ToHexStringLower(MerkleTree.LeafHash([]).ToBytes());
        var node = Convert.ToHexStringLower(MerkleTree.NodeHash(MerkleTree.LeafHash([]), MerkleTree.LeafHash([])).ToBytes());
        Assert.Equal($"010000000000000003{node}{leaf}", Convert.ToHexStringLower(tree.ToBytes()));
    }

    [Fact]
    public void Bytes_of_another_length_or_version_are_refused()
    {
        using var log = SampleLog.Of(5);
        var bytes = log.Tree.ToBytes();
        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.Throws<InvalidDataException>(() => CompactTree.FromBytes(bytes.AsSpan(0, length)));
        }

        Assert.Throws<InvalidDataException>(() => CompactTree.FromBytes([.. bytes, 0]));
        bytes[0] = 2;
        Assert.Throws<InvalidDataException>(() => CompactTree.FromBytes(bytes));
    }

    [Fact]
    public void A_copy_grows_without_touching_the_original()
    {
        using var log = SampleLog.Of(7);
        var before = log.Tree.ToBytes();
        var copy = log.Tree.Copy();
        copy.Append(default);
        Assert.Equal(before, log.Tree.ToBytes());
        Assert.Equal(8, copy.Size);
    }
}
