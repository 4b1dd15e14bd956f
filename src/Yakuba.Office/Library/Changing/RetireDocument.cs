using System.Text.Json.Nodes;
using Yakuba.Office.Library.Catalogue;
using Yakuba.Office.Library.Rights;
using Yakuba.Platform;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Library.Changing;

/// <summary>Takes a version out of answers from a day on. It stays readable.</summary>
/// <param name="Version">Number of the version.</param>
/// <param name="From">First day, Japan time, on which answers leave it out. Until a day to come it goes on answering.</param>
/// <param name="Reason">Shown to staff; 1 to 400 UTF-16 code units after trimming.</param>
public sealed record RetireDocument(uint Version, DateOnly From, string Reason);

internal sealed class RetireDocumentHandler(VersionChanges changes, TimeProvider time)
{
    /// <summary>Retires the version.</summary>
    internal async Task<Result<Done>> HandleAsync(RetireDocument request, Principal who, Actor by, CancellationToken cancel)
    {
        var reason = request.Reason.Trim();
        if (reason.Length is 0 or > 400)
        {
            return LibraryProblems.ReasonLength;
        }

        var change = new VersionChange(
            LibraryActions.Retired,
            (person, card) => person.MayConfirm(card.Rights),
            [VersionState.Confirmed, VersionState.Published],
            (work, card, stop) => ApplyAsync(work, card, request with { Reason = reason }, by, stop));
        return (await changes.RunAsync(request.Version, change, who, by, cancel)).Match<Result<Done>>(_ => Done.Instance, problem => problem);
    }

    /// <summary>Writes it; the caller has looked whether it may be.</summary>
    internal async Task<Result<JsonObject>> ApplyAsync(UnitOfWork work, VersionCard card, RetireDocument request, Actor by, CancellationToken cancel)
    {
        await work.ExecuteAsync(
            "UPDATE version SET state = @state, retired_from = @from, retired_at = @now, retired_by = @by, retired_reason = @Reason WHERE number = @number",
            new
            {
                state = (request.From > time.Today() ? card.Rights.State : VersionState.Retired).ToKey(),
                from = request.From.ToStore(),
                now = time.GetUtcNow().ToStore(),
                by = by.UserId,
                request.Reason,
                number = (long)card.Number,
            },
            cancel);
        return new JsonObject { ["from"] = request.From.ToStore() };
    }
}
