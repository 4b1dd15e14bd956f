namespace Yakuba.Documents;

/// <summary>Takes the words inside ruled frames out of the running text and sets them into cells.</summary>
internal static class RuledTables
{
    /// <summary>More places than this are a drawing, not a table.</summary>
    private const int MostPlaces = 20_000;

    /// <summary>Shades (of 255) that a header cell differs from the others, more than.</summary>
    private const int HeaderShade = 5;

    /// <summary>In a cell less high than this, in points, letters cover more than the ground.</summary>
    private const double LeastShaded = 9;

    /// <summary>Fewer filled cells are a framed picture with a box beside it.</summary>
    private const int LeastCells = 3;

    /// <summary>More rules than this are a picture.</summary>
    private const int MostRules = 6_000;

    /// <returns>The page without those words, and the tables.</returns>
    internal static (PdfPage Prose, List<RuledTable> Tables) TakeOut(PdfPage page, PdfRules rules, Func<PageBox, int> shade)
    {
        var tables = new List<RuledTable>();
        foreach (var frame in rules.Across.Count + rules.Down.Count > MostRules ? [] : RuledFrame.Of(rules))
        {
            var cells = (frame.Xs.Count - 1) * (frame.Ys.Count - 1) <= MostPlaces ? RuledCells.Of(frame) : [];
            var filled = Table(cells.Select(c => (Cell: c, Lines: Lines(page, c.Box))).Where(c => c.Lines.Count > 0).ToList());
            if (filled.Count < LeastCells || filled.Select(c => c.Cell.Row).Distinct().Count() < 2 || filled.Select(c => c.Cell.Column).Distinct().Count() < 2)
            {
                continue;
            }

            var places = RuledCells.Compact([.. filled.Select(c => c.Cell)]);
            var headers = Headers(places, shade);
            tables.Add(new RuledTable(PdfBoxes.Around(places.Select(c => c.Box)), [.. places.Select((c, i) => new FilledCell(c, Text(filled[i].Lines), headers.Contains(c)))]));
            page = Without(page, places.Select(c => c.Box).ToList());
        }

        return (page, tables);
    }

    /// <summary>A lone cell above the rows is a heading that touches them, one below is a note: both are running text. One that begins right of the first column names columns.</summary>
    private static List<(RuledCell Cell, List<PdfLine> Lines)> Table(List<(RuledCell Cell, List<PdfLine> Lines)> filled)
    {
        var rows = filled.GroupBy(c => c.Cell.Row).OrderBy(g => g.Key).ToList();
        var (first, last) = (0, rows.Count);
        var left = filled.Count == 0 ? 0 : filled.Min(c => c.Cell.Column);
        while (first < last && rows[first].Count() == 1 && rows[first].First().Cell is { RowSpan: 1 } lone && lone.Column == left)
        {
            first++;
        }

        while (last > first && rows[last - 1].Count() == 1 && !filled.Exists(c => c.Cell.Row < rows[last - 1].Key && c.Cell.Row + c.Cell.RowSpan > rows[last - 1].Key))
        {
            last--;
        }

        return [.. rows[first..last].SelectMany(r => r)];
    }

    /// <summary>Cells whose ground differs from that of most cells.</summary>
    private static HashSet<RuledCell> Headers(List<RuledCell> cells, Func<PageBox, int> shade)
    {
        var shades = cells.Where(c => c.Box.Bottom - c.Box.Top >= LeastShaded).ToDictionary(c => c, c => shade(c.Box));
        var body = cells.Where(c => c.Row > 0 && c.Column > 0 && shades.ContainsKey(c)).Select(c => shades[c]).ToList();
        var common = body.Count == 0 ? 255 : body.GroupBy(s => s / 4).MaxBy(g => g.Count())!.First();
        return [.. shades.Where(c => Math.Abs(c.Value - common) > HeaderShade).Select(c => c.Key)];
    }

    /// <summary>Lines inside a box, from the top; parts at one height are one line.</summary>
    private static List<PdfLine> Lines(PdfPage page, PageBox box)
    {
        var lines = new List<PdfLine>();
        foreach (var line in Parts(page, w => Inside(box, w)).OrderBy(l => l.Box.Top + l.Box.Bottom))
        {
            if (lines.Count > 0 && (line.Box.Top + line.Box.Bottom) / 2 < lines[^1].Box.Bottom && line.Box.Bottom - line.Box.Top < 3 * (line.Box.Right - line.Box.Left))
            {
                lines[^1] = PdfLine.Of([.. lines[^1].Words.Concat(line.Words).OrderBy(w => w.Box.Left)]);
                continue;
            }

            lines.Add(line);
        }

        return lines;
    }

    private static IEnumerable<PdfLine> Parts(PdfPage page, Func<PdfWord, bool> some) =>
        page.Blocks.SelectMany(b => b.Lines).Select(l => l.Words.Where(some).ToList()).Where(w => w.Count > 0).Select(PdfLine.Of);

    private static PdfPage Without(PdfPage page, List<PageBox> boxes)
    {
        var blocks = new List<PdfBlock>();
        foreach (var block in page.Blocks)
        {
            var lines = block.Lines.Select(l => l.Words.Where(w => !boxes.Exists(b => Inside(b, w))).ToList()).Where(w => w.Count > 0).Select(PdfLine.Of).ToList();
            if (lines.Count > 0)
            {
                blocks.Add(new PdfBlock(PdfBoxes.Around(lines.Select(l => l.Box)), lines));
            }
        }

        return page with { Blocks = blocks };
    }

    private static string Text(List<PdfLine> lines) => PdfText.Cell(new PdfBlock(PdfBoxes.Around(lines.Select(l => l.Box)), lines));

    private static bool Inside(PageBox box, PdfWord word)
    {
        double x = (word.Box.Left + word.Box.Right) / 2, y = (word.Box.Top + word.Box.Bottom) / 2;
        return x > box.Left && x < box.Right && y > box.Top && y < box.Bottom;
    }
}
