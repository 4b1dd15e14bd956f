namespace Yakuba.Documents;

/// <summary>Something that has its place in the reading order of a page: a part of a line, or a piece that was found before: a table, vertical writing.</summary>
internal sealed record PdfItem(PageBox Box, int Block, PdfLine? Line, PdfLine? Whole, PdfPiece? Piece)
{
    internal double Middle => (Box.Top + Box.Bottom) / 2;
}

/// <summary>Divides a page into regions that are read one after the other: columns of prose from the left, what stands above and below them around.</summary>
internal static class PdfOrder
{
    /// <summary>Lines that a column of prose has at least.</summary>
    private const int ColumnLines = 4;

    /// <summary>Mean characters of a line in a column of prose; cells of a table hold fewer.</summary>
    private const double LineLength = 11;
    private const double LeastGutter = 8;
    private const int DeepestNest = 40;

    internal static List<List<PdfItem>> Regions(PdfPageContent page)
    {
        var items = new List<PdfItem>();
        for (var b = 0; b < page.Rest.Blocks.Count; b++)
        {
            var block = b;
            items.AddRange(page.Rest.Blocks[b].Lines.SelectMany(l => PdfSegments.Parts(l).Select(p => new PdfItem(p.Box, block, p, l, null))));
        }

        items.AddRange(page.Tables.Select(t => new PdfItem(t.Box, -1, null, null, t)));
        items.AddRange(page.Vertical.Select(v => new PdfItem(v.Box, -1, null, null, v)));
        var regions = new List<List<PdfItem>>();
        Divide([.. items.OrderBy(i => i.Middle)], regions, 0);
        return regions;
    }

    private static void Divide(List<PdfItem> items, List<List<PdfItem>> regions, int depth)
    {
        if (items.Count == 0)
        {
            return;
        }

        if (depth > DeepestNest || BestBand(items) is not { } band)
        {
            regions.Add(items);
            return;
        }

        Divide(items[..band.First], regions, depth + 1);
        var inside = items[band.First..band.End];
        Divide([.. inside.Where(i => i.Box.Left + i.Box.Right < 2 * band.Gutter)], regions, depth + 1);
        Divide([.. inside.Where(i => i.Box.Left + i.Box.Right >= 2 * band.Gutter)], regions, depth + 1);
        Divide(items[band.End..], regions, depth + 1);
    }

    /// <summary>The tallest stretch of the items in which a gutter stays free with prose on both sides.</summary>
    private static (int First, int End, double Gutter)? BestBand(List<PdfItem> items)
    {
        (int First, int End, double Gutter)? best = null;
        var most = 0;
        double left = items.Min(i => i.Box.Left), right = items.Max(i => i.Box.Right);
        for (var x = left + 60; x < right - 60; x += 2)
        {
            for (var first = 0; first < items.Count;)
            {
                if (Crosses(items[first], x))
                {
                    first++;
                    continue;
                }

                var end = first;
                while (end < items.Count && !Crosses(items[end], x))
                {
                    end++;
                }

                var lines = Columns(items, first, end, x);
                if (lines > most)
                {
                    (most, best) = (lines, (first, end, x));
                }

                first = end;
            }
        }

        return best;
    }

    /// <summary>Lines of the shorter side; 0 unless both sides are prose beside each other.</summary>
    private static int Columns(List<PdfItem> items, int first, int end, double x)
    {
        int leftLines = 0, rightLines = 0, leftLength = 0, rightLength = 0;
        double leftTop = double.MaxValue, rightTop = double.MaxValue, leftEnd = 0, rightEnd = 0;
        for (var i = first; i < end; i++)
        {
            var (item, length) = (items[i], items[i].Line?.Text.Length ?? 20);
            if (item.Box.Right < x)
            {
                (leftLines, leftLength, leftTop, leftEnd) = (leftLines + 1, leftLength + length, Math.Min(leftTop, item.Box.Top), Math.Max(leftEnd, item.Box.Bottom));
            }
            else
            {
                (rightLines, rightLength, rightTop, rightEnd) = (rightLines + 1, rightLength + length, Math.Min(rightTop, item.Box.Top), Math.Max(rightEnd, item.Box.Bottom));
            }
        }

        var fewer = Math.Min(leftLines, rightLines);
        var beside = Math.Min(leftEnd, rightEnd) - Math.Max(leftTop, rightTop);
        return fewer < ColumnLines || leftLength < leftLines * LineLength || rightLength < rightLines * LineLength
            || beside < Math.Min(leftEnd - leftTop, rightEnd - rightTop) / 2 ? 0 : fewer;
    }

    private static bool Crosses(PdfItem item, double x) => item.Box.Left < x + (LeastGutter / 2) && item.Box.Right > x - (LeastGutter / 2);
}
