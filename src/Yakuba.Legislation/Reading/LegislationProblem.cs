namespace Yakuba.Legislation;

/// <summary>Something in a text that the parser could read only with a doubt. The text itself is always in the tree.</summary>
/// <param name="Name">Stable, kebab-case; the list stands in <see cref="ReadingProblems"/>.</param>
/// <param name="Line">Line of the source, from 1.</param>
/// <param name="Message">Japanese: what was found.</param>
/// <param name="NextStep">Japanese: what to do.</param>
public sealed record LegislationProblem(string Name, int Line, string Message, string NextStep);
