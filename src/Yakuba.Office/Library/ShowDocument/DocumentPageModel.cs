using Yakuba.Platform;
using Yakuba.Platform.Web.Parts;

namespace Yakuba.Office.Library.ShowDocument;

/// <summary>A document as this person may read it.</summary>
/// <remarks>
/// Acts post to <c>/library/ID/confirm</c>, <c>/library/ID/publish</c> (<c>from</c>), <c>/library/ID/retire</c>
/// (<c>from</c>, <c>reason</c>), <c>/library/ID/withdraw</c>. <c>?at=KEY&amp;start=N&amp;length=N</c> marks a cited span.
/// </remarks>
/// <param name="Id">Its id.</param>
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
    DocumentState State,
    Validity Validity,
    IReadOnlyList<BlockView> Blocks)
{
    /// <summary>Further facts: file name, kind, enforcement day, who filed it.</summary>
    public IReadOnlyList<FactLine> Facts { get; init; } = [];

    /// <summary>Its versions, newest first.</summary>
    public IReadOnlyList<VersionLine> Versions { get; init; } = [];

    /// <summary>What happened to it, newest first.</summary>
    public IReadOnlyList<TimelineLine> History { get; init; } = [];

    /// <summary>What this person may do with it.</summary>
    public DocumentActs Acts { get; init; }

    /// <summary>Today in Japan.</summary>
    public DateOnly Today { get; init; }

    /// <summary>Place of the cited span, in words; empty when the page was opened without one.</summary>
    public string CitedPlace { get; init; } = "";

    /// <summary>Key of the block with the cited span; empty when there is none.</summary>
    public string CitedKey { get; init; } = "";

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
}

/// <summary>One version of a document.</summary>
/// <param name="Number">From 1.</param>
/// <param name="FiledAt">When it was filed.</param>
/// <param name="Href">Opens it.</param>
/// <param name="IsHere">True for the version shown.</param>
/// <param name="Note">What is special about it, such as 施行前; may be empty.</param>
public sealed record VersionLine(int Number, DateTimeOffset FiledAt, string Href, bool IsHere, string Note = "");
