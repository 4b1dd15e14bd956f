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
            if (rows.Count > 0 && row > reach + 1 && !(row == reach + 2 && IsHeadOf(sheet, rows, cells.Keys)))
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
        var ranges = Grid.Row(row).Select(c => ((CellLocator)c.Cell.At).Range).ToList();
        var first = CellReference.Parse(ranges[0].Split(':')[0])?.Column ?? 0;
        var last = CellReference.Parse(ranges[^1].Split(':')[0])?.Column ?? first;
        return new CellLocator(sheet, CellReference.Range(rows[row], first, rows[row], last));
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

    /// <summary>Rows of names only, over a row that fills their columns with figures: one empty row between does not part them.</summary>
    private static bool IsHeadOf(Sheet sheet, List<int> rows, IEnumerable<int> columns)
    {
        var head = rows.SelectMany(r => sheet.Rows[r]).ToList();
        var named = head.Select(c => c.Key).ToHashSet();
        return rows.Count <= 6 && named.Count >= 3 && head.TrueForAll(c => !TableRows.IsFigure(c.Value)) && columns.Count(named.Contains) * 3 >= named.Count * 2;
    }

    /// <summary>Columns where a cell begins or the next one could: a grid of these alone keeps who stands beside and above whom.</summary>
    private static List<int> Columns(Sheet sheet, List<int> rows, Dictionary<(int, int), (int LastRow, int LastColumn)> merged)
    {
        var edges = new SortedSet<int>();
        foreach (var row in rows)
        {
            foreach (var column in sheet.Rows[row].Keys)
            {
                edges.Add(column);
                edges.Add((merged.TryGetValue((row, column), out var to) ? to.LastColumn : column) + 1);
            }
        }

        return [.. edges];
    }

    private static SheetBand Build(Sheet sheet, List<int> rows, Dictionary<(int, int), (int LastRow, int LastColumn)> merged)
    {
        var grid = new TableGrid();
        var used = Columns(sheet, rows, merged);
        for (var i = 0; i < rows.Count; i++)
        {
            foreach (var (column, text) in sheet.Rows[rows[i]])
            {
                var (lastRow, lastColumn) = merged.TryGetValue((rows[i], column), out var to) ? to : (rows[i], column);
                var down = rows.Skip(i).TakeWhile(r => r <= lastRow).Count();
                var at = new CellLocator(sheet.Name, CellReference.Range(rows[i], column, lastRow, lastColumn));
                var place = used.BinarySearch(column);
                grid.Put(i, place, new GridCell(text, at, down, used.BinarySearch(lastColumn + 1) - place));
            }
        }

        return new SheetBand(sheet.Name, grid, [.. rows]);
    }
}
