using System.Text;

namespace Yakuba.Documents;

/// <summary>A part of a page in reading order.</summary>
internal abstract record PdfPiece;

/// <summary>Running text.</summary>
/// <param name="Size">Size of its letters, in points; 0 when unknown.</param>
internal sealed record PdfParagraph(string Text, double Size, PageBox Box) : PdfPiece
{
    /// <summary>Its last line is full and no sentence ends there: the next column or page may go on.</summary>
    internal bool RunsOn { get; init; }

    /// <summary>This text with its continuation in the next column or on the next page; null when that is a text of its own.</summary>
    internal PdfParagraph? With(PdfParagraph next) =>
        !RunsOn || Size <= 0 || Math.Abs(Size - next.Size) > Size * 0.1 || JapaneseLines.StartsAnew(next.Text) || next.Text[0] == '\u3000'
            ? null
            : this with { Text = Text + JapaneseLines.Glue(new StringBuilder(Text), next.Text), RunsOn = next.RunsOn };
}

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

/// <summary>A table whose cells are drawn with rules.</summary>
/// <param name="Cells">Filled cells with their texts.</param>
internal sealed record RuledTable(PageBox Box, IReadOnlyList<FilledCell> Cells) : PdfPiece
{
    internal TableGrid Grid(int page)
    {
        var grid = new TableGrid();
        foreach (var (cell, text, isHeader) in Cells)
        {
            grid.Put(cell.Row, cell.Column, new GridCell(text, new PageLocator(page, cell.Box), cell.RowSpan, cell.ColumnSpan, isHeader));
        }

        return grid;
    }

    /// <summary>The row from edge to edge: as high as its lowest cell, tall cells beside it left aside.</summary>
    internal PageBox RowBox(int row)
    {
        var cells = Cells.Select(c => c.Cell).Where(c => c.Row <= row && row < c.Row + c.RowSpan).ToList();
        var least = cells.Min(c => c.RowSpan);
        var own = PdfBoxes.Around(cells.Where(c => c.RowSpan == least).Select(c => c.Box));
        return own with { Left = cells.Min(c => c.Box.Left), Right = cells.Max(c => c.Box.Right) };
    }
}

/// <summary>Vertical writing of one tier of a page.</summary>
/// <param name="Texts">Its texts, the right one first.</param>
internal sealed record PdfTier(PageBox Box, IReadOnlyList<PdfVerticalText> Texts) : PdfPiece
{
    /// <summary>Its paragraphs, at their places on the page.</summary>
    internal IEnumerable<PdfParagraph> Paragraphs() => Texts.SelectMany(t =>
        PdfParagraphs.Of([new PdfBlock(t.Box, t.Lines)]).Select(p => p with { Box = t.OnPage(p.Box) }));
}

/// <summary>A footnote.</summary>
/// <param name="Mark">As it stands in the text above, such as "1" or "※2".</param>
internal sealed record PdfFootnote(string Mark, string Text, PageBox Box) : PdfPiece;

/// <summary>Words of a chart or drawing. Which of them belong together only the picture shows.</summary>
internal sealed record PdfFigure(IReadOnlyList<string> Words, PageBox Box) : PdfPiece;

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
