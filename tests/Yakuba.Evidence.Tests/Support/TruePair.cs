namespace Yakuba.Evidence.Tests;

/// <summary>A sentence that its evidence carries, written for these tests.</summary>
internal sealed record TruePair(string Claim, params string[] Evidence);
