using Yakuba.Ledger;

namespace Yakuba.Towns;

/// <summary>The tree over the lines of a file that only grows. In memory is its right edge, and for each 256 lines one hash and where they begin; what a proof needs besides is read from the file.</summary>
/// <param name="path">The file. A line counts once it ends with a line feed, which is no part of it.</param>
internal sealed class LineTree(string path)
{
    private const int PageLevel = 8;
    private const int PageLines = 1 << PageLevel;

    private readonly List<TreeHash> _pages = [];
    private readonly List<long> _begins = [];
    private long _end;
    private (long Page, TreeHash[] Leaves) _read = (-1, []);

    internal CompactTree Edge { get; } = new();

    /// <summary>Lines of a file from a place on, each with its place.</summary>
    internal static IEnumerable<(long At, byte[] Line)> Read(string path, long from = 0)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 4096);
        file.Position = from;
        var line = new List<byte>();
        for (int next; (next = file.ReadByte()) >= 0;)
        {
            if (next != '\n')
            {
                line.Add((byte)next);
                continue;
            }

            yield return (from, [.. line]);
            from += line.Count + 1;
            line.Clear();
        }
    }

    /// <summary>Takes the line that stands next in the file.</summary>
    internal void Append(ReadOnlySpan<byte> line)
    {
        _read = (-1, []); // the next proof reads what lies on the disk now
        if (Edge.Size % PageLines == 0)
        {
            _begins.Add(_end);
        }

        var completed = new List<CompletedHash>();
        Edge.Append(MerkleTree.LeafHash(line), completed);
        _pages.AddRange(completed.Where(c => c.TileLevel == 1).Select(c => c.Hash));
        _end += line.Length + 1;
    }

    /// <summary>The hash of a complete subtree.</summary>
    /// <exception cref="InvalidDataException">The file no longer has the lines that it had.</exception>
    internal TreeHash Node(int level, long index) =>
        level == PageLevel ? _pages[(int)index]
        : level > PageLevel ? MerkleTree.NodeHash(Node(level - 1, index * 2), Node(level - 1, (index * 2) + 1))
        : MerkleTree.FromLeaves(Leaf)(level, index);

    private TreeHash Leaf(long index)
    {
        var (page, place) = ((int)(index / PageLines), (int)(index % PageLines));
        if (_read.Page != page || _read.Leaves.Length <= place) // until the next line comes
        {
            _read = (page, [.. Read(path, _begins[page]).Take(PageLines).Select(l => MerkleTree.LeafHash(l.Line))]);
        }

        return _read.Leaves.Length > place ? _read.Leaves[place] : throw new InvalidDataException($"{path} has become shorter.");
    }
}
