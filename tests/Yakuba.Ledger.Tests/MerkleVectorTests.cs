using System.Globalization;
using System.Text;

namespace Yakuba.Ledger.Tests;

public sealed class MerkleVectorTests
{
    [Fact]
    public void Leaf_hashes_and_roots_equal_the_reference()
    {
        var vectors = SharedVectors.Load();
        var leaves = vectors.GetProperty("leaves_hex").EnumerateArray().Select(hex => Convert.FromHexString(hex.GetString()!)).ToArray();
        var hashes = leaves.Select(leaf => MerkleTree.LeafHash(leaf)).ToArray();
        Assert.Equal(SharedVectors.Hashes(vectors.GetProperty("leaf_hashes")), hashes);

        var nodes = MerkleTree.FromLeaves(index => hashes[index]);
        var compact = new CompactTree();
        var roots = SharedVectors.Hashes(vectors.GetProperty("roots"));
        for (var size = 0; size <= leaves.Length; size++)
        {
            Assert.Equal(roots[size], MerkleTree.Root(nodes, size));
            Assert.Equal(roots[size], compact.Root());
            if (size < leaves.Length)
            {
                compact.Append(hashes[size]);
            }
        }
    }

    [Fact]
    public void Every_proof_equals_the_reference_and_verifies()
    {
        var vectors = SharedVectors.Load();
        var hashes = SharedVectors.Hashes(vectors.GetProperty("leaf_hashes"));
        var roots = SharedVectors.Hashes(vectors.GetProperty("roots"));
        var nodes = MerkleTree.FromLeaves(index => hashes[index]);
        foreach (var vector in vectors.GetProperty("inclusion").EnumerateArray())
        {
            var (index, size) = (vector.GetProperty("index").GetInt64(), vector.GetProperty("size").GetInt64());
            var proof = SharedVectors.Hashes(vector.GetProperty("proof"));
            Assert.Equal(proof, MerkleTree.InclusionProof(nodes, index, size));
            Assert.True(MerkleProof.VerifyInclusion(hashes[index], index, size, proof, roots[size]));
        }

        foreach (var vector in vectors.GetProperty("consistency").EnumerateArray())
        {
            var (older, newer) = (vector.GetProperty("old").GetInt64(), vector.GetProperty("new").GetInt64());
            var proof = SharedVectors.Hashes(vector.GetProperty("proof"));
            Assert.Equal(proof, MerkleTree.ConsistencyProof(nodes, older, newer));
            Assert.True(MerkleProof.VerifyConsistency(older, newer, roots[older], roots[newer], proof));
        }
    }

    [Fact]
    public void Roots_and_tiles_of_a_tree_of_seventy_thousand_equal_the_reference()
    {
        var big = SharedVectors.Load().GetProperty("big");
        var roots = big.GetProperty("roots").EnumerateObject().ToDictionary(root => long.Parse(root.Name, CultureInfo.InvariantCulture), root => SharedVectors.Hash(root.Value));
        var widths = new List<(int Level, int Width)>();
        var tiles = new TileStream(tile => widths.Add((tile.Level, tile.Hashes.Count)));
        for (var i = 0; i < 70_000; i++)
        {
            tiles.Append(MerkleTree.LeafHash(Encoding.ASCII.GetBytes(i.ToString(CultureInfo.InvariantCulture))));
            if (roots.TryGetValue(tiles.Tree.Size, out var root))
            {
                Assert.Equal(root, tiles.Tree.Root());
            }
        }

        tiles.Finish();
        var expected = big.GetProperty("tiles_for_70000");
        Assert.Equal(expected.GetProperty("level0_full").GetInt32(), widths.Count(w => w == (0, 256)));
        Assert.Equal(1, widths.Count(w => w == (0, expected.GetProperty("level0_partial").GetInt32())));
        Assert.Equal(expected.GetProperty("level1_full").GetInt32(), widths.Count(w => w == (1, 256)));
        Assert.Equal(1, widths.Count(w => w == (1, expected.GetProperty("level1_partial").GetInt32())));
        Assert.Equal(1, widths.Count(w => w == (2, expected.GetProperty("level2_partial").GetInt32())));
        Assert.Equal(273 + 1 + 1 + 1 + 1, widths.Count);
    }

    [Fact]
    public void The_note_of_the_specification_verifies_and_is_written_back_byte_for_byte()
    {
        var vector = SharedVectors.Load().GetProperty("note");
        var bytes = Encoding.UTF8.GetBytes(vector.GetProperty("text").GetString()!);
        var vkey = vector.GetProperty("vkey").GetString()!;
        Assert.True(NoteVerifier.TryParse(vkey, out var key, out _));
        Assert.Equal(vkey, key.ToString());
        Assert.True(SignedNote.TryParse(bytes, out var note, out _));
        Assert.Equal(NoteCheck.Verified, note.Check(key));
        Assert.Equal(bytes, note.ToBytes());
    }
}
