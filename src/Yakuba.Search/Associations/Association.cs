namespace Yakuba.Search.Associations;

/// <summary>A word that is meant where another was said.</summary>
/// <param name="Word">The word as documents write it, in base form.</param>
/// <param name="Chance">How likely it is among all words meant: above 0, at most 1.</param>
public readonly record struct Association(string Word, double Chance);
