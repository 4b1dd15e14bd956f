using Yakuba.Platform.Web.Parts;

namespace Yakuba.Platform.Audit.RemoveTexts;

/// <summary>What the page of removals shows.</summary>
/// <param name="Due">What is due for disposal; null when nothing is.</param>
/// <param name="Lines">Removals, the latest first.</param>
/// <param name="MayDecide">Whether this person may decide on those of others.</param>
public sealed record RemovalPageModel(DueTexts? Due, IReadOnlyList<RemovalLine> Lines, bool MayDecide)
{
    /// <summary>Why the last act was refused, or null.</summary>
    public Problem? Problem { get; init; }

    /// <summary>What was done; may be empty.</summary>
    public string Done { get; init; } = "";
}

/// <summary>One removal in the list.</summary>
/// <param name="Removal">The removal.</param>
/// <param name="AskedBy">Name of who asked.</param>
/// <param name="DecidedBy">Name of who decided; empty before.</param>
/// <param name="IsOwn">Whether the reader asked for it, and so cannot decide.</param>
public sealed record RemovalLine(Removal Removal, string AskedBy, string DecidedBy, bool IsOwn);
