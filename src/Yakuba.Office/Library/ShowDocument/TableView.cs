using System.Text.Json;
using Yakuba.Platform.Web.Parts;

namespace Yakuba.Office.Library.ShowDocument;

/// <summary>Rows that follow each other, as one table. Where rows share headers these become columns; a form keeps each label beside its value.</summary>
internal static class TableView
{
    private const int MostColumns = 40;

    /// <summary>The rows, a row of headers first where there is one.</summary>
    internal static IReadOnlyList<RowView> Of(
        IReadOnlyList<StoredBlock> blocks, IReadOnlyDictionary<long, (int Start, int Length)> cited, long firstCited, Func<string, string> anchor)
    {
        var rows = blocks.Select(b => new Row(b, Cells(b))).ToList();
        var columns = Columns(rows);
        var views = new List<RowView>();
        if (columns is not null && columns.Any(c => c[0] != '#'))
        {
            views.Add(new RowView(anchor("head-" + blocks[0].At), [.. columns.Select(c => new CellView([new QuoteRun(c[0] == '#' ? "" : Word(c), false)]))], IsHeader: true));
        }

        foreach (var row in rows)
        {
            var span = cited.TryGetValue(row.Block.Idx, out var found) ? row.Block.Text.Substring(found.Start, Math.Min(found.Length, row.Block.Text.Length - found.Start)) : "";
            var cells = columns is null
                ? row.Cells.Select(c => View(c, c.Header.Length > 0 ? $"{c.Header}：{c.Text}" : c.Text, span))
                : columns.Select(column => row.Cells.FirstOrDefault(c => c.Column == column) is { } cell ? View(cell, cell.Text, span) : new CellView([]));
            views.Add(new RowView(anchor(row.Block.At), [.. cells]) { IsCited = row.Block.Idx == firstCited });
        }

        return views;
    }

    /// <summary>Columns shared by the rows; null when labels stand beside values, or there would be too many columns.</summary>
    private static List<string>? Columns(List<Row> rows)
    {
        var columns = rows.SelectMany(r => r.Cells.Select(c => c.Column)).Distinct().ToList();
        var widest = rows.Max(r => r.Cells.Count);
        return columns.Count <= MostColumns && columns.Count <= Math.Max(widest * 2, 2) ? columns : null;
    }

    private static CellView View(Cell cell, string shown, string span) =>
        new([new QuoteRun(shown, span.Length > 0 && cell.Text.Length > 0 && (span.Contains(cell.Text, StringComparison.Ordinal) || cell.Text.Contains(span, StringComparison.Ordinal)))]);

    private static List<Cell> Cells(StoredBlock block)
    {
        var cells = new List<Cell>();
        using var json = JsonDocument.Parse(block.Extra);
        foreach (var cell in json.RootElement.EnumerateArray())
        {
            var header = string.Join("／", cell.GetProperty("header").EnumerateArray().Select(h => h.GetString()));
            var column = header.Length > 0 ? header : "#" + cells.Count;
            while (cells.Any(c => c.Column == column))
            {
                column += "\u200B"; // two columns of one name: an invisible mark keeps them apart
            }

            cells.Add(new Cell(cell.GetProperty("text").GetString() ?? "", header, column));
        }

        return cells;
    }

    private static string Word(string column) => column.TrimEnd('\u200B');

    private sealed record Row(StoredBlock Block, List<Cell> Cells);

    private sealed record Cell(string Text, string Header, string Column);
}
