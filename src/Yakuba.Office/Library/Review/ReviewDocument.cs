using System.Text.Json.Nodes;
using Yakuba.Office.Library.Changing;
using Yakuba.Office.Library.Rights;
using Yakuba.Platform;
using Yakuba.Platform.Settings;

namespace Yakuba.Office.Library.Review;

/// <summary>Says that a text was looked at and still holds as it is. The day of review moves on.</summary>
/// <param name="Version">Number of the version.</param>
/// <param name="Next">The next day of review, after today; null for the municipality's interval.</param>
public sealed record ReviewDocument(uint Version, DateOnly? Next);

internal sealed class ReviewDocumentHandler(VersionChanges changes, SettingStore settings, TimeProvider time)
{
    /// <summary>Records the review.</summary>
    internal async Task<Result<Done>> HandleAsync(ReviewDocument request, Principal who, Actor by, CancellationToken cancel)
    {
        if (request.Next <= time.Today())
        {
            return LibraryProblems.ReviewDayPast;
        }

        var change = new VersionChange(
            LibraryActions.Reviewed,
            (person, card) => person.MayConfirm(card.Rights),
            [VersionState.Confirmed, VersionState.Published],
            async (work, card, stop) =>
            {
                if ((request.Next ?? (await ReviewRule.ReadAsync(work, settings, stop)).After(time.Today())) is not { } next)
                {
                    return LibraryProblems.ReviewDayNeeded;
                }

                var row = new { id = Guid.CreateVersion7().ToString("D"), number = (long)card.Number, now = time.GetUtcNow().ToStore(), by = by.UserId, next = next.ToStore() };
                await work.ExecuteAsync(
                    "INSERT INTO review (id, version, made_at, made_by, next_on, was_on, was_at, was_by) "
                    + "SELECT @id, number, @now, @by, @next, review_on, reviewed_at, reviewed_by FROM version WHERE number = @number",
                    row,
                    stop);
                await work.ExecuteAsync("UPDATE version SET review_on = @next, reviewed_at = @now, reviewed_by = @by WHERE number = @number", row, stop);
                return new JsonObject { ["review-on"] = next.ToStore() };
            });
        return (await changes.RunAsync(request.Version, change, who, by, cancel)).Match<Result<Done>>(_ => Done.Instance, problem => problem);
    }
}
