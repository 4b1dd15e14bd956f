using Yakuba.Office.Library.Catalogue;
using Yakuba.Office.Library.Importing;
using Yakuba.Office.Library.Rights;
using Yakuba.Platform;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Library.Changing;

/// <summary>Runs every change of a version the same way: one transaction, the rights of this moment, an entry in the record, new rights for readers.</summary>
internal sealed class VersionChanges(Database database, AuditTrail audit, TimeProvider time)
{
    /// <summary>Changes a version.</summary>
    /// <returns>The version as it was before; or why nothing was changed.</returns>
    internal async Task<Result<VersionCard>> RunAsync(uint version, VersionChange change, Principal who, Actor by, CancellationToken cancel)
    {
        await using var work = await database.BeginAsync(cancel);
        await LibraryGeneration.BumpAsync(work, cancel); // first: its row makes changes of the library wait for each other
        var card = await CardRows.FindAsync(work, version, cancel);
        if (card is null || !card.Rights.MayBeReadBy(who))
        {
            return LibraryProblems.NoSuchDocument;
        }

        if (!change.May(who, card))
        {
            return LibraryProblems.NotYourSection;
        }

        if (!change.From.Contains(card.Rights.State))
        {
            return LibraryProblems.WrongState.With($"現在: {card.Rights.State.ToName()}");
        }

        if (!(await change.ApplyAsync(work, card, cancel)).TryGet(out var facts, out var problem))
        {
            return problem;
        }

        var now = time.GetUtcNow().ToStore();
        await work.ExecuteAsync("UPDATE version SET changed_at = @now WHERE number = @number", new { now, number = (long)version }, cancel);
        await Supersession.ArrangeAsync(work, card.Rights.DocumentId, cancel);
        facts["version"] = (long)version;
        facts["sha256"] = card.Sha256;
        await audit.AppendAsync(work, by, change.Action, facts, cancel);
        await work.CommitAsync(cancel);
        return card;
    }
}
