using System.Globalization;
using Yakuba.Ledger;
using Yakuba.Office.Library.Catalogue;
using Yakuba.Office.Library.Importing;
using Yakuba.Office.Library.Rights;
using Yakuba.Platform;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Library.Changing;

/// <summary>Takes from readers again, after a backup was put back, the documents that the record says were taken since: deleted, withdrawn, retired, closed. Nothing is opened, but that a move to another section is done as the record says: it takes from one and gives to the other.</summary>
public sealed class LaterChanges
{
    private readonly RetireDocumentHandler _retire;
    private readonly Originals _originals;

    internal LaterChanges(RetireDocumentHandler retire, Originals originals) => (_retire, _originals) = (retire, originals);

    /// <summary>Takes them away; the index is made afterwards, of what is left.</summary>
    /// <param name="work">The restored store.</param>
    /// <param name="later">The record from the backup on, in order.</param>
    /// <param name="by">Who restores.</param>
    /// <param name="cancel">Stops; nothing is changed.</param>
    /// <returns>Versions from which something was taken.</returns>
    public async Task<int> RepeatAsync(UnitOfWork work, IReadOnlyList<LedgerEntry> later, Actor by, CancellationToken cancel)
    {
        var taken = 0;
        foreach (var acts in later.Where(e => e.Facts.ContainsKey("version")).GroupBy(VersionOf))
        {
            if (await CardAsync(work, acts.Key, cancel) is { } card && acts.All(a => a.Facts.GetValueOrDefault("sha256", card.Sha256) == card.Sha256))
            {
                taken += await RepeatAsync(work, card, [.. acts], by, cancel) ? 1 : 0;
            }
        }

        foreach (var act in later.Where(a => a.Action == LibraryActions.Revised && !IsUnsaid(a)))
        {
            await CloseAsync(work, act.Facts.GetValueOrDefault("document", ""), act, cancel); // in order, and also what was said at a version that the backup does not hold
        }

        await LibraryGeneration.BumpAsync(work, cancel);
        return taken;
    }

    private async Task<bool> RepeatAsync(UnitOfWork work, VersionCard card, IReadOnlyList<LedgerEntry> acts, Actor by, CancellationToken cancel)
    {
        var end = acts.LastOrDefault(a => a.Action is LibraryActions.Withdrawn or LibraryActions.Retired or LibraryActions.Published or LibraryActions.RetirementUndone);
        var revised = acts.Where(a => a.Action == LibraryActions.Revised && (a.Facts.ContainsKey("label") || a.Facts.ContainsKey("section") || a.Facts.ContainsKey("readers"))).ToList();
        var isDeleted = acts.Any(a => a.Action is LibraryActions.Deleted or LibraryActions.HeldRemoved);
        if (end?.Action == LibraryActions.Withdrawn || revised.Any(IsUnsaid))
        {
            await WithdrawDocumentHandler.TakeBackAsync(work, card.Number, cancel);
        }
        else if (end?.Action == LibraryActions.Retired && card.Rights.State is VersionState.Confirmed or VersionState.Published)
        {
            var from = DateOnly.TryParseExact(end!.Facts.GetValueOrDefault("from"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : DateOnly.MinValue;
            await _retire.ApplyAsync(work, card, new RetireDocument(card.Number, from, "バックアップの後に失効にされていました。"), by, cancel);
        }

        if (isDeleted && await CardAsync(work, card.Number, cancel) is { } now && await VersionRemoval.DeleteAsync(work, now, cancel))
        {
            work.AfterCommit(() => _originals.Forget(card.Sha256));
        }

        await Supersession.ArrangeAsync(work, card.Rights.DocumentId, cancel);
        return isDeleted || revised.Count > 0 || end?.Action is LibraryActions.Withdrawn or LibraryActions.Retired;
    }

    // Entries of programs before this one say that a right was changed, and neither to what nor of which document.
    private static bool IsUnsaid(LedgerEntry act) => !act.Facts.ContainsKey("document") && new[] { "label", "section", "readers" }.Any(act.Facts.ContainsKey);

    // A label that was lowered and a reader that was added since stay as they were: who wants them gives them anew.
    private static async Task CloseAsync(UnitOfWork work, string document, LedgerEntry act, CancellationToken cancel)
    {
        if (Labels.Parse(act.Facts.GetValueOrDefault("label")) is { } label)
        {
            await work.ExecuteAsync("UPDATE document SET label = @label WHERE id = @document AND label < @label", new { document, label = (long)label }, cancel);
        }

        if (act.Facts.GetValueOrDefault("section") is { } section)
        {
            if (await work.SingleOrDefaultAsync<string>("SELECT section FROM document WHERE id = @document", new { document }, cancel) is { } was && was != section)
            {
                await SourceKeys.MoveAsync(work, document, was, section, cancel);
            }

            await work.ExecuteAsync("UPDATE document SET section = @section WHERE id = @document", new { document, section }, cancel);
        }

        if (act.Facts.GetValueOrDefault("readers") is { } readers)
        {
            var kept = (await work.SingleOrDefaultAsync<string>("SELECT readers FROM document WHERE id = @document", new { document }, cancel) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Intersect(readers.Split(',')).ToList();
            await work.ExecuteAsync("UPDATE document SET readers = @now WHERE id = @document", new { document, now = kept.Count == 0 ? "" : $",{string.Join(',', kept)}," }, cancel);
        }
    }

    private static async Task<VersionCard?> CardAsync(UnitOfWork work, uint version, CancellationToken cancel) =>
        await CardRows.FindAsync(work, version, cancel) ?? (await CardRows.HeldAsync(work, cancel)).FirstOrDefault(c => c.Number == version);

    private static uint VersionOf(LedgerEntry entry) => uint.TryParse(entry.Facts["version"], CultureInfo.InvariantCulture, out var number) ? number : 0;
}
