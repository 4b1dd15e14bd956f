using Yakuba.Documents;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Library.ShowDocument;

/// <summary>One stored block of a version.</summary>
internal sealed record StoredBlock(long Idx, string Kind, long Level, string Marker, string Text, string At, string Extra);

/// <summary>Reads the text of a version, a stretch at a time. The caller has asked who may read it.</summary>
internal static class BlockStore
{
    private const string Columns = "SELECT idx AS Idx, kind AS Kind, level AS Level, marker AS Marker, text AS Text, at_key AS At, extra AS Extra FROM block WHERE version = @version";

    internal static Task<long> CountAsync(Session session, uint version, CancellationToken cancel) =>
        session.CountAsync("SELECT count(*) FROM block WHERE version = @version", new { version = (long)version }, cancel);

    /// <summary>Blocks from one on.</summary>
    internal static Task<IReadOnlyList<StoredBlock>> FromAsync(Session session, uint version, long first, long most, CancellationToken cancel) => session.QueryAsync<StoredBlock>(
        Columns + " AND idx >= @first AND idx < @end ORDER BY idx", new { version = (long)version, first, end = first + most }, cancel);

    /// <summary>What stands in the outline: headings, questions, and the first block of each article is for the caller to choose.</summary>
    internal static Task<IReadOnlyList<StoredBlock>> OutlineAsync(Session session, uint version, long most, CancellationToken cancel) => session.QueryAsync<StoredBlock>(
        Columns + " AND kind IN ('heading', 'faq', 'article') ORDER BY idx LIMIT @most", new { version = (long)version, most }, cancel);

    /// <summary>The block at a place: the same key, else the same page or provision, else none.</summary>
    internal static async Task<long?> PlaceAsync(Session session, uint version, string key, CancellationToken cancel)
    {
        string[] beginnings = Locator.TryParse(key) switch
        {
            PageLocator page => [key, $"page:{page.Page}@", $"page:{page.Page}"],
            CellLocator cell => [key, $"cell:{cell.Sheet}!"],
            null => [],
            _ => [key],
        };
        for (var i = 0; i < beginnings.Length; i++)
        {
            // The whole key first; then whatever begins so. substr and not LIKE: a sheet's name may hold % and _.
            var found = await session.CountAsync(
                i == 0
                    ? "SELECT coalesce(min(idx), -1) FROM block WHERE version = @version AND at_key = @beginning"
                    : "SELECT coalesce(min(idx), -1) FROM block WHERE version = @version AND substr(at_key, 1, @length) = @beginning",
                new { version = (long)version, beginning = beginnings[i], length = (long)beginnings[i].Length },
                cancel);
            if (found >= 0)
            {
                return found;
            }
        }

        return null;
    }
}
