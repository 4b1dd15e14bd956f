namespace Yakuba.Search;

/// <summary>A found passage.</summary>
/// <param name="Group">The passage's group.</param>
/// <param name="Ordinal">The passage's number in its group.</param>
/// <param name="Score">Sum of weight × field weight × idf × impact (0 to 1); above 0, no unit. Comparable within one query only.</param>
public readonly record struct SearchHit(uint Group, uint Ordinal, double Score);
