namespace Yakuba.Evidence;

/// <summary>Whether evidence carries a claim.</summary>
/// <param name="Supported">True when no fact is missing and the score reaches <see cref="SupportChecker.Threshold"/>.</param>
/// <param name="Score">0 to 1: how much of the claim's content the evidence shares.</param>
/// <param name="Missing">Facts of the claim that the evidence does not bear out; empty when supported.</param>
public sealed record SupportVerdict(bool Supported, double Score, IReadOnlyList<UnsupportedFact> Missing);

/// <summary>A fact of a claim that its evidence does not bear out.</summary>
/// <param name="Fact">Offsets are into the claim.</param>
/// <param name="Reason">Japanese, one sentence, for the record and for staff.</param>
public sealed record UnsupportedFact(Fact Fact, string Reason);
