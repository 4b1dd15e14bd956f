namespace Yakuba.Documents;

/// <summary>Rows of a sheet without an empty row between, as a grid of displayed cells.</summary>
internal sealed class SheetBand(string sheet, TableGrid grid, IReadOnlyList<int> rows)
{
    internal TableGrid Grid { get; } = grid;

    /// <summary>The bands of a sheet from the top. A merged cell holds its rows together.</summary>
    internal static IEnumerable<SheetBand> Of(Sheet sheet)
    {
        var merged = new Dictionary<(int, int), (int LastRow, int LastColumn)>();
        foreach (var (row, column, lastRow, lastColumn) in sheet.Merges)
        {
            merged[(row, column)] = (lastRow, lastColumn);
        }

        var rows = new List<int>();
        var reach = -1;
        foreach (var (row, cells) in sheet.Rows)
        {
            if (rows.Count > 0 && row > reach + 1)
            {
                yield return Build(sheet, rows, merged);
                rows = [];
            }

            rows.Add(row);
            var deepest = cells.Keys.Max(c => merged.TryGetValue((row, c), out var to) ? to.LastRow : row);
            reach = Math.Max(reach, deepest);
        }

        if (rows.Count > 0)
        {
            yield return Build(sheet, rows, merged);
        }
    }

    internal CellLocator RowAt(int row)
    {
        var columns = Grid.Row(row).Select(c => c.Column).DefaultIfEmpty(0).ToList();
        return new CellLocator(sheet, CellReference.Range(rows[row], columns.Min(), rows[row], columns.Max()));
    }

    /// <summary>Texts of a row by column, empty where it has none.</summary>
    internal List<string> Texts(int row) =>
        [.. Enumerable.Range(0, Grid.Columns).Select(c => Grid.At(row, c)?.Text ?? "")];

    /// <summary>Some of its rows as a band of their own.</summary>
    internal SheetBand Slice(int first, int last)
    {
        var part = new TableGrid();
        for (var r = first; r <= last; r++)
        {
            foreach (var (column, cell) in Grid.Row(r))
            {
                part.Put(r - first, column, cell with { RowSpan = 1 });
            }
        }

        return new SheetBand(sheet, part.Unite(), [.. rows.Skip(first).Take(last - first + 1)]);
    }

    private static SheetBand Build(Sheet sheet, List<int> rows, Dictionary<(int, int), (int LastRow, int LastColumn)> merged)
    {
        var grid = new TableGrid();
        for (var i = 0; i < rows.Count; i++)
        {
            foreach (var (column, text) in sheet.Rows[rows[i]])
            {
                var (lastRow, lastColumn) = merged.TryGetValue((rows[i], column), out var to) ? to : (rows[i], column);
                var down = rows.Skip(i).TakeWhile(r => r <= lastRow).Count();
                var at = new CellLocator(sheet.Name, CellReference.Range(rows[i], column, lastRow, lastColumn));
                grid.Put(i, column, new GridCell(text, at, down, lastColumn - column + 1));
            }
        }

        return new SheetBand(sheet.Name, grid, [.. rows]);
    }
}
