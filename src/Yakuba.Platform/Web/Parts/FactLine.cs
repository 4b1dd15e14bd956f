namespace Yakuba.Platform.Web.Parts;

/// <summary>One fact about a thing.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">Its value, in people's words.</param>
/// <param name="Href">Where more is told; null for nowhere.</param>
public sealed record FactLine(string Name, string Value, string? Href = null);

/// <summary>One step of a longer task.</summary>
/// <param name="Label">What is done in it.</param>
/// <param name="State">Whether it is behind, here or ahead.</param>
public sealed record StepLine(string Label, StepState State);

/// <summary>Where a step stands.</summary>
public enum StepState
{
    /// <summary>Done.</summary>
    Done,

    /// <summary>Being done.</summary>
    Here,

    /// <summary>Not yet.</summary>
    Ahead,
}

/// <summary>One thing that happened.</summary>
/// <param name="When">When, in people's words.</param>
/// <param name="Title">What.</param>
/// <param name="Who">By whom; may be empty.</param>
/// <param name="Note">More about it; may be empty.</param>
/// <param name="Href">Where more is told; null for nowhere.</param>
public sealed record TimelineLine(string When, string Title, string Who = "", string Note = "", string? Href = null);
