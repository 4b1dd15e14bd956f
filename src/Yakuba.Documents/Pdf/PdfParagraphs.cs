namespace Yakuba.Documents;

/// <summary>Joins the lines of blocks to paragraphs.</summary>
internal static class PdfParagraphs
{
    /// <summary>Characters of a line that two neighbours end together with by no chance.</summary>
    private const int FullLine = 15;

    internal static IEnumerable<PdfParagraph> Of(IReadOnlyList<PdfBlock> blocks)
    {
        var lines = new List<PdfLine>();
        PdfLine? last = null;
        var right = 0.0;
        var all = blocks.SelectMany(b => b.Lines).ToList();
        foreach (var block in blocks)
        {
            foreach (var line in block.Lines)
            {
                if (last is not null && !(Joins(last, line, Edge(all, lines, block, line, right)) && MayBeFull(all, block, last)))
                {
                    yield return Paragraph(lines, right);
                    lines.Clear();
                    right = 0;
                }

                lines.Add(line);
                last = line;
                right = Math.Max(Math.Max(right, block.Box.Right), line.Box.Right);
            }
        }

        if (lines.Count > 0)
        {
            yield return Paragraph(lines, right);
        }
    }

    /// <summary>Where full lines end: two lines that end together show it, else the widest of the block and of the text below the same left edge does.</summary>
    private static double Edge(List<PdfLine> all, List<PdfLine> lines, PdfBlock block, PdfLine line, double right)
    {
        var own = Math.Max(lines.Max(l => l.Box.Right), line.Box.Right);
        if (EndTogether(lines[^1], line))
        {
            return own;
        }

        if (lines.Count >= 2 && EndTogether(lines[^2], lines[^1]))
        {
            return Math.Max(lines[^2].Box.Right, lines[^1].Box.Right); // the next may be wider: below a picture that stood beside
        }

        var below = all.Where(l => Math.Abs(l.Box.Left - line.Box.Left) < line.Size && Math.Abs(l.Size - line.Size) < line.Size * 0.1).Select(l => l.Box.Right);
        return below.Append(Math.Max(Math.Max(right, block.Box.Right), own)).Max();
    }

    /// <summary>Among several lines, one that ends where no other does, and far from where text may go, is just the longest of a list.</summary>
    private static bool MayBeFull(List<PdfLine> all, PdfBlock block, PdfLine line) => block.Lines.Count <= 2
        || all.Count(l => Math.Abs(l.Box.Right - line.Box.Right) < 1.5 * line.Size) >= 2 || all.Max(l => l.Box.Right) - line.Box.Right < 4 * line.Size;

    private static bool EndTogether(PdfLine one, PdfLine other) =>
        Math.Abs(one.Box.Right - other.Box.Right) < 1.5 * other.Size && other.Text.Length >= FullLine;

    /// <summary>The line above runs to the right edge, no sentence ends there, and the next opens nothing new.</summary>
    private static bool Joins(PdfLine last, PdfLine line, double right)
    {
        var size = Math.Max(last.Size, 1);
        var vertical = last.Box.Bottom - last.Box.Top > 3 * (last.Box.Right - last.Box.Left);
        if (JapaneseLines.EndsSentence(last.Text) || JapaneseLines.StartsAnew(line.Text) || line.Text.StartsWith('\u3000') || Math.Abs(last.Size - line.Size) > size * 0.18)
        {
            return false;
        }

        if (!vertical && line.Box.Left > last.Box.Left + (2.5 * size))
        {
            // Centred, or set back: a text of its own.
            return false;
        }

        return vertical || (last.Box.Right > right - (2.5 * size) && line.Box.Top - last.Box.Bottom < 1.6 * size && line.Box.Top > last.Box.Top);
    }

    private static PdfParagraph Paragraph(List<PdfLine> lines, double right) =>
        new(PdfText.Join(lines), lines.Max(l => l.Size), PdfBoxes.Around(lines.Select(l => l.Box)))
        {
            RunsOn = lines[^1].Box.Right > right - (2.5 * lines[^1].Size) && lines.Count >= 2 && !JapaneseLines.EndsSentence(lines[^1].Text),
        };
}
