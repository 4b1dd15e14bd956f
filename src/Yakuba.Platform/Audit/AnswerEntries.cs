using Yakuba.Ledger;
using Yakuba.Platform.Data;

namespace Yakuba.Platform.Audit;

/// <summary>The entries that belong to one answer: its question and its result.</summary>
internal static class AnswerEntries
{
    /// <summary>Every entry of the same answer that has a text beside it, in order; erased ones too.</summary>
    /// <param name="session">Reads.</param>
    /// <param name="index">Any entry of the answer.</param>
    /// <param name="cancel">Stops.</param>
    /// <returns>Empty when there is no text beside any.</returns>
    internal static async Task<IReadOnlyList<(long Index, LedgerEntry Entry)>> OfAsync(Session session, long index, CancellationToken cancel)
    {
        var rows = await session.QueryAsync<Row>(
            "SELECT e.idx AS \"Index\", e.entry AS Entry FROM audit_entry e WHERE e.request = (SELECT request FROM audit_entry WHERE idx = @index) "
            + "AND (e.idx = @index OR EXISTS (SELECT 1 FROM audit_body b WHERE b.idx = e.idx)) ORDER BY e.idx",
            new { index },
            cancel);
        var entries = new List<(long Index, LedgerEntry Entry)>();
        foreach (var row in rows)
        {
            if (LedgerEntry.TryDecode(row.Entry, out var entry) && entry.Commitments.Count > 0)
            {
                entries.Add((row.Index, entry));
            }
        }

        // One request may hold several answers; the answer's id tells them apart.
        var answer = entries.Where(e => e.Index == index).Select(e => e.Entry.Facts.GetValueOrDefault("answer")).FirstOrDefault();
        return [.. entries.Where(e => e.Index == index || (answer is not null && e.Entry.Facts.GetValueOrDefault("answer") == answer))];
    }

    private sealed record Row(long Index, byte[] Entry);
}
