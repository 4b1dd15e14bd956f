using Yakuba.Ledger;
using Yakuba.Platform.Data;

namespace Yakuba.Platform.Audit;

/// <summary>The tree's rows: its right edge, and the hashes of full tiles.</summary>
internal static class RecordTree
{
    internal static async Task<CompactTree> LoadAsync(Session session, CancellationToken cancel)
    {
        var edge = await session.SingleOrDefaultAsync<byte[]>("SELECT edge FROM audit_tree WHERE id = 1", cancel: cancel);
        return edge is null ? new CompactTree() : CompactTree.FromBytes(edge);
    }

    /// <summary>Keeps the right edge, <c>@edge</c>. It goes with the entry in one command: on PostgreSQL each command is a way there and back.</summary>
    internal const string KeepEdge = "INSERT INTO audit_tree (id, edge) VALUES (1, @edge) ON CONFLICT (id) DO UPDATE SET edge = excluded.edge";

    internal static async Task StoreAsync(UnitOfWork work, IEnumerable<CompletedHash> completed, CancellationToken cancel)
    {
        foreach (var hash in completed)
        {
            await work.ExecuteAsync(
                "INSERT INTO audit_hash (level, idx, hash) VALUES (@level, @Index, @hash)",
                new { level = (long)hash.TileLevel, hash.Index, hash = hash.Hash.ToBytes() },
                cancel);
        }
    }

    /// <summary>Entries under the newest head that was signed.</summary>
    internal static Task<long> SignedAsync(Session session, CancellationToken cancel) => session.CountAsync("SELECT signed FROM audit_tree WHERE id = 1", cancel: cancel);

    internal static async Task MarkSignedAsync(Database database, long size, CancellationToken cancel)
    {
        await using var work = await database.BeginAsync(cancel);
        await work.ExecuteAsync("UPDATE audit_tree SET signed = @size WHERE id = 1", new { size }, cancel);
        await work.CommitAsync(cancel);
    }

    /// <summary>Stored hashes as proofs ask for them. The session stays open as long as they are read.</summary>
    internal static NodeSource Nodes(Session session, CancellationToken cancel) => new StoredHashes((level, first, count) =>
    {
        // Proof code is a pure function over hashes; it reads at most a few dozen short ranges, each from an open snapshot.
        var rows = level == 0
            ? session.QueryAsync<byte[]>("SELECT leaf FROM audit_entry WHERE idx >= @first AND idx < @end ORDER BY idx", new { first, end = first + count }, cancel)
            : session.QueryAsync<byte[]>(
                "SELECT hash FROM audit_hash WHERE level = @level AND idx >= @first AND idx < @end ORDER BY idx", new { level = (long)level, first, end = first + count }, cancel);
        return [.. rows.GetAwaiter().GetResult().Select(r => new TreeHash(r))];
    }).Node;
}
