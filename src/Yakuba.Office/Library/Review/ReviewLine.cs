using Yakuba.Office.Library.Catalogue;

namespace Yakuba.Office.Library.Review;

/// <summary>Why a text stands in the list of things to do.</summary>
public enum ReviewKind
{
    /// <summary>見直しの期限を過ぎた.</summary>
    Overdue,

    /// <summary>有効期限が近い、または過ぎたばかり, and no newer version takes over.</summary>
    Expiring,

    /// <summary>確認を待っている下書き.</summary>
    Waiting,

    /// <summary>30日以内に見直す.</summary>
    DueSoon,
}

/// <summary>One thing to do.</summary>
/// <param name="Kind">Why it is there.</param>
/// <param name="Card">The text.</param>
/// <param name="Day">The day by which, or on which it was filed for a draft.</param>
/// <param name="MayReview">Whether this person may say that it still holds, or confirm it.</param>
public sealed record ReviewLine(ReviewKind Kind, VersionCard Card, DateOnly Day, bool MayReview);

/// <summary>What the sections of one person have to do, most pressing first.</summary>
/// <param name="Lines">Each thing, by kind and then by day.</param>
/// <param name="Next">The day that a review of today moves to by the rule; null when none is set.</param>
public sealed record ReviewList(IReadOnlyList<ReviewLine> Lines, DateOnly? Next)
{
    /// <summary>How many there are of a kind.</summary>
    public int Count(ReviewKind kind) => Lines.Count(l => l.Kind == kind);

    /// <summary>What cannot wait: overdue, expiring, and drafts that this person may confirm.</summary>
    public int Pressing => Lines.Count(l => l.Kind is ReviewKind.Overdue or ReviewKind.Expiring || (l.Kind == ReviewKind.Waiting && l.MayReview));
}
