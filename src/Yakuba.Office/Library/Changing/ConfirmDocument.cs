using System.Text.Json.Nodes;
using Yakuba.Office.Library.Rights;
using Yakuba.Platform;

namespace Yakuba.Office.Library.Changing;

/// <summary>Says that the owner section has checked a draft. Staff find it from now on, as its label allows.</summary>
/// <param name="Version">Number of the version.</param>
public sealed record ConfirmDocument(uint Version);

internal sealed class ConfirmDocumentHandler(VersionChanges changes, TimeProvider time)
{
    /// <summary>Confirms a draft.</summary>
    internal async Task<Result<Done>> HandleAsync(ConfirmDocument request, Principal who, Actor by, CancellationToken cancel)
    {
        var change = new VersionChange(
            LibraryActions.Confirmed,
            (person, card) => person.MayConfirm(card.Rights),
            [VersionState.Draft],
            async (work, card, stop) =>
            {
                await work.ExecuteAsync(
                    "UPDATE version SET state = 'confirmed', confirmed_at = @now, confirmed_by = @by WHERE number = @number",
                    new { now = time.GetUtcNow().ToStore(), by = by.UserId, number = (long)card.Number },
                    stop);
                return new JsonObject();
            });
        return (await changes.RunAsync(request.Version, change, who, by, cancel)).Match<Result<Done>>(_ => Done.Instance, problem => problem);
    }
}
