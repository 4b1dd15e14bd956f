using AngleSharp.Dom;

namespace Yakuba.Documents;

/// <summary>Tables of a page as grids.</summary>
internal static class HtmlTables
{
    /// <summary>A table that only places other content: one cell wide, or holding tables and headings, without header cells.</summary>
    internal static bool IsLayout(IElement table)
    {
        var rows = Rows(table).ToList();
        return string.Equals(table.GetAttribute("role"), "presentation", StringComparison.OrdinalIgnoreCase)
            || rows.All(r => Cells(r).Count() <= 1)
            || table.QuerySelector("table, h1, h2, h3, h4") is not null;
    }

    internal static TableGrid Grid(IElement table, Func<int, Locator> at)
    {
        var grid = new TableGrid();
        var index = 0;
        foreach (var row in Rows(table))
        {
            if (Cells(row).All(c => Span(c, "rowspan") == 1 && HtmlText.Of(c).Length == 0))
            {
                // A row without text only sets widths; as a first row it would hide the header below it.
                continue;
            }

            var inHead = row.ParentElement?.LocalName == "thead";
            foreach (var cell in Cells(row))
            {
                grid.Append(index, new GridCell(
                    TextCleaning.Clean(HtmlText.Of(cell)), at(index), Span(cell, "rowspan"), Span(cell, "colspan"), inHead || cell.LocalName == "th"));
            }

            index++;
        }

        return grid;
    }

    private static IEnumerable<IElement> Rows(IElement table) => table.Children.SelectMany(c => c.LocalName switch
    {
        "tr" => [c],
        "thead" or "tbody" or "tfoot" => c.Children.Where(r => r.LocalName == "tr"),
        _ => [],
    });

    private static IEnumerable<IElement> Cells(IElement row) => row.Children.Where(c => c.LocalName is "td" or "th" && HtmlVisibility.HiddenBy(c) is null);

    private static int Span(IElement cell, string name) =>
        int.TryParse(cell.GetAttribute(name), out var span) ? Math.Clamp(span, 1, 1_000) : 1;
}
