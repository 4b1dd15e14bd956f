namespace Yakuba.Text;

/// <summary>A search term at a place.</summary>
/// <param name="Term">What is indexed and looked up.</param>
/// <param name="Start">UTF-16 index in the original text.</param>
/// <param name="Length">UTF-16 code units of the original that it stands for; at least 1.</param>
public readonly record struct TermOccurrence(string Term, int Start, int Length);
