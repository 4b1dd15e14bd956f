using System.Globalization;

namespace Yakuba.Documents;

/// <summary>Takes out lines that no reader of the page sees: too small, off the page, or without ink where they stand.</summary>
internal static class PdfHidden
{
    /// <summary>Letters smaller than this, in points, are not read by people.</summary>
    private const double Smallest = 2;

    internal static PdfPage TakeOut(ReadSource source, PdfPage page, PdfInk ink)
    {
        var where = string.Create(CultureInfo.InvariantCulture, $"{page.Number}ページ");
        var blocks = new List<PdfBlock>();
        foreach (var block in page.Blocks)
        {
            var seen = new List<PdfLine>();
            foreach (var line in block.Lines)
            {
                if (HiddenBy(page, line, ink) is { } way)
                {
                    source.Notes.Hidden(way, where, line.Text);
                }
                else
                {
                    seen.Add(line);
                }
            }

            if (seen.Count > 0)
            {
                blocks.Add(seen.Count == block.Lines.Count ? block : new PdfBlock(PdfBoxes.Around(seen.Select(l => l.Box)), seen));
            }
        }

        return page with { Blocks = blocks };
    }

    private static string? HiddenBy(PdfPage page, PdfLine line, PdfInk ink) =>
        line.Size < Smallest ? "読めない大きさの文字"
        : line.Box.Right < 0 || line.Box.Bottom < 0 || line.Box.Left > page.Width || line.Box.Top > page.Height ? "ページの外に置いた文字"
        : !ink.Shows(page, line.Box) ? "ページに現れない文字（白い文字、透明な文字、覆われた文字など）"
        : null;
}
