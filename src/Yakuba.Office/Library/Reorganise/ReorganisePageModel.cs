using Yakuba.Platform;
using Yakuba.Platform.Web.Parts;

namespace Yakuba.Office.Library.Reorganise;

/// <summary>What the page of reorganisations shows.</summary>
/// <remarks>
/// Forms post to <c>/reorganise/plan</c>, which changes nothing: <c>kind</c>, <c>from</c> (many for a merger), <c>into</c> or <c>new-code</c>, <c>name</c>, <c>kana</c>,
/// <c>day</c>; for a split <c>document</c> and <c>person</c> (many). The plan posts the same with <c>plan</c> to <c>/reorganise</c>. <c>/reorganise/NUMBER/undo</c> takes one back.
/// </remarks>
/// <param name="Sections">Sections that stand: code and name.</param>
/// <param name="Lines">Reorganisations that wait or were done, latest first.</param>
/// <param name="Today">Today in Japan.</param>
public sealed record ReorganisePageModel(IReadOnlyList<Choice> Sections, IReadOnlyList<ReorganisationLine> Lines, DateOnly Today)
{
    /// <summary>What was typed and refused; null when nothing was.</summary>
    public ReorganiseForm? Typed { get; init; }

    /// <summary>What was just done; may be empty.</summary>
    public string Done { get; init; } = "";

    /// <summary>Why the last act was refused, or null.</summary>
    public Problem? Problem { get; init; }
}

/// <summary>One reorganisation in the list.</summary>
/// <param name="Number">Its number.</param>
/// <param name="State">Key of the state.</param>
/// <param name="Title">What it does, in people's words.</param>
/// <param name="Day">From when.</param>
/// <param name="Moved">What it moved, in people's words; empty while it waits.</param>
/// <param name="Who">Who asked for it, and when.</param>
/// <param name="Problem">Why it was not done on its day; may be empty.</param>
public sealed record ReorganisationLine(long Number, string State, string Title, DateOnly Day, string Moved, string Who, string Problem);

/// <summary>What the page for a split shows: what can be chosen.</summary>
/// <param name="Section">Code of the section.</param>
/// <param name="Name">Its name.</param>
/// <param name="Sections">Other sections that stand.</param>
/// <param name="Documents">Documents of the section that this person may read: number of the version, and title.</param>
/// <param name="Hidden">How many more the section has that this person may not read. They stay.</param>
/// <param name="People">Its people: user name, and display name.</param>
/// <param name="Form">What was typed so far.</param>
public sealed record SplitPageModel(
    string Section, string Name, IReadOnlyList<Choice> Sections, IReadOnlyList<SplitDocument> Documents, int Hidden, IReadOnlyList<Choice> People, ReorganiseForm Form)
{
    /// <summary>Why the last act was refused, or null.</summary>
    public Problem? Problem { get; init; }
}

/// <summary>A document that a split may take along.</summary>
/// <param name="Version">Number of its newest version.</param>
/// <param name="Title">Its title.</param>
/// <param name="Kind">What it is, in a word.</param>
/// <param name="State">Where it stands.</param>
public sealed record SplitDocument(string Version, string Title, string Kind, VersionState State);

/// <summary>What the page of a plan shows.</summary>
/// <param name="Title">What it does, in people's words.</param>
/// <param name="Day">From when.</param>
/// <param name="IsLater">True when it waits for its day.</param>
/// <param name="Facts">What moves, and what changes.</param>
/// <param name="Notes">What to know before.</param>
/// <param name="Form">What was asked, sent again with the plan's fingerprint.</param>
/// <param name="Fingerprint">Of the plan shown.</param>
public sealed record PlanPageModel(string Title, DateOnly Day, bool IsLater, IReadOnlyList<FactLine> Facts, IReadOnlyList<string> Notes, ReorganiseForm Form, string Fingerprint)
{
    /// <summary>Why this plan is shown anew, or null.</summary>
    public Problem? Problem { get; init; }
}
