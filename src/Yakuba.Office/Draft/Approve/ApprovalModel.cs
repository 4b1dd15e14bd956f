using Yakuba.Platform.Web.Parts;

namespace Yakuba.Office.Draft.Approve;

/// <summary>What the page of a draft shows of its way round, and what the reader can do about it.</summary>
/// <param name="Lines">The steps of the present round.</param>
public sealed record ApprovalModel(IReadOnlyList<StepRow> Lines)
{
    /// <summary>True when a step waits for this person.</summary>
    public bool MayDecide { get; init; }

    /// <summary>In whose stead the person would decide; empty for the own.</summary>
    public string InSteadOf { get; init; } = "";

    /// <summary>True when the person may send it round.</summary>
    public bool MaySubmit { get; init; }

    /// <summary>True when the person may take it back.</summary>
    public bool MayPullBack { get; init; }

    /// <summary>True when the person may issue it.</summary>
    public bool MayIssue { get; init; }

    /// <summary>Routes to choose from.</summary>
    public IReadOnlyList<Choice> Routes { get; init; } = [];

    /// <summary>Sections whose view can be asked.</summary>
    public IReadOnlyList<Choice> Sections { get; init; } = [];

    /// <summary>What happened on earlier rounds and this one, newest first.</summary>
    public IReadOnlyList<TimelineLine> Past { get; init; } = [];

    /// <summary>Nothing of it: for a version that is not the present one.</summary>
    public static ApprovalModel Nothing { get; } = new([]);
}

/// <summary>One step as the page shows it.</summary>
/// <param name="Post">係長, 課長 …</param>
/// <param name="Person">Who is asked.</param>
/// <param name="Deputy">Who may decide in their stead; empty for nobody.</param>
/// <param name="Kind">承認, 合議, 決裁.</param>
/// <param name="State">What came of it, in a word.</param>
/// <param name="Tone">Its colour family.</param>
/// <param name="When">When it was decided, or by when it is to be; may be empty.</param>
/// <param name="IsGone">True when the person is asked and has no account that works any more.</param>
public sealed record StepRow(string Post, string Person, string Deputy, string Kind, string State, Tone Tone, string When, bool IsGone);
