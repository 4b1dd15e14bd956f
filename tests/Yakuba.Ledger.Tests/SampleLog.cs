using System.Text;

namespace Yakuba.Ledger.Tests;

/// <summary>A log in memory, with a fixed key, as the product would keep it: entries, leaf hashes and completed hashes.</summary>
internal sealed class SampleLog : IDisposable
{
    internal const string Origin = "yakuba.example/132012/audit";

    private readonly List<TreeHash> _leaves = [];
    private readonly Dictionary<(int Level, long Index), TreeHash> _stored = [];

    internal NoteSigner Signer { get; } = new(Origin, Enumerable.Range(1, 32).Select(i => (byte)i).ToArray());

    internal CompactTree Tree { get; } = new();

    internal List<byte[]> Entries { get; } = [];

    internal NodeSource Nodes => new StoredHashes(Read).Node;

    internal static SampleLog Of(int size)
    {
        var log = new SampleLog();
        for (var i = 0; i < size; i++)
        {
            log.Append(Encoding.UTF8.GetBytes($"{{\"action\":\"answer-result\",\"number\":{i},\"text\":\"{new string('あ', i % 23)}\"}}"));
        }

        return log;
    }

    internal void Append(byte[] entry)
    {
        var completed = new List<CompletedHash>();
        Entries.Add(entry);
        _leaves.Add(MerkleTree.LeafHash(entry));
        Tree.Append(_leaves[^1], completed);
        foreach (var hash in completed)
        {
            _stored.Add((hash.TileLevel, hash.Index), hash.Hash);
        }
    }

    internal byte[] Checkpoint() => new Checkpoint(Origin, Tree.Size, Tree.Root()).Sign(Signer).ToBytes();

    internal ExportSummary Export(string directory)
    {
        var writer = ExportWriter.Create(directory);
        Entries.ForEach(entry => writer.Add(entry));
        return writer.Finish(Checkpoint());
    }

    public void Dispose() => Signer.Dispose();

    private IReadOnlyList<TreeHash> Read(int tileLevel, long first, int count) =>
        [.. Enumerable.Range(0, count).Select(i => tileLevel == 0 ? _leaves[(int)first + i] : _stored[(tileLevel, first + i)])];
}
