using System.Text.RegularExpressions;

namespace Yakuba.Documents;

/// <summary>Finds the rows of a table that name its columns.</summary>
internal static partial class TableHeaders
{
    private const int MaxHeaderRows = 6;

    /// <summary>The first rows name the columns.</summary>
    internal static bool In(TableGrid grid) => Rows(grid) > 0;

    /// <summary>A word of the first row says that it names columns.</summary>
    internal static bool NamesColumns(TableGrid grid) => grid.RowCount > 0 && grid.Row(0).Any(c => HeaderWord().IsMatch(c.Cell.Text));

    /// <summary>How many rows from the top name the columns; 0 when none does.</summary>
    internal static int Rows(TableGrid grid)
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
            var figures = cells.Count(c => TableRows.IsFigure(c.Cell.Text));
            if (cells.Count >= 2 && figures * 2 >= cells.Count - 1 && figures > 0)
            {
                return grid.Row(0).Count() >= 2 || grid.At(0, 0) is null ? r : 0;
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
        if (first.Count < 2 || first[0].Cell.IsHeader || first.Any(c => TableRows.IsFigure(c.Cell.Text) || c.Cell.Text.Length > 40))
        {
            return false;
        }

        var named = first.Count(c => HeaderWord().IsMatch(c.Cell.Text));
        return grid.Columns == 2 ? named >= 1 && first.Count == 2 && !HasTallCell(first) && IsName(first[1].Cell.Text) : named > 0 || first.Count >= grid.Columns - 1;
    }

    /// <summary>Short and without figures: beside a label, a longer text is its value.</summary>
    private static bool IsName(string text) => text.Length <= 16 && !text.Any(char.IsDigit);

    private static bool HasTallCell(List<(int Column, GridCell Cell)> row) => row.Exists(c => c.Cell.RowSpan > 1);

    [GeneratedRegex(@"区分|種類|種別|名称|品名|項目|内容|金額|料金|手数料|品目|曜日|備考|番号|^No|年度|年月|日時|時間|場所|所在地|対象|方法|担当|電話|住所|単位|数量|説明|分類|費用|人口|件数|期間|要件|必要なもの|施設|地区|職|級|号給")]
    private static partial Regex HeaderWord();
}
