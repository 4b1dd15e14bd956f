using System.Globalization;
using System.Text;
using Yakuba.Ledger;
using Yakuba.Platform.Data;

namespace Yakuba.Platform.Audit;

/// <summary>Text beside the record: sealed by a key of its own, opened only with a reason, erased by deleting the key.</summary>
public static class AuditBodies
{
    /// <summary>Opens a body. The caller decides who may, and records that it was opened.</summary>
    /// <returns>Null when there is none, it was erased, or it is not what the entry vouches for.</returns>
    public static async Task<string?> OpenAsync(Session session, long index, string part, CancellationToken cancel)
    {
        var row = await session.SingleOrDefaultAsync<Row>(
            "SELECT bytes AS Bytes, seal_key AS SealKey, commit_key AS CommitKey FROM audit_body WHERE idx = @index AND part = @part", new { index, part }, cancel);
        return row is { SealKey.Length: > 0 } && new SealedBody(row.Bytes, row.SealKey).TryOpen(Place(index, part), out var plain)
            ? Encoding.UTF8.GetString(plain)
            : null;
    }

    internal static Task KeepAsync(UnitOfWork work, long index, string part, string text, Commitment commitment, CancellationToken cancel)
    {
        var body = SealedBody.Seal(AuditNote.Bytes(text), Place(index, part));
        return work.ExecuteAsync(
            "INSERT INTO audit_body (idx, part, bytes, seal_key, commit_key) VALUES (@index, @part, @Bytes, @Key, @commit)",
            new { index, part, body.Bytes, body.Key, commit = commitment.Key },
            cancel);
    }

    /// <summary>Whether a body that is still there is what its entry vouches for.</summary>
    internal static bool Matches(LedgerEntry entry, long index, string part, byte[] bytes, byte[] sealKey, byte[] commitKey) =>
        entry.Commitments.TryGetValue(part, out var value)
        && new SealedBody(bytes, sealKey).TryOpen(Place(index, part), out var plain)
        && new Commitment(commitKey, value).Matches(plain);

    private static string Place(long index, string part) => string.Create(CultureInfo.InvariantCulture, $"{index}/{part}");

    private sealed record Row(byte[] Bytes, byte[] SealKey, byte[] CommitKey);
}
