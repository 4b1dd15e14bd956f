using System.Collections.Immutable;

namespace Yakuba.Legislation;

/// <summary>What parsing came to.</summary>
/// <param name="Enactment">The whole text as a tree; no line is left out.</param>
/// <param name="Problems">What is doubtful, by line; empty for a text in good order.</param>
public sealed record EnactmentReading(Enactment Enactment, ImmutableArray<LegislationProblem> Problems);
