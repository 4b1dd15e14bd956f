namespace Yakuba.Prose;

/// <summary>One idea that a clerk can switch off.</summary>
/// <param name="Id">Stable, kebab-case.</param>
/// <param name="Category">In Japanese, such as 表記・かな.</param>
/// <param name="Title">In Japanese, at most 20 letters or so.</param>
/// <param name="Reason">Why, in a sentence or two that a clerk understands.</param>
/// <param name="Source">The guideline it comes from.</param>
/// <param name="Suggests">What to write, in short.</param>
/// <param name="Severity">Of its findings.</param>
/// <param name="Kinds">The kinds of text for which it holds.</param>
/// <param name="LooksEverywhere">Also at what is quoted, at titles of laws and at addresses, which other rules leave alone.</param>
public sealed record Rule(
    string Id, string Category, string Title, string Reason, string Source, string Suggests, Severity Severity, IReadOnlySet<ProseKind> Kinds, bool LooksEverywhere);
