namespace Yakuba.Documents;

/// <summary>A straight rule of a page: its place across, and where it begins and ends, in points from the top left.</summary>
internal readonly record struct PdfRule(double At, double From, double To);

/// <summary>Finds the rules that are drawn on a page: borders of tables and edges of shaded cells.</summary>
/// <remarks>Read from the picture and not from the drawing commands: producers draw one table in a dozen ways, all of which look alike.</remarks>
internal sealed record PdfRules(IReadOnlyList<PdfRule> Across, IReadOnlyList<PdfRule> Down)
{
    /// <summary>Shades (of 255) between the two sides of an edge, at least; shaded cells beside each other differ little.</summary>
    private const int Step = 6;

    /// <summary>An unbroken edge shorter than this, in points, may belong to a letter.</summary>
    private const double ShortestAcross = 18;
    private const double ShortestDown = 12;

    /// <summary>Crossing rules break an edge for this many dots.</summary>
    private const int Crossing = 4;

    /// <param name="page">The picture.</param>
    /// <param name="scale">Points a dot.</param>
    internal static PdfRules Of(GreyPage page, double scale)
    {
        var across = new List<PdfRule>();
        for (var y = 0; y + 1 < page.Height; y++)
        {
            var row = y;
            Edges(page.Width, ShortestAcross / scale, x => Differ(page, x, row, x, row + 1), (from, to) => across.Add(new((row + 1) * scale, from * scale, to * scale)));
        }

        var down = new List<PdfRule>();
        for (var x = 0; x + 1 < page.Width; x++)
        {
            var column = x;
            Edges(page.Height, ShortestDown / scale, y => Differ(page, column, y, column + 1, y), (from, to) => down.Add(new((column + 1) * scale, from * scale, to * scale)));
        }

        return new PdfRules(across, down);
    }

    /// <summary>Runs of edge dots, joined over the gaps that crossing rules leave.</summary>
    private static void Edges(int length, double shortest, Func<int, bool> isEdge, Action<int, int> found)
    {
        int from = -1, to = -1;
        for (var at = 0; at < length;)
        {
            var start = at;
            while (at < length && isEdge(at))
            {
                at++;
            }

            if (at - start >= shortest)
            {
                if (from >= 0 && start - to > Crossing)
                {
                    found(from, to);
                    from = -1;
                }

                (from, to) = (from < 0 ? start : from, at);
            }

            at++;
        }

        if (from >= 0)
        {
            found(from, to);
        }
    }

    private static bool Differ(GreyPage page, int x, int y, int otherX, int otherY)
    {
        var shades = page.Shades.Span;
        return Math.Abs(shades[(y * page.Width) + x] - shades[(otherY * page.Width) + otherX]) >= Step;
    }
}
