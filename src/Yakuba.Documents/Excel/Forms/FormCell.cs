namespace Yakuba.Documents;

/// <summary>A cell of a form as drawn, rows and columns from 0, both ends included.</summary>
/// <param name="Text">As displayed; empty for a place to write into.</param>
/// <param name="Boxed">Lines are drawn round it.</param>
internal sealed record FormCell(int Row, int Column, int LastRow, int LastColumn, string Text, bool Boxed)
{
    internal bool IsEmpty => Text.Length == 0;

    internal bool IsTall => LastRow > Row;

    /// <summary>The other one begins where this one ends.</summary>
    internal bool Touches(FormCell right) => right.Column == LastColumn + 1;

    internal bool Covers(int row) => row >= Row && row <= LastRow;

    internal CellLocator At(string sheet) => new(sheet, CellReference.Range(Row, Column, LastRow, LastColumn));

    /// <summary>This cell and all to the last one as one, with a text of its own.</summary>
    internal FormCell To(FormCell last, string text) =>
        this with { LastRow = Math.Max(LastRow, last.LastRow), LastColumn = last.LastColumn, Text = text, Boxed = Boxed || last.Boxed };
}
