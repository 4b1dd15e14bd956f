namespace Yakuba.Documents;

/// <summary>Tables of a law, as rows with headers.</summary>
internal static class LawXmlTable
{
    internal static void Read(SafeXml xml, ReadSource source, List<Block> blocks, ArticleLocator at)
    {
        var grid = new TableGrid();
        Fill(xml, grid, at);
        if (grid.RowCount > 0)
        {
            source.Notes.Tables++;
            blocks.AddRange(TableRows.Of(grid, _ => at));
        }
    }

    /// <summary>Reads the rows inside the current element.</summary>
    internal static void Fill(SafeXml xml, TableGrid grid, Locator at)
    {
        var row = -1;
        foreach (var node in xml.Inside())
        {
            if (!node.IsElement)
            {
                continue;
            }

            if (node.Name is "TableRow" or "TableHeaderRow")
            {
                row++;
            }
            else if (node.Name is "TableColumn" or "TableHeaderColumn" && row >= 0)
            {
                int down = Span(node["rowspan"]), right = Span(node["colspan"]);
                grid.Append(row, new GridCell(LawXmlText.Of(node), at, down, right, node.Name == "TableHeaderColumn"));
            }
        }
    }

    private static int Span(string? value) => ProvisionNumber.Parse(value ?? "") is { } n and > 0 and < 1_000 ? n : 1;
}
