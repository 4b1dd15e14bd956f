using Yakuba.Platform.Data;

namespace Yakuba.Office.Library.Reorganise;

/// <summary>A document and where it belongs.</summary>
/// <param name="Id">Id of the document.</param>
/// <param name="Place">Where it belongs.</param>
internal sealed record PlacedDocument(string Id, DocumentPlace Place);

/// <summary>Where documents belong, as the store keeps it.</summary>
internal static class DocumentPlaces
{
    private const string Select = "SELECT id AS Id, section AS Section, readers AS Readers, source_key AS SourceKey FROM document ";

    /// <summary>Documents that these sections own or may read as named readers.</summary>
    internal static async Task<IReadOnlyList<PlacedDocument>> OfAsync(Session session, IReadOnlySet<string> sections, CancellationToken cancel) =>
        [.. (await session.QueryAsync<Row>(Select + "ORDER BY id", cancel: cancel)).Select(Place).Where(d => sections.Contains(d.Place.Section) || d.Place.ReaderCodes.Any(sections.Contains))];

    /// <summary>Where a document belongs now.</summary>
    /// <returns>Null when it was deleted.</returns>
    internal static async Task<DocumentPlace?> FindAsync(Session session, string id, CancellationToken cancel) =>
        await session.SingleOrDefaultAsync<Row>(Select + "WHERE id = @id", new { id }, cancel) is { } row ? Place(row).Place : null;

    /// <summary>Keys that documents of a section have.</summary>
    internal static async Task<HashSet<string>> KeysAsync(Session session, string section, CancellationToken cancel) =>
        [.. await session.QueryAsync<string>("SELECT source_key FROM document WHERE source_key LIKE @prefix", new { prefix = section + ":%" }, cancel)];

    /// <summary>True when another document has the key.</summary>
    internal static async Task<bool> IsKeyTakenAsync(Session session, string id, string key, CancellationToken cancel) =>
        await session.CountAsync("SELECT count(*) FROM document WHERE source_key = @key AND id <> @id", new { key, id }, cancel) > 0;

    /// <summary>Puts a document where it is to belong.</summary>
    internal static Task<int> PutAsync(UnitOfWork work, string id, DocumentPlace place, CancellationToken cancel) =>
        work.ExecuteAsync("UPDATE document SET section = @Section, readers = @Readers, source_key = @SourceKey WHERE id = @id", new { id, place.Section, place.Readers, place.SourceKey }, cancel);

    /// <summary>True when a section owns or may read documents.</summary>
    internal static async Task<bool> IsUsedAsync(Session session, string section, CancellationToken cancel) =>
        (await OfAsync(session, new HashSet<string> { section }, cancel)).Count > 0;

    /// <summary>A place after sections gave their duties to another.</summary>
    /// <param name="place">As it is.</param>
    /// <param name="from">Codes of the sections.</param>
    /// <param name="into">Code of the section that takes over.</param>
    /// <param name="moves">Whether the document itself goes along.</param>
    /// <param name="keepsReader">Whether a section that reads it goes on reading beside the other.</param>
    /// <param name="taken">Keys in use; the new one is added.</param>
    internal static DocumentPlace Moved(DocumentPlace place, IReadOnlySet<string> from, string into, bool moves, bool keepsReader, HashSet<string> taken)
    {
        var owner = moves ? into : place.Section;
        var readers = place.ReaderCodes
            .SelectMany(code => !from.Contains(code) ? [code] : keepsReader ? [code, into] : new[] { into })
            .Where(code => code != owner);

        // A folder imported for the section that takes over finds the document again; where that name is taken, the two stay apart.
        var key = moves && place.SourceKey.StartsWith(place.Section + ":", StringComparison.Ordinal) ? into + place.SourceKey[place.Section.Length..] : place.SourceKey;
        key = key == place.SourceKey || taken.Add(key) ? key : place.SourceKey;
        return new DocumentPlace(owner, place.ReaderCodes.Any(from.Contains) ? DocumentPlace.Stored(readers) : place.Readers, key);
    }

    private static PlacedDocument Place(Row row) => new(row.Id, new DocumentPlace(row.Section, row.Readers, row.SourceKey));

    private sealed record Row(string Id, string Section, string Readers, string SourceKey);
}
