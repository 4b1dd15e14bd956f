using System.Text.RegularExpressions;

namespace Yakuba.Documents;

/// <summary>Reads a form drawn in cells (神エクセル): a label names the cell right of it, a tall label on the left names a group, column names above figures name them too.</summary>
internal sealed partial class FormRows
{
    private const int LongestLabel = 30;
    private readonly TableGrid _grid;
    private readonly HashSet<GridCell> _said = new(ReferenceEqualityComparer.Instance);
    private readonly FormColumnNames _names;

    private FormRows(TableGrid grid) => (_grid, _names) = (grid, new FormColumnNames(grid));

    /// <summary>A form, not a table: rows place their cells differently, or begin with the labels forms have.</summary>
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

        var rows = Enumerable.Range(0, grid.RowCount).ToList();
        var figures = rows.SelectMany(grid.Row).Count(c => TableRows.IsFigure(c.Cell.Text));
        return common * 2 < starts.Count - 1 || (figures * 10 < rows.Sum(r => grid.Row(r).Count()) && rows.Count(r => StartsWithLabel(grid, r)) * 3 > rows.Count * 2);
    }

    internal static List<TableRowBlock> Of(TableGrid grid, Func<int, Locator> rowAt)
    {
        var form = new FormRows(grid);
        var rows = new List<TableRowBlock>();
        for (var r = 0; r < grid.RowCount; r++)
        {
            var cells = form.Row(r);
            if (cells.Count > 0)
            {
                rows.Add(new TableRowBlock(TableRows.Word(cells), rowAt(r), cells));
            }
        }

        return rows;
    }

    private List<TableCell> Row(int row)
    {
        var filled = _grid.Row(row).ToList();
        var cells = new List<TableCell>();
        var groups = new List<string>();
        var label = "";
        var named = false;
        for (var i = 0; i < filled.Count; i++)
        {
            var (column, cell) = filled[i];
            if (_names.Has(cell) || (!_said.Contains(cell) && _names.Take(row, filled, i)))
            {
                continue;
            }

            if (IsGroup(row, column, cell))
            {
                // A group far right of the last one begins a form of its own beside it.
                groups = i > 0 && groups.Count > 0 && Flat(filled[i - 1].Cell.Text) == groups[^1] ? [.. groups, Flat(cell.Text)] : [Flat(cell.Text)];
                groups.RemoveAll(g => g is "｛" or "{" or "（" or "(");
                named = false;
                continue;
            }

            if (!_said.Add(cell))
            {
                continue;
            }

            if (TableRows.IsFigure(cell.Text))
            {
                var name = _names.Over(column, cell);
                named |= name.Length > 0;
                cells.Add(new TableCell(cell.Text, Path(groups, label, name), cell.At));
                continue;
            }

            if (Unit().IsMatch(cell.Text) && i > 0)
            {
                TakeUnit(cells, filled[i - 1].Cell, cell, ref label);
                continue;
            }

            // Figures under column names end a line of the table: what follows is another table beside it.
            groups = named ? [] : groups;
            named = false;
            _names.Forget(column, cell);
            var next = i + 1 < filled.Count ? filled[i + 1] : default;
            label = IsLabel(cell.Text) ? Flat(cell.Text) : "";
            if (next.Cell is not null && label.Length > 0 && (TableRows.IsFigure(next.Cell.Text) || Unit().IsMatch(next.Cell.Text)))
            {
                continue;
            }

            if (Pairs(row, filled, i) && !_names.Renew(filled, i))
            {
                _said.Add(next.Cell!);
                cells.Add(new TableCell(next.Cell!.Text, Path(groups, label, ""), next.Cell.At));
                label = "";
                i++;
            }
            else
            {
                cells.Add(new TableCell(cell.Text, [.. groups], cell.At));
            }
        }

        return cells;
    }

    /// <summary>A unit in a cell of its own belongs to the figure or the label left of it.</summary>
    private static void TakeUnit(List<TableCell> cells, GridCell before, GridCell unit, ref string label)
    {
        if (cells.Count > 0 && cells[^1].At == before.At && TableRows.IsFigure(before.Text))
        {
            cells[^1] = cells[^1] with { Text = cells[^1].Text + unit.Text };
        }
        else if (label.Length > 0)
        {
            label += Flat(unit.Text);
        }
        else
        {
            cells.Add(new TableCell(unit.Text, [], unit.At));
        }
    }

    private bool Pairs(int row, List<(int Column, GridCell Cell)> filled, int i)
    {
        var (column, cell) = filled[i];
        return i + 1 < filled.Count && IsLabel(cell.Text) && !_said.Contains(filled[i + 1].Cell)
            && (column + cell.ColumnSpan == filled[i + 1].Column || filled.Count == 2)
            && !(i + 2 < filled.Count && TableRows.IsFigure(filled[i + 2].Cell.Text) && _names.Over(filled[i + 2].Column, filled[i + 2].Cell).Length > 0)
            && !IsGroup(row, filled[i + 1].Column, filled[i + 1].Cell)
            && !_names.Take(row, filled, i + 1);
    }

    /// <summary>Spans rows while the cell right of it does not.</summary>
    private bool IsGroup(int row, int column, GridCell cell)
    {
        var below = ReferenceEquals(_grid.At(row + 1, column), cell);
        var tall = below || (row > 0 && ReferenceEquals(_grid.At(row - 1, column), cell));
        var right = _grid.At(row, column + cell.ColumnSpan);
        return tall && IsLabel(cell.Text) && right is not null && !(below && ReferenceEquals(_grid.At(row + 1, column + cell.ColumnSpan), right));
    }

    private static List<string> Path(List<string> groups, string label, string columnName) =>
        [.. groups, .. new[] { label, columnName }.Where(p => p.Length > 0)];

    private static bool StartsWithLabel(TableGrid grid, int row) =>
        grid.Row(row).ToList() is { Count: >= 2 } cells && LabelWord().IsMatch(Flat(cells[0].Cell.Text));

    private static bool IsLabel(string text) =>
        Flat(text).Length <= LongestLabel && !text.EndsWith('。') && !TableRows.IsFigure(text);

    internal static string Flat(string text) => Spaces().Replace(text, "");

    [GeneratedRegex(@"[\s　]+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^[（(]?(?:％|%|人|円|千円|百万円|億円|k㎡|㎢|km2|㎡|㎥|ha|世帯|戸|件|回|日|歳|倍|人/k㎡|ﾎﾟｲﾝﾄ|ポイント)[）)]?$")]
    private static partial Regex Unit();

    [GeneratedRegex(@"^(氏名|名前|フリガナ|ふりがな|住所|所在地|電話|連絡先|生年月日|性別|年齢|申請|届出|世帯主|代表者|団体名|名称|担当|日付|年月日|期間|目的|理由|内容|金額|口座|金融機関|支店|印|本人|代理人|続柄|勤務先|職業|備考|使用|希望|メール|郵便番号|事業|場所|日時|参加|添付|確認)")]
    private static partial Regex LabelWord();
}
