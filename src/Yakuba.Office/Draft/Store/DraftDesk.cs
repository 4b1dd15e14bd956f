using Yakuba.Platform;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Draft.Store;

/// <summary>The drafts that a person may read. What one may not read answers as what is not there.</summary>
public sealed class DraftDesk(Database database)
{
    /// <summary>Drafts a page of a list holds.</summary>
    public const int PageSize = 50;

    /// <summary>A list, newest change first.</summary>
    /// <returns>The lines of the page, and how many there are of each state.</returns>
    public async Task<(IReadOnlyList<DraftCard> Lines, IReadOnlyDictionary<DraftState, long> Counts)> ListAsync(Principal reader, DraftFilter filter, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        return await DraftRows.ListAsync(read, reader, filter, PageSize, cancel);
    }

    /// <summary>One draft with a version of its text.</summary>
    /// <param name="reader">Who reads.</param>
    /// <param name="id">The draft.</param>
    /// <param name="version">Number of the version; null for the newest.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<Result<OpenDraft>> OpenAsync(Principal reader, Guid id, int? version, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        return await DraftRows.FindAsync(read, id, cancel) is not { } card || !card.MayBeReadBy(reader) ? DraftProblems.NoSuchDraft
            : await DraftRows.VersionAsync(read, id, version ?? card.Version, cancel) is not { } text ? DraftProblems.NoSuchVersion
            : new OpenDraft(card, text);
    }
}

/// <summary>A draft that somebody has open.</summary>
/// <param name="Card">What lists show.</param>
/// <param name="Version">The version that is looked at.</param>
public sealed record OpenDraft(DraftCard Card, DraftVersion Version);
