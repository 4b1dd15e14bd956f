namespace Yakuba.Evidence.Tests;

/// <summary>A sentence with one fact made wrong.</summary>
/// <param name="Kind">What was changed: number, date, amount, unit, name, reference, comparator, negation.</param>
internal sealed record Mutation(string Kind, string Claim);
