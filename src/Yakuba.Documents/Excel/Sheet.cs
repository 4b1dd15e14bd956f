namespace Yakuba.Documents;

/// <summary>A sheet as displayed: filled cells by row and column (from 0), merged ranges, and the lines drawn round cells near its corner.</summary>
internal sealed class Sheet(string name)
{
    /// <summary>Forms are no larger; lines beyond are not kept.</summary>
    internal const int FormRows = 300;
    internal const int FormColumns = 300;
    private const double UsualWidth = 8.43;
    private readonly List<(int First, int Last, double Width)> _widths = [];

    internal string Name { get; } = name;

    internal SortedDictionary<int, SortedDictionary<int, string>> Rows { get; } = [];

    internal List<(int Row, int Column, int LastRow, int LastColumn)> Merges { get; } = [];

    /// <summary>Lines of cells, filled or not.</summary>
    internal Dictionary<(int Row, int Column), CellSides> Lines { get; } = [];

    internal void Set(int row, int column, string text)
    {
        if (!Rows.TryGetValue(row, out var cells))
        {
            Rows[row] = cells = [];
        }

        cells[column] = text;
    }

    internal void SetWidth(int first, int last, double width) => _widths.Add((first, last, width));

    /// <summary>Width of a column, in half-width characters.</summary>
    internal double Width(int column)
    {
        foreach (var (first, last, width) in _widths)
        {
            if (column >= first && column <= last)
            {
                return width;
            }
        }

        return UsualWidth;
    }
}
