using System.Text.Json.Nodes;
using Yakuba.Office.Library.Rights;
using Yakuba.Platform;

namespace Yakuba.Office.Library.Changing;

/// <summary>Takes a retirement back: one that has happened, or one decided for a day to come.</summary>
/// <param name="Version">Number of the version.</param>
public sealed record UndoRetire(uint Version);

internal sealed class UndoRetireHandler(VersionChanges changes)
{
    /// <summary>Puts the version back to the state it had.</summary>
    internal async Task<Result<Done>> HandleAsync(UndoRetire request, Principal who, Actor by, CancellationToken cancel)
    {
        var change = new VersionChange(
            LibraryActions.RetirementUndone,
            (person, card) => person.MayConfirm(card.Rights),
            [VersionState.Confirmed, VersionState.Published, VersionState.Retired],
            async (work, card, stop) =>
            {
                if (card.RetiredFrom is null && card.Rights.State != VersionState.Retired)
                {
                    return LibraryProblems.NotRetired;
                }

                await work.ExecuteAsync(
                    "UPDATE version SET state = CASE WHEN published_at <> '' THEN 'published' WHEN confirmed_at <> '' THEN 'confirmed' ELSE 'draft' END, "
                    + "retired_from = '', retired_at = '', retired_by = '', retired_reason = '' WHERE number = @number",
                    new { number = (long)card.Number },
                    stop);
                return new JsonObject();
            });
        return (await changes.RunAsync(request.Version, change, who, by, cancel)).Match<Result<Done>>(_ => Done.Instance, problem => problem);
    }
}
