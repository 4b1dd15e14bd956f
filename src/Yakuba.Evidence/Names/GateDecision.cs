namespace Yakuba.Evidence;

/// <summary>Whether the things that a question names are in the evidence.</summary>
/// <param name="Passes">False: 該当なし. The question names a thing that the evidence does not have.</param>
/// <param name="Unmatched">The first name that had no match; null when the gate passes. Offsets are into the question.</param>
/// <param name="Nearest">A name in the evidence that looks like it, to offer as もしかして; null if none does. Never an answer to the question.</param>
public sealed record GateDecision(bool Passes, NamedThing? Unmatched, string? Nearest);
