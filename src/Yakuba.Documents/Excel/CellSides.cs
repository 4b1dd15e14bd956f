namespace Yakuba.Documents;

/// <summary>Sides of a cell that have a line.</summary>
[Flags]
internal enum CellSides
{
    None = 0,
    Left = 1,
    Right = 2,
    Top = 4,
    Bottom = 8,
}
