namespace Yakuba.Documents;

/// <summary>A part of a page in reading order.</summary>
internal abstract record PdfPiece;

/// <summary>Running text.</summary>
/// <param name="Size">Size of its letters, in points; 0 when unknown.</param>
internal sealed record PdfParagraph(string Text, double Size, PageBox Box) : PdfPiece;

/// <summary>Cells that stand in rows and columns.</summary>
/// <param name="Rows">Blocks of each row from the left.</param>
/// <param name="Columns">Left edges of the columns.</param>
internal sealed record PdfTable(IReadOnlyList<IReadOnlyList<PdfBlock>> Rows, IReadOnlyList<PdfColumn> Columns) : PdfPiece
{
    internal TableGrid Grid(int page)
    {
        var grid = new TableGrid();
        for (var r = 0; r < Rows.Count; r++)
        {
            foreach (var cells in Rows[r].GroupBy(b => PdfColumn.IndexOf(Columns, b.Box)))
            {
                var ordered = cells.OrderBy(b => b.Box.Left).ToList();
                var box = PdfBoxes.Around(ordered.Select(b => b.Box));
                grid.Put(r, cells.Key, new GridCell(TextCleaning.TrimBlank(string.Join("　", ordered.Select(PdfText.Cell))), new PageLocator(page, box)));
            }
        }

        return grid;
    }

    internal PageBox RowBox(int row) => PdfBoxes.Around(Rows[row].Select(b => b.Box));
}

/// <summary>The span of a column, in points from the left.</summary>
internal readonly record struct PdfColumn(double Left, double Right)
{
    /// <summary>The column that a box shares most with.</summary>
    internal static int IndexOf(IReadOnlyList<PdfColumn> columns, PageBox box)
    {
        var (best, most) = (0, double.MinValue);
        for (var i = 0; i < columns.Count; i++)
        {
            var shared = Math.Min(columns[i].Right, box.Right) - Math.Max(columns[i].Left, box.Left);
            if (shared > most)
            {
                (best, most) = (i, shared);
            }
        }

        return best;
    }
}
