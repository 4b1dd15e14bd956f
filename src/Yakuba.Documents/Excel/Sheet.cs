namespace Yakuba.Documents;

/// <summary>A sheet as displayed: filled cells by row and column (from 0), and merged ranges.</summary>
internal sealed class Sheet(string name)
{
    internal string Name { get; } = name;

    internal SortedDictionary<int, SortedDictionary<int, string>> Rows { get; } = [];

    internal List<(int Row, int Column, int LastRow, int LastColumn)> Merges { get; } = [];

    internal void Set(int row, int column, string text)
    {
        if (!Rows.TryGetValue(row, out var cells))
        {
            Rows[row] = cells = [];
        }

        cells[column] = text;
    }
}
