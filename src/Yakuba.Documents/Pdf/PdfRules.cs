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

    /// <summary>Crossing rules break an edge for this many dots, each dark on both sides of it.</summary>
    private const int Crossing = 4;

    /// <summary>Shades (of 255) that a crossing rule is darker than the ground, at least.</summary>
    private const int Dark = 40;

    /// <summary>Shades (of 255) that the dots of one rule differ by, at most.</summary>
    private const int Even = 16;

    /// <param name="page">The picture.</param>
    /// <param name="scale">Points a dot.</param>
    internal static PdfRules Of(GreyPage page, double scale)
    {
        var shades = page.Shades.Span;
        var across = new List<PdfRule>();
        for (var y = 0; y + 1 < page.Height; y++)
        {
            Edges(shades[(y * page.Width)..], page.Width, 1, page.Width, ShortestAcross / scale, (y + 1) * scale, scale, across);
        }

        var down = new List<PdfRule>();
        for (var x = 0; x + 1 < page.Width; x++)
        {
            Edges(shades[x..], page.Height, page.Width, 1, ShortestDown / scale, (x + 1) * scale, scale, down);
        }

        return new PdfRules(across, down);
    }

    /// <summary>Runs of edge dots, joined over the gaps that crossing rules leave.</summary>
    /// <param name="shades">From the first dot of the line on.</param>
    /// <param name="length">Dots of the line.</param>
    /// <param name="step">From one dot of the line to the next.</param>
    /// <param name="side">From a dot to the one on the other side of the edge.</param>
    private static void Edges(ReadOnlySpan<byte> shades, int length, int step, int side, double shortest, double place, double scale, List<PdfRule> found)
    {
        int from = -1, to = -1;
        for (var at = 0; at < length; at++)
        {
            var start = at;
            at = RunEnd(shades, length, step, side, at);
            if (at - start < shortest)
            {
                continue;
            }

            if (from >= 0 && start - to > Crossing)
            {
                found.Add(new(place, from * scale, to * scale));
                from = -1;
            }

            (from, to) = (from < 0 ? start : from, at);
        }

        if (from >= 0)
        {
            found.Add(new(place, from * scale, to * scale));
        }
    }

    /// <summary>Where a run of edge dots ends. A dark rule that crosses ends it only if it is uneven: rows of small print stand closer than the shortest run, but letters above each other are uneven where rules are not.</summary>
    private static int RunEnd(ReadOnlySpan<byte> shades, int length, int step, int side, int at)
    {
        var end = at;
        int ground = 0, ink = -1;
        bool uneven = false, crossed = false;
        for (; at < length && at - end < Crossing; at++)
        {
            int one = shades[at * step], other = shades[(at * step) + side];
            var (dark, light) = (Math.Min(one, other), Math.Max(one, other));
            if (light - dark >= Step)
            {
                uneven |= ink >= 0 && Math.Abs(dark - ink) > Even;
                if (uneven && crossed)
                {
                    break;
                }

                (end, ground, ink) = (at + 1, light, ink < 0 ? dark : ink);
            }
            else if (uneven || light > ground - Dark)
            {
                break;
            }
            else
            {
                crossed = true;
            }
        }

        return end;
    }
}
