using System.Text.Json.Nodes;
using Yakuba.Office.Library.Rights;
using Yakuba.Platform;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Library.Changing;

/// <summary>Takes a confirmed or published version back to a draft. The version it had replaced answers again.</summary>
/// <param name="Version">Number of the version.</param>
public sealed record WithdrawDocument(uint Version);

internal sealed class WithdrawDocumentHandler(VersionChanges changes)
{
    /// <summary>Takes the version back.</summary>
    internal async Task<Result<Done>> HandleAsync(WithdrawDocument request, Principal who, Actor by, CancellationToken cancel)
    {
        var change = new VersionChange(
            LibraryActions.Withdrawn,
            (person, card) => person.MayConfirm(card.Rights),
            [VersionState.Confirmed, VersionState.Published],
            async (work, card, stop) =>
            {
                await TakeBackAsync(work, card.Number, stop);
                return new JsonObject { ["was"] = card.Rights.State.ToKey() };
            });
        return (await changes.RunAsync(request.Version, change, who, by, cancel)).Match<Result<Done>>(_ => Done.Instance, problem => problem);
    }

    /// <summary>Makes a draft of it.</summary>
    internal static Task<int> TakeBackAsync(UnitOfWork work, uint version, CancellationToken cancel) => work.ExecuteAsync(
        "UPDATE version SET state = 'draft', confirmed_at = '', confirmed_by = '', published_at = '', published_by = '', reviewed_at = '', reviewed_by = '', "
        + "retired_from = '', retired_at = '', retired_by = '', retired_reason = '' WHERE number = @number",
        new { number = (long)version },
        cancel);
}
