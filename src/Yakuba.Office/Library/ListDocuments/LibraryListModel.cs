using Yakuba.Office.Library.Rights;
using Yakuba.Platform;
using Yakuba.Platform.Web.Parts;

namespace Yakuba.Office.Library.ListDocuments;

/// <summary>What the list of documents shows. Everything in it, counts too, is of documents this person may read.</summary>
/// <remarks>The bulk form posts to <c>/library/bulk</c>: <c>id</c> (many), <c>act</c> (<c>confirm</c>, <c>publish</c>, <c>retire</c>), <c>from</c>, <c>reason</c>, <c>back</c>.</remarks>
/// <param name="Filter">What is listed.</param>
/// <param name="Lines">The documents of this page.</param>
/// <param name="Total">Documents on all pages.</param>
/// <param name="Page">This page, from 1.</param>
/// <param name="Pages">All pages.</param>
public sealed record LibraryListModel(LibraryFilter Filter, IReadOnlyList<DocumentLine> Lines, long Total, int Page, int Pages)
{
    /// <summary>Sections to choose from: code and name.</summary>
    public IReadOnlyList<Choice> Sections { get; init; } = [];

    /// <summary>How many documents are in each state under the other filters.</summary>
    public IReadOnlyDictionary<VersionState, long> Counts { get; init; } = new Dictionary<VersionState, long>();

    /// <summary>True when the person may file documents.</summary>
    public bool MayAdd { get; init; }

    /// <summary>True when the person may confirm, publish or retire some of them.</summary>
    public bool MayChange { get; init; }

    /// <summary>Today in Japan, the first day offered for retirement.</summary>
    public DateOnly Today { get; init; }

    /// <summary>Drafts that wait for this person to confirm them.</summary>
    public long Waiting { get; init; }

    /// <summary>Documents of the person's sections whose day of review has come.</summary>
    public long ReviewDue { get; init; }

    /// <summary>What the last bulk action did, in one sentence; may be empty.</summary>
    public string Done { get; init; } = "";

    /// <summary>What may have been meant by the words searched for, where nothing was found; else empty.</summary>
    public string Meant { get; init; } = "";

    /// <summary>Why the last bulk action was refused, or null.</summary>
    public Problem? Problem { get; init; }
}

/// <summary>One document in the list.</summary>
/// <param name="Id">Number of the version shown: the newest that this person may read.</param>
/// <param name="Title">Its title.</param>
/// <param name="Kind">What it is, in a word: 条例, 要綱, FAQ, 表 …; may be empty.</param>
/// <param name="Section">Name of the owner section.</param>
/// <param name="Label">Who may read it.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Validity">When it holds.</param>
/// <param name="ChangedAt">When it was last changed.</param>
/// <param name="Version">Number of its version, from 1.</param>
/// <param name="Doubts">Places that could not be read for certain.</param>
public sealed record DocumentLine(
    string Id,
    string Title,
    string Kind,
    string Section,
    Label Label,
    VersionState State,
    Validity Validity,
    DateTimeOffset ChangedAt,
    int Version,
    int Doubts = 0)
{
    /// <summary>How it stands today.</summary>
    public Standing Standing { get; init; }

    /// <summary>Where it holds what was searched for in quotation marks; null when nothing was.</summary>
    public FoundPlace? Found { get; init; }

    /// <summary>True when its day of review has come.</summary>
    public bool IsReviewDue { get; init; }
}
