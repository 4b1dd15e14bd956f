namespace Yakuba.Prose;

/// <summary>A text that was read, with what was found in it.</summary>
/// <param name="Uri">A file as a relative or absolute URI reference.</param>
/// <param name="Text">What the findings' places are places of.</param>
/// <param name="Findings">In order.</param>
public sealed record LintedFile(string Uri, string Text, IReadOnlyList<Finding> Findings);
