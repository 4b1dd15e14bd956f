namespace Yakuba.Documents;

/// <summary>A filled cell of a table row.</summary>
/// <param name="Text">Text as displayed.</param>
/// <param name="HeaderPath">Column headers from the top down, or the label left of it in a form; empty when there is none.</param>
/// <param name="At">Where the cell stands.</param>
public sealed record TableCell(string Text, IReadOnlyList<string> HeaderPath, Locator At);
