using System.Text.Json.Nodes;
using Yakuba.Platform.Data;

namespace Yakuba.Platform.Audit.RemoveTexts;

/// <summary>Decides on a removal: a second person, who may open the record's bodies. What is agreed to happens at once, everywhere in the store; backups and snapshots keep what they have.</summary>
public sealed class DecideRemovalHandler(Database database, AuditTrail audit, Retention retention, IEnumerable<TextEraser> erasers, TimeProvider time)
{
    /// <summary>Removes the texts, or refuses to.</summary>
    /// <param name="number">The removal.</param>
    /// <param name="agreed">True to remove.</param>
    /// <param name="by">Who decides; another person than the one who asked.</param>
    /// <param name="cancel">Stops; nothing is decided.</param>
    public async Task<Result<Removal>> HandleAsync(long number, bool agreed, Actor by, CancellationToken cancel)
    {
        if (!by.Roles.Give(Right.OpenRecordBody))
        {
            return AuditProblems.NotADecider;
        }

        Removal decided;
        await using (var work = await database.BeginAsync(cancel))
        {
            if (await RemovalRows.FindAsync(work, number, cancel) is not { State: "waiting" } removal)
            {
                return AuditProblems.NoSuchRemoval.With($"{number}");
            }

            if (removal.AskedBy == by.UserId)
            {
                return AuditProblems.SecondPerson;
            }

            if (agreed && removal.IsDisposal && ((await retention.DueAsync(work, cancel))?.Through ?? -1) < removal.Through)
            {
                return AuditProblems.NothingDue; // the period was made longer after it was asked for
            }

            decided = removal with { State = agreed ? "done" : "refused", DecidedAt = time.GetUtcNow().ToStore(), DecidedBy = by.UserId };
            decided = agreed ? await Removing.RunAsync(work, decided, erasers, audit, by, cancel) : await RefuseAsync(work, decided, by, cancel);
            await RemovalRows.DecideAsync(work, decided, cancel);
            await work.CommitAsync(cancel);
        }

        if (agreed)
        {
            await database.ForgetDeletedAsync(TextEraser.AllTables(erasers), CancellationToken.None); // what was committed is carried through, whoever closes the page
        }

        return decided;
    }

    private async Task<Removal> RefuseAsync(UnitOfWork work, Removal removal, Actor by, CancellationToken cancel) =>
        removal with { Entry = await audit.AppendAsync(work, by, RecordActions.RemovalRefused, new JsonObject { ["removal"] = removal.Number, ["asked-by"] = removal.AskedBy }, cancel) };
}
