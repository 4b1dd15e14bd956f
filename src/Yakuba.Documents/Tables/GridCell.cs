namespace Yakuba.Documents;

/// <summary>A drawn cell.</summary>
/// <param name="Text">As displayed, trimmed.</param>
/// <param name="At">Where it stands.</param>
/// <param name="IsHeader">Marked as a header by the format.</param>
internal sealed record GridCell(string Text, Locator At, int RowSpan = 1, int ColumnSpan = 1, bool IsHeader = false);
