using System.Text.Json.Nodes;
using Yakuba.Platform;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Draft.Store;

/// <summary>One way to change a draft.</summary>
/// <param name="Action">What the record calls it.</param>
/// <param name="May">Who may, of those who may read it.</param>
/// <param name="From">In which states.</param>
/// <param name="ApplyAsync">Does it and tells the record's facts; or why not, and then nothing is changed.</param>
internal sealed record DraftChange(
    string Action, Func<Principal, DraftCard, bool> May, IReadOnlyList<DraftState> From, Func<UnitOfWork, DraftCard, CancellationToken, Task<Result<JsonObject>>> ApplyAsync);

/// <summary>Runs every change of a draft the same way: one transaction, the rights of this moment, an entry in the record.</summary>
internal sealed class DraftChanges(Database database, AuditTrail audit, TimeProvider time)
{
    /// <summary>Changes a draft.</summary>
    /// <returns>The draft as it is now; or why nothing was changed.</returns>
    internal async Task<Result<DraftCard>> RunAsync(Guid id, DraftChange change, Principal who, Actor by, CancellationToken cancel)
    {
        await using var work = await database.BeginAsync(cancel);
        await work.ExecuteAsync("UPDATE draft SET changed_at = @now WHERE id = @id", new { id = DraftRows.Key(id), now = time.GetUtcNow().ToStore() }, cancel); // first: its row makes changes of one draft wait for each other
        var card = await DraftRows.FindAsync(work, id, cancel);
        if (card is null || !card.MayBeReadBy(who))
        {
            return DraftProblems.NoSuchDraft;
        }

        if (!change.May(who, card))
        {
            return DraftProblems.NotYourDraft;
        }

        if (!change.From.Contains(card.State))
        {
            return DraftProblems.WrongState.With($"現在: {card.State.ToName()}");
        }

        if (!(await change.ApplyAsync(work, card, cancel)).TryGet(out var facts, out var problem))
        {
            return problem;
        }

        facts["draft"] = DraftRows.Key(id);
        await audit.AppendAsync(work, by, change.Action, facts, cancel);
        var now = await DraftRows.FindAsync(work, id, cancel);
        await work.CommitAsync(cancel);
        return now!; // nothing deletes drafts
    }
}
