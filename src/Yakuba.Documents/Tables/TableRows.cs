using System.Text;
using System.Text.RegularExpressions;

namespace Yakuba.Documents;

/// <summary>Finds the headers of a table and words its rows as "列: 値、列: 値".</summary>
internal static partial class TableRows
{
    private const int MaxHeaderRows = 6;

    /// <param name="grid">The table.</param>
    /// <param name="rowAt">Where a whole row stands, by its index.</param>
    internal static List<TableRowBlock> Of(TableGrid grid, Func<int, Locator> rowAt)
    {
        var headers = HeaderRows(grid);
        var rows = new List<TableRowBlock>();
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

    /// <summary>The first rows name the columns.</summary>
    internal static bool HasHeader(TableGrid grid) => HeaderRows(grid) > 0;

    private static int HeaderRows(TableGrid grid)
    {
        if (grid.RowCount > 1 && !AllMarked(grid, 0) && grid.Row(0).FirstOrDefault().Cell is { IsHeader: true })
        {
            // The names stand in the first column.
            return 0;
        }

        var marked = 0;
        while (marked < Math.Min(grid.RowCount - 1, MaxHeaderRows) && AllMarked(grid, marked))
        {
            marked++;
        }

        if (marked > 0 || grid.RowCount < 2)
        {
            return marked;
        }

        if (FirstRowOfFigures(grid) is var figures and > 0)
        {
            return figures;
        }

        // The first row is the header; it reaches as far down as its tallest cell beside narrower ones below.
        return !LooksLikeHeader(grid) ? 0
            : Math.Clamp(grid.Row(0).Max(c => Depth(grid, c.Column, c.Cell)), 1, Math.Min(MaxHeaderRows, grid.RowCount - 1));
    }

    /// <summary>The first row that is mostly figures, when the rows above hold none; 0 when there is no such row near the top.</summary>
    private static int FirstRowOfFigures(TableGrid grid)
    {
        for (var r = 0; r < Math.Min(grid.RowCount, MaxHeaderRows + 1); r++)
        {
            var cells = grid.Row(r).ToList();
            var figures = cells.Count(c => IsFigure(c.Cell.Text));
            if (cells.Count >= 2 && figures * 2 >= cells.Count - 1 && figures > 0)
            {
                return grid.Row(0).Count() >= 2 ? r : 0;
            }
        }

        return 0;
    }

    private static int Depth(TableGrid grid, int column, GridCell cell)
    {
        var depth = 1;
        while (depth < grid.RowCount && ReferenceEquals(grid.At(depth, column), cell))
        {
            depth++;
        }

        return depth;
    }

    private static bool AllMarked(TableGrid grid, int row) =>
        grid.Row(row).Any() && grid.Row(row).All(c => c.Cell.IsHeader);

    private static bool LooksLikeHeader(TableGrid grid)
    {
        var first = grid.Row(0).ToList();
        if (first.Count < 2 || first[0].Cell.IsHeader || first.Any(c => StartsWithFigure().IsMatch(c.Cell.Text) || c.Cell.Text.Length > 40))
        {
            return false;
        }

        var named = first.Count(c => HeaderWord().IsMatch(c.Cell.Text));
        return grid.Columns == 2 ? named >= 1 && first.Count == 2 && !HasTallCell(first) && IsName(first[1].Cell.Text) : named > 0 || first.Count >= grid.Columns - 1;
    }

    /// <summary>Short and without figures: beside a label, a longer text is its value.</summary>
    private static bool IsName(string text) => text.Length <= 16 && !text.Any(char.IsDigit);

    private static bool HasTallCell(List<(int Column, GridCell Cell)> row) => row.Exists(c => c.Cell.RowSpan > 1);

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

    private static List<string> Path(TableGrid grid, int column, GridCell cell, int headers)
    {
        var path = new List<string>();
        for (var h = 0; h < headers; h++)
        {
            var header = grid.At(h, column);
            if (header is { Text.Length: > 0 } && !ReferenceEquals(header, cell) && (path.Count == 0 || path[^1] != header.Text))
            {
                path.Add(header.Text.Replace("\n", "", StringComparison.Ordinal));
            }
        }

        return path;
    }

    [GeneratedRegex(@"^[\s　]*(?:[-+▲△−]?[\s　]*[0-9０-９]+(?:[,.，．][0-9０-９]+)*[\s　]*(?:円|％|%|人|件|トン|t|kg|ｔ|世帯|枚|回|点|台|戸|頭|通|部|冊|個|千円|百万円)?|[-－―ー*…])[\s　]*$")]
    private static partial Regex StartsWithFigure();

    [GeneratedRegex(@"区分|種類|種別|名称|品名|項目|内容|金額|料金|手数料|品目|曜日|備考|番号|^No|年度|年月|日時|時間|場所|所在地|対象|方法|担当|電話|住所|単位|数量|説明|分類|費用|人口|件数|期間|要件|必要なもの|施設|地区|職|級|号給")]
    private static partial Regex HeaderWord();
}
