using System.Text.Json.Nodes;
using Yakuba.Office.Library.Changing;
using Yakuba.Office.Library.Rights;
using Yakuba.Platform;

namespace Yakuba.Office.Library.Review;

/// <summary>Takes the last review of a version back: its day of review and who confirmed it are what they were before.</summary>
/// <param name="Version">Number of the version.</param>
public sealed record UndoReview(uint Version);

internal sealed class UndoReviewHandler(VersionChanges changes, TimeProvider time)
{
    /// <summary>Takes the review back. One whose day was changed since stays, so that the later decision is not lost.</summary>
    internal async Task<Result<Done>> HandleAsync(UndoReview request, Principal who, Actor by, CancellationToken cancel)
    {
        var change = new VersionChange(
            LibraryActions.ReviewUndone,
            (person, card) => person.MayConfirm(card.Rights),
            [VersionState.Confirmed, VersionState.Published],
            async (work, card, stop) =>
            {
                var last = await work.FirstOrDefaultAsync<Row>(
                    "SELECT r.id, r.next_on, r.was_on, r.was_at, r.was_by FROM review r JOIN version v ON v.number = r.version "
                    + "WHERE r.version = @number AND r.undone_at = '' AND r.made_at = v.reviewed_at ORDER BY r.id DESC LIMIT 1",
                    new { number = (long)card.Number },
                    stop);
                if (last is null)
                {
                    return LibraryProblems.NoReview;
                }

                if (last.next_on != (card.ReviewOn?.ToStore() ?? ""))
                {
                    return LibraryProblems.ReviewChanged;
                }

                await work.ExecuteAsync("UPDATE review SET undone_at = @now, undone_by = @by WHERE id = @id", new { now = time.GetUtcNow().ToStore(), by = by.UserId, last.id }, stop);
                await work.ExecuteAsync(
                    "UPDATE version SET review_on = @was_on, reviewed_at = @was_at, reviewed_by = @was_by WHERE number = @number",
                    new { last.was_on, last.was_at, last.was_by, number = (long)card.Number },
                    stop);
                return new JsonObject { ["review-on"] = last.was_on };
            });
        return (await changes.RunAsync(request.Version, change, who, by, cancel)).Match<Result<Done>>(_ => Done.Instance, problem => problem);
    }

    private sealed record Row(string id, string next_on, string was_on, string was_at, string was_by);
}
