namespace Yakuba.Documents;

/// <summary>Finds letters that are drawn in a line and are no text: 外字 as pictures, or glyphs that nothing maps. A replacement character takes their place, so that the report counts them.</summary>
internal static class PdfLostLetters
{
    /// <summary>Letters of a line of text, at least; shorter ones stand beside drawings and in boxes.</summary>
    private const int LeastLetters = 6;

    /// <summary>Words are looked up by their height on the page, in steps of so many points.</summary>
    private const double RowHeight = 16;

    /// <summary>Letters that may be lost in a row.</summary>
    private const int MostLost = 4;

    /// <param name="page">A page of horizontal text.</param>
    /// <param name="ink">The smallest box around what is drawn in a box, in points; null when nothing is.</param>
    internal static PdfPage Mark(PdfPage page, Func<PageBox, PageBox?> ink)
    {
        var rows = page.Blocks.SelectMany(b => b.Lines).SelectMany(l => l.Words).ToLookup(Row);
        return page with
        {
            Blocks = [.. page.Blocks.Select(b => b with { Lines = [.. b.Lines.Select(l => Marked(l, rows, ink))] })],
        };
    }

    private static int Row(PdfWord word) => (int)((word.Box.Top + word.Box.Bottom) / 2 / RowHeight);

    private static PdfLine Marked(PdfLine line, ILookup<int, PdfWord> rows, Func<PageBox, PageBox?> ink)
    {
        if (line.Text.Length < LeastLetters || !line.Text.Any(c => c > '\u3040') || line.Words[0].Box.Bottom - line.Words[0].Box.Top > line.Box.Right - line.Box.Left)
        {
            return line;
        }

        var words = line.Words.ToList();
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            var size = word.Box.Bottom - word.Box.Top;
            var letter = (word.Box.Right - word.Box.Left) / word.Text.Length;
            if (word.Text[^1] < '\u3000' || letter > 1.3 * size || letter < 0.3 * size)
            {
                continue;
            }

            var row = Row(word);
            var next = rows[row - 1].Concat(rows[row]).Concat(rows[row + 1]).Where(w => w.Box.Left >= word.Box.Right - 0.5 && Math.Abs(w.Box.Top + w.Box.Bottom - word.Box.Top - word.Box.Bottom) < size).Select(w => w.Box.Left).DefaultIfEmpty(double.MaxValue).Min();
            var lost = Lost(word, letter, next, ink);
            if (lost > 0)
            {
                words[i] = new PdfWord(word.Box with { Right = word.Box.Right + (lost * letter) }, word.Text + new string('\uFFFD', lost));
            }
        }

        return words.SequenceEqual(line.Words) ? line : PdfLine.Of(words);
    }

    /// <summary>Letters that stand between a word and the next one, or after the last word of its line, and are drawn like letters of this size.</summary>
    private static int Lost(PdfWord word, double letter, double next, Func<PageBox, PageBox?> ink)
    {
        var gap = (next - word.Box.Right) / letter;
        var most = gap > MostLost + 0.3 ? 1 : (int)Math.Round(gap);
        if (gap < 0.75 || (gap <= MostLost + 0.3 && Math.Abs(gap - most) > 0.3))
        {
            return 0;
        }

        var isLast = gap > MostLost + 0.3;
        for (var i = 0; i < most; i++)
        {
            double left = word.Box.Right + (i * letter), middle = (word.Box.Top + word.Box.Bottom) / 2;
            var around = new PageBox(left + 1, middle - (0.8 * letter), left + letter + (isLast ? 2 : -1), middle + (0.8 * letter));
            if (ink(around) is not { } drawn || drawn.Top - around.Top < 1.5 || around.Bottom - drawn.Bottom < 1.5 || (isLast && around.Right - drawn.Right < 1)
                || drawn.Bottom - drawn.Top < 0.5 * letter || drawn.Right - drawn.Left < 0.35 * letter)
            {
                return 0; // nothing, or a rule, a box or a picture that goes on beyond the line
            }
        }

        return most;
    }
}
