namespace Yakuba.Office.Library.Review;

/// <summary>The list of things to do for programs, in the order of the page.</summary>
internal sealed record ReviewsJson(int Overdue, int Expiring, int Waiting, int DueSoon, IReadOnlyList<ReviewJson> Documents)
{
    internal static ReviewsJson Of(ReviewList list) => new(
        list.Count(ReviewKind.Overdue),
        list.Count(ReviewKind.Expiring),
        list.Count(ReviewKind.Waiting),
        list.Count(ReviewKind.DueSoon),
        [.. list.Lines.Select(ReviewJson.Of)]);
}

/// <summary>One thing to do.</summary>
/// <param name="Kind"><c>overdue</c>, <c>expiring</c>, <c>waiting</c> or <c>due-soon</c>.</param>
/// <param name="Version">Number of the version.</param>
/// <param name="Title">Its title.</param>
/// <param name="Section">Code of the owner section.</param>
/// <param name="State">Key of the state.</param>
/// <param name="Day">By when; the day of filing for a draft.</param>
/// <param name="ConfirmedAt">When it was last confirmed; null when never.</param>
/// <param name="ConfirmedBy">Id of who did; empty when nobody.</param>
internal sealed record ReviewJson(string Kind, long Version, string Title, string Section, string State, DateOnly Day, DateTimeOffset? ConfirmedAt, string ConfirmedBy)
{
    internal static ReviewJson Of(ReviewLine line) => new(
        line.Kind switch { ReviewKind.Overdue => "overdue", ReviewKind.Expiring => "expiring", ReviewKind.Waiting => "waiting", _ => "due-soon" },
        line.Card.Number,
        line.Card.Title,
        line.Card.Rights.Section,
        line.Card.Rights.State.ToKey(),
        line.Day,
        line.Card.Confirmed?.At,
        line.Card.Confirmed?.By ?? "");
}
