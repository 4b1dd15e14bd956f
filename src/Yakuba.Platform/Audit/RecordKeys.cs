using System.Diagnostics.CodeAnalysis;
using Yakuba.Ledger;
using Yakuba.Platform.Data;

namespace Yakuba.Platform.Audit;

/// <summary>A key that signed the record.</summary>
/// <param name="Seq">From 0.</param>
/// <param name="Vkey">The public key in its C2SP form.</param>
/// <param name="Size">Entries under the checkpoint by which it was handed over to; 0 for the first key.</param>
/// <param name="Note">That checkpoint, signed by this key and the one before; empty for the first key.</param>
internal sealed record RecordKey(long Seq, string Vkey, long Size, byte[] Note);

/// <summary>The keys that signed the record, as the store lists them.</summary>
internal static class RecordKeys
{
    internal static Task<IReadOnlyList<RecordKey>> ListAsync(Session session, CancellationToken cancel) =>
        session.QueryAsync<RecordKey>("SELECT seq AS Seq, vkey AS Vkey, size AS Size, note AS Note FROM audit_key ORDER BY seq", cancel: cancel);

    internal static async Task AddFirstAsync(Database database, NoteVerifier key, CancellationToken cancel)
    {
        await using var work = await database.BeginAsync(cancel);
        await AddAsync(work, new RecordKey(0, key.ToString(), 0, []), cancel);
        await work.CommitAsync(cancel);
    }

    internal static Task AddAsync(UnitOfWork work, RecordKey key, CancellationToken cancel) => work.ExecuteAsync(
        "INSERT INTO audit_key (seq, vkey, size, note) VALUES (@Seq, @Vkey, @Size, @Note) ON CONFLICT (seq) DO NOTHING", key, cancel);

    /// <summary>Follows the keys from the first on.</summary>
    /// <returns>The chain; null with what is wrong, in Japanese, or with nothing wrong while there is no key yet.</returns>
    internal static async Task<(KeyChain? Chain, string Fault)> FollowAsync(Session session, CancellationToken cancel)
    {
        var keys = await ListAsync(session, cancel);
        if (keys.Count == 0)
        {
            return (null, "");
        }

        var handovers = new List<KeyHandover>();
        foreach (var key in keys.Skip(1))
        {
            handovers.Add(new KeyHandover(key.Note, await session.SingleOrDefaultAsync<byte[]>("SELECT entry FROM audit_entry WHERE idx = @last", new { last = key.Size - 1 }, cancel)));
        }

        if (!NoteVerifier.TryParse(keys[0].Vkey, out var first, out var fault) || !KeyChain.TryFollow(first, handovers, out var chain, out fault))
        {
            return (null, fault);
        }

        return chain.Newest.ToString() == keys[^1].Vkey ? (chain, "") : (null, "鍵の一覧が、交換の記録と合いません。");
    }
}
