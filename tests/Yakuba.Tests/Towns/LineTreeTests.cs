using System.Text;
using Yakuba.Ledger;
using Yakuba.Testing;
using Yakuba.Towns;

namespace Yakuba.Tests.Towns;

/// <summary>The tree of the installation's log is read from the file; the log of 200 towns kept every line's hash and every town's heads in memory.</summary>
public sealed class LineTreeTests
{
    [Fact]
    public void It_gives_the_root_of_every_size_without_keeping_the_lines()
    {
        using var folder = new TemporaryFolder();
        var lines = Enumerable.Range(0, 1_000).Select(i => Encoding.UTF8.GetBytes($"{i} {new string('字', i % 5)}")).ToArray();
        File.WriteAllBytes(folder["log"], [.. lines.SelectMany(l => l.Append((byte)'\n')), .. "cut sh"u8]);
        Assert.Equal(lines, LineTree.Read(folder["log"]).Select(l => l.Line)); // the cut line is none

        var tree = new LineTree(folder["log"]);
        var leaves = lines.Select(l => MerkleTree.LeafHash(l)).ToArray();
        foreach (var line in lines)
        {
            tree.Append(line);
        }

        var expected = new CompactTree();
        for (var size = 1; size <= lines.Length; size++)
        {
            expected.Append(leaves[size - 1]);
            Assert.Equal(expected.Root(), MerkleTree.Root(tree.Node, size));
        }

        Assert.Equal(expected.Root(), tree.Edge.Root());
        foreach (var (at, line) in LineTree.Read(folder["log"]).Where((_, i) => i % 97 == 0))
        {
            Assert.Equal(line, LineTree.Read(folder["log"], at).First().Line);
        }

        File.WriteAllBytes(folder["log"], [.. lines[0], (byte)'\n']);
        Assert.Throws<InvalidDataException>(() => MerkleTree.Root(tree.Node, 3));
        Assert.Equal(MerkleTree.Root(MerkleTree.FromLeaves(i => leaves[i]), 768), MerkleTree.Root(tree.Node, 768)); // whole pages need no file
    }
}
