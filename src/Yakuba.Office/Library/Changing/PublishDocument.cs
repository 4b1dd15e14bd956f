using System.Text.Json.Nodes;
using Yakuba.Office.Library.Catalogue;
using Yakuba.Office.Library.Rights;
using Yakuba.Platform;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Library.Changing;

/// <summary>Lets a version answer everyone whom its label allows. It takes the place of older versions from its first day on.</summary>
/// <param name="Version">Number of the version.</param>
/// <param name="From">First day in Japan time; null for the day that the text states, or today. A day to come is kept as the first day of validity.</param>
public sealed record PublishDocument(uint Version, DateOnly? From);

internal sealed class PublishDocumentHandler(VersionChanges changes, TimeProvider time)
{
    /// <summary>Publishes a draft or a confirmed version; publishing a draft confirms it too.</summary>
    internal async Task<Result<Done>> HandleAsync(PublishDocument request, Principal who, Actor by, CancellationToken cancel)
    {
        var change = new VersionChange(
            LibraryActions.Published,
            (person, card) => person.MayConfirm(card.Rights),
            [VersionState.Draft, VersionState.Confirmed],
            (work, card, stop) => ApplyAsync(work, card, request, by, stop));
        return (await changes.RunAsync(request.Version, change, who, by, cancel)).Match<Result<Done>>(_ => Done.Instance, problem => problem);
    }

    private async Task<Result<JsonObject>> ApplyAsync(UnitOfWork work, VersionCard card, PublishDocument request, Actor by, CancellationToken cancel)
    {
        // A day that has come says nothing new: the text's own first day, however old, is what questions about the past need.
        var from = request.From is { } wanted && wanted > time.Today() && !(card.Stated.From > wanted) ? wanted : card.Stated.From;
        if (from > card.Stated.To)
        {
            return LibraryProblems.DatesReversed;
        }

        await work.ExecuteAsync(
            "UPDATE version SET state = 'published', valid_from = @from, published_at = @now, published_by = @by, "
            + "confirmed_at = CASE WHEN confirmed_at = '' THEN @now ELSE confirmed_at END, confirmed_by = CASE WHEN confirmed_by = '' THEN @by ELSE confirmed_by END "
            + "WHERE number = @number",
            new { from = from?.ToStore() ?? "", now = time.GetUtcNow().ToStore(), by = by.UserId, number = (long)card.Number },
            cancel);
        return new JsonObject { ["from"] = from?.ToStore() ?? "", ["label"] = card.Rights.Label.ToName() };
    }
}
