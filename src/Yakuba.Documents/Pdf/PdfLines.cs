namespace Yakuba.Documents;

/// <summary>Puts the running text of one column into the order of its lines: what stands at one height is one line.</summary>
internal static class PdfLines
{
    /// <summary>Blocks of lines from the top. Vertical text stays in the order of poppler, which knows its columns.</summary>
    internal static IReadOnlyList<PdfBlock> InOrder(IReadOnlyList<PdfBlock> blocks)
    {
        var lines = blocks.SelectMany(b => b.Lines.Select(l => (Line: l, Block: b))).ToList();
        if (lines.Count(l => IsVertical(l.Line)) * 2 > lines.Count)
        {
            return blocks;
        }

        var rows = new List<List<(PdfLine Line, PdfBlock Block)>>();
        foreach (var line in lines.OrderBy(l => IsVertical(l.Line) ? l.Line.Box.Top : Middle(l.Line)))
        {
            if (rows.Count > 0 && !IsVertical(line.Line) && IsBeside(rows[^1], line.Line))
            {
                rows[^1].Add(line);
            }
            else
            {
                rows.Add([line]);
            }
        }

        return Blocks(rows);
    }

    private static List<PdfBlock> Blocks(List<List<(PdfLine Line, PdfBlock Block)>> rows)
    {
        var result = new List<PdfBlock>();
        PdfBlock? last = null;
        foreach (var row in rows)
        {
            var words = row.SelectMany(l => l.Line.Words).ToList();
            var line = row.Count == 1 ? row[0].Line : PdfLine.Of([.. words.OrderBy(w => w.Box.Left)]);
            var from = row.TrueForAll(l => ReferenceEquals(l.Block, row[0].Block)) ? row[0].Block : null;
            if (from is not null && ReferenceEquals(from, last))
            {
                result[^1] = result[^1] with { Lines = [.. result[^1].Lines, line] };
            }
            else
            {
                result.Add(new PdfBlock(from?.Box ?? line.Box, [line]));
            }

            last = from;
        }

        return result;
    }

    /// <summary>In the same height as all of a row, and beside each of them.</summary>
    private static bool IsBeside(List<(PdfLine Line, PdfBlock Block)> row, PdfLine line) => row.TrueForAll(l =>
        !IsVertical(l.Line) && Middle(line) < l.Line.Box.Bottom && Middle(l.Line) > line.Box.Top
        && Math.Min(l.Line.Box.Right, line.Box.Right) - Math.Max(l.Line.Box.Left, line.Box.Left) < line.Size);

    private static bool IsVertical(PdfLine line) => line.Box.Bottom - line.Box.Top > 1.6 * (line.Box.Right - line.Box.Left);

    private static double Middle(PdfLine line) => (line.Box.Top + line.Box.Bottom) / 2;
}
