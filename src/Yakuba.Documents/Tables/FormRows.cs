using System.Text.RegularExpressions;

namespace Yakuba.Documents;

/// <summary>Reads a form drawn in cells (神エクセル): a label names the cell right of it, a tall label on the left names a group.</summary>
internal static partial class FormRows
{
    private const int LongestLabel = 24;

    /// <summary>A form, not a table: rows place their cells differently, and figures do not fill columns.</summary>
    internal static bool IsForm(TableGrid grid)
    {
        if (grid.RowCount < 2)
        {
            return true;
        }

        var starts = Enumerable.Range(0, grid.RowCount).Select(r => grid.Row(r).Select(c => c.Column).ToHashSet()).ToList();
        var common = 0;
        for (var r = 1; r < starts.Count; r++)
        {
            var shared = starts[r].Intersect(starts[r - 1]).Count();
            common += shared * 2 >= Math.Max(starts[r].Count, starts[r - 1].Count) && shared >= 2 ? 1 : 0;
        }

        var figures = Enumerable.Range(0, grid.RowCount).SelectMany(r => grid.Row(r)).Count(c => TableRows.IsFigure(c.Cell.Text));
        var cells = Enumerable.Range(0, grid.RowCount).Sum(r => grid.Row(r).Count());
        return common * 2 < starts.Count - 1 || (figures * 10 < cells && Labelled(grid) * 3 > grid.RowCount * 2);
    }

    internal static List<TableRowBlock> Of(TableGrid grid, Func<int, Locator> rowAt)
    {
        var rows = new List<TableRowBlock>();
        var said = new HashSet<GridCell>(ReferenceEqualityComparer.Instance);
        for (var r = 0; r < grid.RowCount; r++)
        {
            var cells = Row(grid, r, said);
            if (cells.Count > 0)
            {
                rows.Add(new TableRowBlock(TableRows.Word(cells), rowAt(r), cells));
            }
        }

        return rows;
    }

    private static List<TableCell> Row(TableGrid grid, int row, HashSet<GridCell> said)
    {
        var filled = grid.Row(row).ToList();
        var cells = new List<TableCell>();
        var groups = new List<string>();
        for (var i = 0; i < filled.Count; i++)
        {
            var (column, cell) = filled[i];
            if (IsGroup(grid, row, column, cell))
            {
                groups.Add(Flat(cell.Text));
                continue;
            }

            if (!said.Add(cell))
            {
                continue;
            }

            var next = i + 1 < filled.Count ? filled[i + 1] : default;
            var pairs = next.Cell is not null && IsLabel(cell.Text) && !said.Contains(next.Cell)
                && (column + cell.ColumnSpan == next.Column || filled.Count == 2) && !IsGroup(grid, row, next.Column, next.Cell);
            if (pairs)
            {
                said.Add(next.Cell!);
                cells.Add(new TableCell(next.Cell!.Text, [.. groups, Flat(cell.Text)], next.Cell.At));
                i++;
            }
            else
            {
                cells.Add(new TableCell(cell.Text, [.. groups], cell.At));
            }
        }

        return cells;
    }

    /// <summary>Spans rows while cells right of it do not.</summary>
    private static bool IsGroup(TableGrid grid, int row, int column, GridCell cell)
    {
        var tall = (row + 1 < grid.RowCount && ReferenceEquals(grid.At(row + 1, column), cell)) || (row > 0 && ReferenceEquals(grid.At(row - 1, column), cell));
        var right = grid.At(row, column + cell.ColumnSpan);
        return tall && IsLabel(cell.Text) && right is not null && !(ReferenceEquals(grid.At(row + 1, column + cell.ColumnSpan), right) && ReferenceEquals(grid.At(row + 1, column), cell));
    }

    private static int Labelled(TableGrid grid) => Enumerable.Range(0, grid.RowCount).Count(r =>
        grid.Row(r).ToList() is { Count: >= 2 } row && LabelWord().IsMatch(Flat(row[0].Cell.Text)));

    private static bool IsLabel(string text) =>
        Flat(text).Length <= LongestLabel && !text.EndsWith('。') && !TableRows.IsFigure(text);

    private static string Flat(string text) => Spaces().Replace(text, "");

    [GeneratedRegex(@"[\s　]+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^(氏名|名前|フリガナ|ふりがな|住所|所在地|電話|連絡先|生年月日|性別|年齢|申請|届出|世帯主|代表者|団体名|名称|担当|日付|年月日|期間|目的|理由|内容|金額|口座|金融機関|支店|印|本人|代理人|続柄|勤務先|職業|備考|使用|希望|メール|郵便番号|事業|場所|日時|参加|添付|確認)")]
    private static partial Regex LabelWord();
}
