namespace Yakuba.Platform.Audit.RemoveTexts;

/// <summary>Texts of answers that go, asked for by one person and decided by another.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Kind"><c>erasure</c> of one answer, or <c>disposal</c> of all whose time is over.</param>
/// <param name="Entries">Erasure: the entries, joined by commas.</param>
/// <param name="Through">Disposal: the last entry.</param>
/// <param name="LastDay">Disposal: the last day of which answers go; empty for an erasure.</param>
/// <param name="Reason">Why.</param>
/// <param name="AskedAt">When it was asked for.</param>
/// <param name="AskedBy">By whom.</param>
/// <param name="State"><c>waiting</c>, <c>done</c> or <c>refused</c>.</param>
/// <param name="DecidedAt">When it was decided; empty before.</param>
/// <param name="DecidedBy">By whom.</param>
/// <param name="Bodies">Texts that are gone.</param>
/// <param name="Entry">The entry that says so; -1 before.</param>
public sealed record Removal(
    long Number, string Kind, string Entries, long Through, string LastDay, string Reason, string AskedAt, string AskedBy, string State, string DecidedAt, string DecidedBy, long Bodies, long Entry)
{
    /// <summary>True for all whose time is over.</summary>
    public bool IsDisposal => Kind == "disposal";

    /// <summary>What goes, for other rooms.</summary>
    internal TextsToErase Texts => new(IsDisposal ? [] : [.. Entries.Split(',').Select(e => long.Parse(e, System.Globalization.CultureInfo.InvariantCulture))], Through);
}
