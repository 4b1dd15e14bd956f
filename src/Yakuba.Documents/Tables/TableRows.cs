using System.Text;
using System.Text.RegularExpressions;

namespace Yakuba.Documents;

/// <summary>Words the rows of a table as "列: 値、列: 値".</summary>
internal static partial class TableRows
{
    /// <param name="grid">The table.</param>
    /// <param name="rowAt">Where a whole row stands, by its index.</param>
    internal static List<TableRowBlock> Of(TableGrid grid, Func<int, Locator> rowAt)
    {
        var headers = TableHeaders.Rows(grid);
        var rows = new List<TableRowBlock>();
        if (Unused(grid, headers) is { Count: > 0 } unused)
        {
            rows.Add(new TableRowBlock(Word(unused), rowAt(0), unused));
        }

        for (var r = headers; r < grid.RowCount; r++)
        {
            var cells = BodyCells(grid, r, headers);
            if (cells.Count > 0)
            {
                rows.Add(new TableRowBlock(Word(cells), rowAt(r), cells));
            }
        }

        return rows;
    }

    /// <summary>Every row with every cell in its column; a merged cell is written where it begins, and what it covers is empty.</summary>
    internal static List<TableRowBlock> Plain(TableGrid grid, Func<int, Locator> rowAt)
    {
        var rows = new List<TableRowBlock>();
        for (var r = 0; r < grid.RowCount; r++)
        {
            var cells = new TableCell[grid.Width(r)];
            for (var c = 0; c < cells.Length; c++)
            {
                var cell = grid.At(r, c);
                var isCovered = cell is null || ReferenceEquals(cell, grid.At(r, c - 1)) || ReferenceEquals(cell, grid.At(r - 1, c));
                cells[c] = new TableCell(isCovered ? "" : cell!.Text.Replace('\n', '　').Replace('\t', '　'), [], rowAt(r));
            }

            rows.Add(new TableRowBlock(Word([.. cells.Where(c => c.Text.Length > 0)]), rowAt(r), cells));
        }

        return rows;
    }

    /// <summary>"列／下位の列: 値、列: 値".</summary>
    internal static string Word(IReadOnlyList<TableCell> cells)
    {
        var text = new StringBuilder();
        foreach (var cell in cells)
        {
            text.Append(text.Length > 0 ? "、" : "");
            if (cell.HeaderPath.Count > 0)
            {
                text.AppendJoin('／', cell.HeaderPath).Append(": ");
            }

            text.Append(cell.Text);
        }

        return text.ToString();
    }

    /// <summary>A number with its unit, or a mark that stands for none.</summary>
    internal static bool IsFigure(string text) => StartsWithFigure().IsMatch(text);

    private static List<TableCell> BodyCells(TableGrid grid, int row, int headers)
    {
        var filled = grid.Row(row).ToList();
        if (headers == 0)
        {
            return LabelledCells(filled, grid.Columns);
        }

        return [.. filled.Select(c => new TableCell(c.Cell.Text, Path(grid, c.Column, c.Cell, headers), c.Cell.At))];
    }

    /// <summary>Without a header row: a label on the left names what stands right of it.</summary>
    private static List<TableCell> LabelledCells(List<(int Column, GridCell Cell)> filled, int columns)
    {
        var cells = new List<TableCell>();
        string? label = null;
        for (var i = 0; i < filled.Count; i++)
        {
            var (_, cell) = filled[i];
            var isLabel = i + 1 < filled.Count && (cell.IsHeader || (columns == 2 && i == 0)) && !filled[i + 1].Cell.IsHeader;
            if (isLabel)
            {
                label = cell.Text;
                continue;
            }

            cells.Add(new TableCell(cell.Text, label is null ? [] : [label], cell.At));
            label = null;
        }

        return cells;
    }

    /// <summary>Names over columns without a single value: nothing else would say them.</summary>
    private static List<TableCell> Unused(TableGrid grid, int headers)
    {
        var names = Enumerable.Range(0, headers).SelectMany(grid.Row).Select(c => c.Cell).ToHashSet(ReferenceEqualityComparer.Instance);
        for (var r = headers; r < grid.RowCount; r++)
        {
            foreach (var (column, _) in grid.Row(r))
            {
                names.ExceptWith(Enumerable.Range(0, headers).Select(h => grid.At(h, column)));
            }
        }

        return [.. names.Cast<GridCell>().Select(c => new TableCell(c.Text, [], c.At))];
    }

    private static List<string> Path(TableGrid grid, int column, GridCell cell, int headers)
    {
        var path = new List<string>();
        for (var h = 0; h < headers; h++)
        {
            var header = grid.At(h, column);
            var name = header?.Text.Replace("\n", "", StringComparison.Ordinal) ?? "";
            if (name.Length > 0 && !ReferenceEquals(header, cell) && (path.Count == 0 || path[^1] != name))
            {
                path.Add(name);
            }
        }

        return path;
    }

    [GeneratedRegex(@"^[\s　]*(?:[-+▲△−]?[\s　]*[0-9０-９]+(?:[,.，．][0-9０-９]+)*[\s　]*(?:円|％|%|人|件|トン|t|kg|ｔ|世帯|枚|回|点|台|戸|頭|通|部|冊|個|千円|百万円)?|[-－―ー*…])[\s　]*$")]
    private static partial Regex StartsWithFigure();
}
