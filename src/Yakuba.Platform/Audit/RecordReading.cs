using Yakuba.Platform.Data;

namespace Yakuba.Platform.Audit;

/// <summary>An entry as it lies in the store.</summary>
/// <param name="Index">Its place, from 0.</param>
/// <param name="Entry">Canonical JSON.</param>
/// <param name="Leaf">Its stored leaf hash.</param>
internal sealed record StoredEntry(long Index, byte[] Entry, byte[] Leaf);

/// <summary>Reads the record from front to back in pages, from one snapshot.</summary>
internal static class RecordReading
{
    private const long PageSize = 1_000;

    internal static async IAsyncEnumerable<StoredEntry> AllAsync(Session session, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var next = 0L;
        while (true)
        {
            var page = await session.QueryAsync<StoredEntry>(
                "SELECT idx AS \"Index\", entry AS Entry, leaf AS Leaf FROM audit_entry WHERE idx >= @next ORDER BY idx LIMIT @PageSize", new { next, PageSize }, cancel);
            foreach (var entry in page)
            {
                yield return entry;
            }

            if (page.Count < PageSize)
            {
                yield break;
            }

            next = page[^1].Index + 1;
        }
    }
}
