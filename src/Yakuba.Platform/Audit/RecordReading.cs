using Yakuba.Platform.Data;

namespace Yakuba.Platform.Audit;

/// <summary>An entry as it lies in the store.</summary>
/// <param name="Index">Its place, from 0.</param>
/// <param name="Entry">Canonical JSON.</param>
/// <param name="Leaf">Its stored leaf hash.</param>
/// <param name="At">When, as lists are filtered by it.</param>
/// <param name="Actor">Who, likewise.</param>
/// <param name="Action">What, likewise.</param>
/// <param name="Request">Of which request, likewise.</param>
internal sealed record StoredEntry(long Index, byte[] Entry, byte[] Leaf, string At, string Actor, string Action, string Request)
{
    internal const string Columns = "idx AS \"Index\", entry AS Entry, leaf AS Leaf, at AS At, actor AS Actor, action AS Action, request AS Request";
}

/// <summary>Reads the record from front to back in pages, from one snapshot.</summary>
internal static class RecordReading
{
    private const long PageSize = 1_000;

    internal static async IAsyncEnumerable<IReadOnlyList<StoredEntry>> PagesAsync(Session session, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var next = 0L;
        while (true)
        {
            var page = await session.QueryAsync<StoredEntry>(
                $"SELECT {StoredEntry.Columns} FROM audit_entry WHERE idx >= @next ORDER BY idx LIMIT @PageSize", new { next, PageSize }, cancel);
            yield return page;
            if (page.Count < PageSize)
            {
                yield break;
            }

            next = page[^1].Index + 1;
        }
    }
}
