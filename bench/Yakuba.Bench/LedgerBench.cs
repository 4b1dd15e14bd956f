using System.Diagnostics;
using System.Globalization;
using Yakuba.Ledger;

namespace Yakuba.Bench;

/// <summary>The figures of the ledger: <c>ledger [ENTRIES]</c>, a million when not given.</summary>
internal static class LedgerBench
{
    private const string Origin = "bench.example/132012/audit";
    private const int ProofLogSize = 10_000_000;

    internal static int Run(string[] args)
    {
        var entries = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
        using var signer = new NoteSigner(Origin, new byte[32]);
        Export(signer, entries); // first, so that the peak of memory is its own
        Append(entries);
        Sign(signer);
        Prove(signer);
        return 0;
    }

    private static void Append(int entries)
    {
        var tree = new CompactTree();
        long bytes = 0;
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < entries; i++)
        {
            var entry = LedgerBenchEntries.Make(i);
            bytes += entry.Length;
            tree.Append(MerkleTree.LeafHash(entry));
        }

        Say($"encode + leaf + append      {entries / clock.Elapsed.TotalSeconds,12:N0} entries/s, {bytes / entries} bytes each, not durable");

        var one = LedgerBenchEntries.Make(1);
        clock.Restart();
        for (var i = 0; i < entries; i++)
        {
            tree.Append(MerkleTree.LeafHash(one));
        }

        Say($"leaf + append               {entries / clock.Elapsed.TotalSeconds,12:N0} entries/s");
    }

    private static void Sign(NoteSigner signer)
    {
        var note = new Checkpoint(Origin, 1, MerkleTree.EmptyRoot).Sign(signer).ToBytes();
        Say($"sign a checkpoint           {Rate(2_000, () => new Checkpoint(Origin, 1, MerkleTree.EmptyRoot).Sign(signer)),12:N0} /s");
        Say($"check a checkpoint, managed {Rate(200, () => Checkpoint.TryOpen(note, signer.Verifier, out _, out _)),12:N0} /s");
    }

    private static void Prove(NoteSigner signer)
    {
        var levels = new List<List<TreeHash>> { new(ProofLogSize) };
        var tree = new CompactTree();
        var completed = new List<CompletedHash>();
        for (var i = 0; i < ProofLogSize; i++)
        {
            var leaf = MerkleTree.LeafHash(BitConverter.GetBytes(i));
            completed.Clear();
            tree.Append(leaf, completed);
            levels[0].Add(leaf);
            foreach (var hash in completed)
            {
                while (levels.Count <= hash.TileLevel)
                {
                    levels.Add([]);
                }

                levels[hash.TileLevel].Add(hash.Hash);
            }
        }

        var note = new Checkpoint(Origin, tree.Size, tree.Root()).Sign(signer).ToBytes();
        var random = new Random(1);
        var times = new List<double>();
        var size = 0;
        for (var i = 0; i < 1_000; i++)
        {
            var clock = Stopwatch.StartNew();
            var nodes = new StoredHashes((level, first, count) => levels[level].GetRange((int)first, count));
            var proof = TlogProof.Of(nodes.Node, random.Next(ProofLogSize), tree.Size, note, default) with { Extra = null };
            size = proof.ToBytes().Length;
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        Say($"inclusion proof of {ProofLogSize:N0}  p50 {times[500]:N3} ms, p99 {times[990]:N3} ms, {size} bytes without the entry (hashes in memory)");
    }

    private static void Export(NoteSigner signer, int entries)
    {
        var folder = Directory.CreateTempSubdirectory("yakuba-ledger-bench-").FullName;
        try
        {
            var writer = ExportWriter.Create(folder);
            var tree = new CompactTree();
            var clock = Stopwatch.StartNew();
            for (var i = 0; i < entries; i++)
            {
                var entry = LedgerBenchEntries.Make(i);
                tree.Append(MerkleTree.LeafHash(entry));
                writer.Add(entry);
            }

            writer.Finish(new Checkpoint(Origin, tree.Size, tree.Root()).Sign(signer).ToBytes());
            Say($"make and export {entries:N0}    {clock.Elapsed.TotalSeconds,8:N1} s");
            clock.Restart();
            var report = ExportVerifier.Verify(folder, signer.Verifier);
            Say($"verify {entries:N0}             {clock.Elapsed.TotalSeconds,8:N1} s, whole: {report.IsWhole}, {report.EntriesRead:N0} entries");
            using var self = Process.GetCurrentProcess();
            Say($"peak memory until here      {self.PeakWorkingSet64 / 1_048_576,12:N0} MiB");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static double Rate(int rounds, Action act)
    {
        act();
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < rounds; i++)
        {
            act();
        }

        return rounds / clock.Elapsed.TotalSeconds;
    }

    private static void Say(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
}
