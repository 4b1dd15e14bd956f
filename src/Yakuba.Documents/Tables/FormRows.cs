using System.Text.RegularExpressions;

namespace Yakuba.Documents;

/// <summary>Reads a form drawn in cells (神エクセル): a label names the cell right of it, a tall label on the left names a group, column names above figures name them too.</summary>
internal sealed partial class FormRows
{
    private const int LongestLabel = 24;
    private readonly TableGrid _grid;
    private readonly HashSet<GridCell> _said = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<int, string> _columnNames = [];

    private FormRows(TableGrid grid) => _grid = grid;

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
        for (var i = 0; i < filled.Count; i++)
        {
            var (column, cell) = filled[i];
            if (IsGroup(row, column, cell))
            {
                // A group far right of the last one begins a form of its own beside it.
                groups = i > 0 && groups.Count > 0 && Flat(filled[i - 1].Cell.Text) == groups[^1] ? [.. groups, Flat(cell.Text)] : [Flat(cell.Text)];
                continue;
            }

            if (!_said.Add(cell) || Names(row, filled, i))
            {
                continue;
            }

            if (TableRows.IsFigure(cell.Text))
            {
                cells.Add(new TableCell(cell.Text, Path(groups, label, _columnNames.GetValueOrDefault(Middle(column, cell), "")), cell.At));
                continue;
            }

            ForgetNames(column, cell);
            var next = i + 1 < filled.Count ? filled[i + 1] : default;
            label = IsLabel(cell.Text) ? Flat(cell.Text) : "";
            if (next.Cell is not null && label.Length > 0 && TableRows.IsFigure(next.Cell.Text))
            {
                continue;
            }

            if (Pairs(row, filled, i))
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

    /// <summary>A run of at least three names over figures: they name their columns and are not values themselves.</summary>
    private bool Names(int row, List<(int Column, GridCell Cell)> filled, int at)
    {
        int first = at, last = at;
        while (first > 0 && !TableRows.IsFigure(filled[first - 1].Cell.Text))
        {
            first--;
        }

        while (last + 1 < filled.Count && !TableRows.IsFigure(filled[last + 1].Cell.Text))
        {
            last++;
        }

        var below = row + 1;
        while (below < _grid.RowCount && ReferenceEquals(_grid.At(below, filled[at].Column), filled[at].Cell))
        {
            below++;
        }

        var figures = Enumerable.Range(first, last - first + 1).Count(i => _grid.At(below, Middle(filled[i].Column, filled[i].Cell)) is { } cell && TableRows.IsFigure(cell.Text));
        if (TableRows.IsFigure(filled[at].Cell.Text) || last - first < 2 || figures < 2)
        {
            return false;
        }

        for (var c = 0; c < filled[at].Cell.ColumnSpan; c++)
        {
            _columnNames[filled[at].Column + c] = Flat(filled[at].Cell.Text);
        }

        return true;
    }

    /// <summary>A heading over several named columns begins another table: their old names no longer hold.</summary>
    private void ForgetNames(int column, GridCell cell)
    {
        var covered = Enumerable.Range(column, cell.ColumnSpan).Where(_columnNames.ContainsKey).ToList();
        if (covered.Select(c => _columnNames[c]).Distinct().Count() >= 2)
        {
            covered.ForEach(c => _columnNames.Remove(c));
        }
    }

    private static int Middle(int column, GridCell cell) => column + ((cell.ColumnSpan - 1) / 2);

    private bool Pairs(int row, List<(int Column, GridCell Cell)> filled, int i)
    {
        var (column, cell) = filled[i];
        return i + 1 < filled.Count && IsLabel(cell.Text) && !_said.Contains(filled[i + 1].Cell)
            && (column + cell.ColumnSpan == filled[i + 1].Column || filled.Count == 2)
            && !IsGroup(row, filled[i + 1].Column, filled[i + 1].Cell);
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

    private static string Flat(string text) => Spaces().Replace(text, "");

    [GeneratedRegex(@"[\s　]+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^(氏名|名前|フリガナ|ふりがな|住所|所在地|電話|連絡先|生年月日|性別|年齢|申請|届出|世帯主|代表者|団体名|名称|担当|日付|年月日|期間|目的|理由|内容|金額|口座|金融機関|支店|印|本人|代理人|続柄|勤務先|職業|備考|使用|希望|メール|郵便番号|事業|場所|日時|参加|添付|確認)")]
    private static partial Regex LabelWord();
}
