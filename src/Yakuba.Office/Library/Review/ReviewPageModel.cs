using Yakuba.Office.Library.Rights;
using Yakuba.Platform;
using Yakuba.Platform.Web.Parts;

namespace Yakuba.Office.Library.Review;

/// <summary>What the page of reviews shows. Everything in it, counts too, is of documents this person may read.</summary>
/// <remarks>
/// The form posts to <c>/library/bulk</c>: <c>id</c> (many), <c>act</c> (<c>review</c>, <c>review-day</c>), <c>next</c>, <c>back</c>; a button of one line
/// sends <c>one</c> instead: act, colon, number of the version.
/// </remarks>
/// <param name="Groups">What is to be done, by why it is there.</param>
/// <param name="Recent">Reviews of late, which can be taken back.</param>
/// <param name="Section">Code of the section shown; empty for all.</param>
/// <param name="Sections">The person's sections to choose from.</param>
public sealed record ReviewPageModel(IReadOnlyList<ReviewGroup> Groups, IReadOnlyList<ReviewRow> Recent, string Section, IReadOnlyList<Choice> Sections)
{
    /// <summary>The next day of review that is offered, yyyy-MM-dd; may be empty.</summary>
    public string Next { get; init; } = "";

    /// <summary>True when the person may say that some of these texts still hold.</summary>
    public bool MayReview { get; init; }

    /// <summary>What the last act did, in one sentence; may be empty.</summary>
    public string Done { get; init; } = "";

    /// <summary>Why the last act was refused, or null.</summary>
    public Problem? Problem { get; init; }
}

/// <summary>Things to do for one reason.</summary>
/// <param name="Id">Anchor.</param>
/// <param name="Title">Heading.</param>
/// <param name="DayTitle">What the day of each line is.</param>
/// <param name="Rows">The lines.</param>
/// <param name="Act">What the button of a line does.</param>
/// <param name="ActTitle">Its word.</param>
public sealed record ReviewGroup(string Id, string Title, string DayTitle, IReadOnlyList<ReviewRow> Rows, string Act, string ActTitle);

/// <summary>One text.</summary>
/// <param name="Id">Number of the version.</param>
/// <param name="Title">Its title.</param>
/// <param name="Kind">What it is, in a word.</param>
/// <param name="Version">Number of its version, from 1.</param>
/// <param name="Section">Name of the owner section.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Standing">How it stands today.</param>
/// <param name="Day">The day, in people's words.</param>
/// <param name="Confirmed">When it was last confirmed, in people's words; may be empty.</param>
/// <param name="ConfirmedBy">Who did; may be empty.</param>
/// <param name="MayAct">Whether this person may use the button.</param>
public sealed record ReviewRow(
    string Id, string Title, string Kind, int Version, string Section, VersionState State, Standing Standing, string Day, string Confirmed, string ConfirmedBy, bool MayAct);
