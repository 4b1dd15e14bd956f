using Yakuba.Documents;
using Yakuba.Office.Draft.Store;
using Yakuba.Platform;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Draft.Sources;

/// <summary>A passage that was put into a draft, as it stood on that day.</summary>
/// <param name="Number">How the text cites it, from 1.</param>
/// <param name="Version">Number of the library's version; 0 where it is a past draft.</param>
/// <param name="Ordinal">Passage of that version.</param>
/// <param name="Past">The past draft; null where it is of the library.</param>
/// <param name="Title">Title of the document.</param>
/// <param name="PlaceKey">Key of the place; empty for a past draft.</param>
/// <param name="Quote">The words.</param>
public sealed record DraftSource(int Number, uint Version, int Ordinal, Guid? Past, string Title, string PlaceKey, string Quote)
{
    /// <summary>The place in people's words: 第12条第2項.</summary>
    public string Place => PlaceKey.Length == 0 ? "" : Locator.Parse(PlaceKey).ToLabel();

    internal static async Task<IReadOnlyList<DraftSource>> OfAsync(Session session, Guid draft, CancellationToken cancel) =>
        [.. (await session.QueryAsync<Row>("SELECT number, version, ordinal, past, title, place, quote FROM draft_source WHERE draft = @id ORDER BY number", new { id = DraftRows.Key(draft) }, cancel)).Select(r => r.ToSource())];

    internal static Task AddAsync(UnitOfWork work, Guid draft, DraftSource source, string by, DateTimeOffset at, CancellationToken cancel) => work.ExecuteAsync(
        "INSERT INTO draft_source (draft, number, version, ordinal, past, title, place, quote, added_at, added_by) VALUES (@id, @number, @version, @ordinal, @past, @Title, @PlaceKey, @Quote, @at, @by)",
        new
        {
            id = DraftRows.Key(draft), number = (long)source.Number, version = (long)source.Version, ordinal = (long)source.Ordinal, past = source.Past is { } past ? DraftRows.Key(past) : "", source.Title, source.PlaceKey, source.Quote, at = at.ToStore(), by,
        },
        cancel);

    private sealed record Row(long number, long version, long ordinal, string past, string title, string place, string quote)
    {
        internal DraftSource ToSource() => new((int)number, (uint)version, (int)ordinal, past.Length == 0 ? null : Guid.Parse(past), title, place, quote);
    }
}
