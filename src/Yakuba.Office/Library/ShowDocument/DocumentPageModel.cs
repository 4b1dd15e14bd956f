using Yakuba.Office.Library.Rights;
using Yakuba.Platform;
using Yakuba.Platform.Web.Parts;

namespace Yakuba.Office.Library.ShowDocument;

/// <summary>A document as this person may read it.</summary>
/// <remarks>
/// Acts post to <c>/documents/ID/confirm</c>, <c>publish</c> (<c>from</c>), <c>retire</c> (<c>from</c>, <c>reason</c>), <c>withdraw</c>,
/// <c>undo-retire</c>, <c>review</c> (<c>next</c>), <c>undo-review</c>, <c>details</c>, <c>delete</c> (<c>reason</c>). <c>?at=KEY&amp;quote=WORDS</c> marks a cited span.
/// </remarks>
/// <param name="Id">Number of the version.</param>
/// <param name="Title">Its title.</param>
/// <param name="Section">Name of the owner section.</param>
/// <param name="Label">Who may read it.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Validity">When it holds.</param>
/// <param name="Blocks">Its text in order.</param>
public sealed record DocumentPageModel(
    string Id,
    string Title,
    string Section,
    Label Label,
    VersionState State,
    Validity Validity,
    IReadOnlyList<BlockView> Blocks)
{
    /// <summary>Further facts: file name, kind, enforcement day, who filed it.</summary>
    public IReadOnlyList<FactLine> Facts { get; init; } = [];

    /// <summary>Its headings over all parts.</summary>
    public IReadOnlyList<OutlineLine> Outline { get; init; } = [];

    /// <summary>The part shown, from 1; a long text is shown in parts.</summary>
    public int Part { get; init; } = 1;

    /// <summary>How many parts there are.</summary>
    public int Parts { get; init; } = 1;

    /// <summary>How it stands today.</summary>
    public Standing Standing { get; init; }

    /// <summary>Why it was retired, or is to be; empty when it was not.</summary>
    public string RetiredReason { get; init; } = "";

    /// <summary>First day on which answers leave it out; null when no retirement was decided.</summary>
    public DateOnly? RetiredFrom { get; init; }

    /// <summary>The newer version that this person may read and that has taken its place; null when there is none.</summary>
    public string? NewerHref { get; init; }

    /// <summary>The details as a form holds them; null when this person may not change them.</summary>
    public DetailsForm? Details { get; init; }

    /// <summary>Its versions, newest first.</summary>
    public IReadOnlyList<VersionLine> Versions { get; init; } = [];

    /// <summary>What happened to it, newest first.</summary>
    public IReadOnlyList<TimelineLine> History { get; init; } = [];

    /// <summary>What this person may do with it.</summary>
    public DocumentActs Acts { get; init; }

    /// <summary>The next day of review that is offered, yyyy-MM-dd; may be empty.</summary>
    public string NextReview { get; init; } = "";

    /// <summary>Today in Japan.</summary>
    public DateOnly Today { get; init; }

    /// <summary>Place of the cited span, in words; empty when the page was opened without one.</summary>
    public string CitedPlace { get; init; } = "";

    /// <summary>Key of the block with the cited span; empty when there is none.</summary>
    public string CitedKey { get; init; } = "";

    /// <summary>True for staff: the reading report and the list are open to them.</summary>
    public bool MayReadReport { get; init; }

    /// <summary>Places that could not be read for certain.</summary>
    public int Doubts { get; init; }

    /// <summary>Why the last act was refused, or null.</summary>
    public Problem? Problem { get; init; }
}

/// <summary>What a person may do with a document.</summary>
[Flags]
public enum DocumentActs
{
    /// <summary>Only read.</summary>
    None = 0,

    /// <summary>Take the original file along.</summary>
    Download = 1,

    /// <summary>確認済みにする.</summary>
    Confirm = 2,

    /// <summary>公開する.</summary>
    Publish = 4,

    /// <summary>失効にする.</summary>
    Retire = 8,

    /// <summary>下書きに戻す.</summary>
    Withdraw = 16,

    /// <summary>失効を取り消す.</summary>
    UndoRetire = 32,

    /// <summary>削除する.</summary>
    Delete = 64,

    /// <summary>見直した（変更なし）.</summary>
    Review = 128,

    /// <summary>最後の見直しを取り消す.</summary>
    UndoReview = 256,
}

/// <summary>One version of a document.</summary>
/// <param name="Number">From 1.</param>
/// <param name="FiledAt">When it was filed.</param>
/// <param name="Href">Opens it.</param>
/// <param name="IsHere">True for the version shown.</param>
/// <param name="Note">What is special about it, such as 施行前; may be empty.</param>
public sealed record VersionLine(int Number, DateTimeOffset FiledAt, string Href, bool IsHere, string Note = "");

/// <summary>One line of the outline.</summary>
/// <param name="Level">Depth, from 1.</param>
/// <param name="Text">The heading.</param>
/// <param name="Href">Opens it, on this part or another.</param>
public sealed record OutlineLine(int Level, string Text, string Href);

/// <summary>Details of a version that its section can change.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Section">Code of the owner section.</param>
/// <param name="Sections">Sections to choose from.</param>
/// <param name="Label">Name of the label.</param>
/// <param name="Readers">Names of further sections that may read it, separated by 、.</param>
/// <param name="From">First stated day, yyyy-MM-dd; may be empty.</param>
/// <param name="To">Last stated day; may be empty.</param>
/// <param name="ReviewOn">Day of review; may be empty.</param>
public sealed record DetailsForm(string Title, string Section, IReadOnlyList<Choice> Sections, string Label, string Readers, string From, string To, string ReviewOn);
