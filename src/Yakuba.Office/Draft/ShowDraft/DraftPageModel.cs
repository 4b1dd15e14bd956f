using Yakuba.Office.Draft.Approve;
using Yakuba.Office.Draft.Sources;
using Yakuba.Office.Draft.Store;
using Yakuba.Platform;
using Yakuba.Platform.Web.Parts;

namespace Yakuba.Office.Draft.ShowDraft;

/// <summary>What the page of a draft shows.</summary>
/// <param name="Draft">The draft with the version that is looked at.</param>
public sealed record DraftPageModel(OpenDraft Draft)
{
    /// <summary>What is known of it.</summary>
    public IReadOnlyList<FactLine> Facts { get; init; } = [];

    /// <summary>Its versions, newest first.</summary>
    public IReadOnlyList<TimelineLine> History { get; init; } = [];

    /// <summary>Facts that are still missing.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Facts that are filled in and stand nowhere in the text.</summary>
    public IReadOnlyList<string> Unused { get; init; } = [];

    /// <summary>Kinds of personal data found; empty where there are none.</summary>
    public string Personal { get; init; } = "";

    /// <summary>What was put into it.</summary>
    public IReadOnlyList<DraftSource> Sources { get; init; } = [];

    /// <summary>Its way round.</summary>
    public ApprovalModel Approval { get; init; } = ApprovalModel.Nothing;

    /// <summary>The number it was given; empty before.</summary>
    public string Number { get; init; } = "";

    /// <summary>The day it was sent, as written; empty before.</summary>
    public string Date { get; init; } = "";

    /// <summary>True when the person may change it now.</summary>
    public bool MayWrite { get; init; }

    /// <summary>What was just done; may be empty.</summary>
    public string Done { get; init; } = "";

    /// <summary>Why the last act was refused, or null.</summary>
    public Problem? Problem { get; init; }

    /// <summary>Its address.</summary>
    public string Href => $"/drafts/{DraftRows.Key(Draft.Card.Id)}";
}
