using System.Diagnostics;
using System.Text.Json.Nodes;
using Yakuba.Ledger;
using Yakuba.Platform;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Data;

namespace Yakuba.Bench;

/// <summary>The record as the product keeps it: entries appended durably by callers at once, alone or in groups, and proofs from a long record: <c>record DIR [POSTGRES] [SECONDS] [PROOF-ENTRIES]</c>.</summary>
internal static class RecordBench
{
    private static readonly Actor By = new("sato", "佐藤", [Role.Staff], Channel.Staff, "bench");

    internal static async Task<int> RunAsync(string[] args)
    {
        var storage = args.ElementAtOrDefault(1) is { Length: > 1 } given ? given : "sqlite";
        var seconds = int.Parse(args.ElementAtOrDefault(2) ?? "10", null);
        await using var directory = (await DataDirectory.OpenAsync(args[0], storage, TimeProvider.System)).Value;
        var trail = new AuditTrail(TimeProvider.System);
        Console.WriteLine(directory.Database.EngineVersion);
        foreach (var (callers, isShort) in new[] { (1, false), (1, true), (64, false), (64, true) })
        {
            await AppendAsync(directory.Database, trail, callers, isShort, TimeSpan.FromSeconds(seconds));
        }

        if (int.Parse(args.ElementAtOrDefault(3) ?? "0", null) is > 0 and var entries)
        {
            await ProveAsync(directory.Database, entries);
        }

        return 0;
    }

    private static async Task AppendAsync(Database database, AuditTrail trail, int callers, bool isShort, TimeSpan time)
    {
        var end = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        var clock = Stopwatch.StartNew();
        var took = await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            var times = new List<double>();
            while (Stopwatch.GetTimestamp() < end)
            {
                var start = Stopwatch.GetTimestamp();
                await using var work = isShort ? await database.BeginShortAsync() : await database.BeginAsync();
                await trail.AppendAsync(work, By, "answer-result", Note(), default);
                await work.CommitAsync();
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            return times;
        })));
        var all = took.SelectMany(t => t).Order().ToArray();
        Console.WriteLine(FormattableString.Invariant(
            $"{callers,3} callers, {(isShort ? "in groups" : "alone    ")}: {all.Length / clock.Elapsed.TotalSeconds,8:N0} entries/s, p50 {all[all.Length / 2],7:N2} ms, p99 {all[all.Length * 99 / 100],7:N2} ms, most {all[^1]:N1} ms"));
    }

    /// <summary>Eight passages, as an answer has, and no texts: those are stored whatever the record does.</summary>
    private static AuditNote Note() => new()
    {
        Facts = new JsonObject { ["status"] = "answered" },
        Passages = [.. Enumerable.Range(1, 8).Select(i => new PassageUsed($"12:{i}", MerkleTree.EmptyRoot, "公開"))],
    };

    /// <summary>Rows of a long record are written straight, as they are in the store; proofs are then made as the product makes them.</summary>
    private static async Task ProveAsync(Database database, int entries)
    {
        await using (var work = await database.BeginAsync())
        {
            await FillAsync(work, entries);
            await work.CommitAsync();
        }

        var random = new Random(1);
        var times = new List<double>();
        var size = 0;
        for (var i = 0; i < 300; i++)
        {
            var clock = Stopwatch.StartNew();
            await using var read = await database.ReadAsync();
            size = TlogProof.Of(RecordTree.Nodes(read, default), random.Next(entries), entries, new byte[200], default).ToBytes().Length;
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        Console.WriteLine(FormattableString.Invariant($"inclusion proof of {entries:N0}: p50 {times[150]:N2} ms, p99 {times[297]:N2} ms, {size} bytes without the entry"));
    }

    /// <summary>Hashes need not be true for a proof to take as long as a true one.</summary>
    private static async Task FillAsync(UnitOfWork work, int entries)
    {
        var (numbers, hash, empty) = work.Engine == StorageEngine.Sqlite
            ? ("WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < @count) SELECT", "randomblob(32)", "x''")
            : ("WITH n (i) AS (SELECT generate_series(0, @count - 1)) SELECT", "sha256(i::text::bytea)", "''::bytea");
        foreach (var table in new[] { "audit_entry", "audit_hash" })
        {
            await work.ExecuteAsync($"DELETE FROM {table}");
        }

        await work.ExecuteAsync($"INSERT INTO audit_entry (idx, at, actor, action, request, entry, leaf) {numbers} i, '', '', '', '', {empty}, {hash} FROM n", new { count = (long)entries });
        for (var (level, count) = (1L, entries / 256L); count > 0; level++, count /= 256)
        {
            await work.ExecuteAsync($"INSERT INTO audit_hash (level, idx, hash) {numbers} @level, i, {hash} FROM n", new { count, level });
        }
    }
}
