namespace Yakuba.Documents;

/// <summary>Lines of vertical writing that are read one after the other, turned so that they run from left to right and stand one below the other.</summary>
/// <param name="Box">Where they stand on the page.</param>
/// <param name="Lines">From the first (on the right of the page); places count along the writing, then down from the first line.</param>
internal sealed record PdfVerticalText(PageBox Box, IReadOnlyList<PdfLine> Lines)
{
    /// <summary>A box among the turned lines, back on the page.</summary>
    internal PageBox OnPage(PageBox turned) => new(Box.Right - turned.Bottom, turned.Left, Box.Right - turned.Top, turned.Right);
}

/// <summary>Takes vertical writing out of a page. Many producers set it letter by letter, and poppler then reads it across its lines.</summary>
internal static class PdfVertical
{
    /// <summary>Letters of a text, at least.</summary>
    private const int LeastText = 12;

    /// <summary>Widths of a letter from one line to the next, at most.</summary>
    private const double LineGap = 4;

    internal static (PdfPage Prose, List<PdfTier> Tiers) TakeOut(PdfPage page)
    {
        var words = page.Blocks.SelectMany(b => b.Lines).SelectMany(l => l.Words).ToList();
        var runs = VerticalRun.Of(words);
        var areas = Areas(runs).Where(a => a.Sum(r => r.LetterCount) >= LeastText).ToList();
        if (areas.Count == 0)
        {
            return (page, []);
        }

        var texts = new List<PdfVerticalText>();
        var taken = new HashSet<PdfWord>();
        foreach (var area in areas)
        {
            var size = area.Max(r => r.Width);
            var box = PdfBoxes.Around(area.Select(r => r.Box));
            var reach = box with { Left = box.Left - (0.8 * size), Right = box.Right + (0.8 * size) };
            var own = words.Where(w => !taken.Contains(w) && Holds(reach, w)).ToList();
            if (own.Count > 0)
            {
                taken.UnionWith(own);
                texts.Add(Text(own, area));
            }
        }

        var blocks = page.Blocks.Select(b => Without(b, taken)).OfType<PdfBlock>().ToList();
        return (page with { Blocks = blocks }, Tiers(texts));
    }

    internal static bool IsAcross(PdfWord word, double middle, double width) =>
        Math.Min(middle + (width / 2), word.Box.Right) - Math.Max(middle - (width / 2), word.Box.Left) > width / 2;

    /// <summary>Runs beside each other, in the same height.</summary>
    private static List<List<VerticalRun>> Areas(List<VerticalRun> runs)
    {
        var areas = new List<List<VerticalRun>>();
        foreach (var run in runs.Where(r => r.IsLong).OrderByDescending(r => r.Middle))
        {
            if (areas.Find(a => IsBeside(a, run)) is { } area)
            {
                area.Add(run);
            }
            else
            {
                areas.Add([run]);
            }
        }

        foreach (var run in runs.Where(r => !r.IsLong).OrderByDescending(r => r.Middle))
        {
            areas.Find(a => IsBeside(a, run))?.Add(run);
        }

        return areas;
    }

    private static bool IsBeside(List<VerticalRun> area, VerticalRun run)
    {
        double top = area.Min(r => r.Box.Top), bottom = area.Max(r => r.Box.Bottom);
        return Math.Min(bottom, run.Box.Bottom) - Math.Max(top, run.Box.Top) > 0.5 * Math.Min(run.Box.Bottom - run.Box.Top, bottom - top)
            && area.Exists(r => Math.Abs(r.Middle - run.Middle) < LineGap * Math.Max(run.Width, r.Width));
    }

    private static PdfVerticalText Text(List<PdfWord> words, List<VerticalRun> area)
    {
        var columns = new List<(double Middle, double Width, List<PdfWord> Words)>();
        foreach (var (middle, width) in area.Select(r => (r.Middle, r.Width)).Concat(words.Where(VerticalRun.IsUpright).Select(w => ((w.Box.Left + w.Box.Right) / 2, w.Box.Right - w.Box.Left))))
        {
            if (!columns.Exists(c => IsSame(c.Middle, c.Width, middle, width)))
            {
                columns.Add((middle, width, []));
            }
        }

        foreach (var word in words.OrderByDescending(VerticalRun.IsUpright))
        {
            double middle = (word.Box.Left + word.Box.Right) / 2, width = word.Box.Right - word.Box.Left;
            var at = VerticalRun.IsUpright(word) ? columns.FindIndex(c => IsSame(c.Middle, c.Width, middle, width)) : columns.FindIndex(c => IsAcross(word, c.Middle, c.Width) && IsFree(c.Words, word));
            if (at < 0)
            {
                at = columns.Count;
                columns.Add((middle, width, []));
            }

            columns[at].Words.Add(word);
        }

        var box = PdfBoxes.Around(words.Select(w => w.Box));
        var lines = columns.Where(c => c.Words.Count > 0).OrderByDescending(c => c.Middle)
            .Select(c => PdfLine.Of(Joined([.. c.Words.OrderBy(w => w.Box.Top).Select(w => Turned(w, box, c.Middle, c.Width))], c.Width))).ToList();
        return new PdfVerticalText(box, lines);
    }

    private static bool IsSame(double middle, double width, double otherMiddle, double otherWidth) =>
        Math.Abs(middle - otherMiddle) < 0.25 * Math.Max(width, otherWidth) && Math.Abs(width - otherWidth) < 0.35 * Math.Max(width, otherWidth);

    /// <summary>Figures set on their side come one by one; those that touch are one word.</summary>
    private static List<PdfWord> Joined(List<PdfWord> words, double width)
    {
        for (var i = words.Count - 1; i > 0; i--)
        {
            var (one, next) = (words[i - 1], words[i]);
            if (char.IsAscii(one.Text[^1]) && char.IsAscii(next.Text[0]) && next.Box.Left - one.Box.Right < width / 4)
            {
                words[i - 1] = new PdfWord(PdfBoxes.Around([one.Box, next.Box]), one.Text + next.Text);
                words.RemoveAt(i);
            }
        }

        return words;
    }

    /// <summary>A word in its turned line. A box may be taller than its letters: some fonts state their height wrongly, none their width.</summary>
    private static PdfWord Turned(PdfWord word, PageBox box, double middle, double width)
    {
        var bottom = VerticalRun.IsUpright(word) ? word.Box.Top + (VerticalRun.Letters(word) * (word.Box.Right - word.Box.Left)) : word.Box.Bottom;
        return word with { Box = new PageBox(word.Box.Top, box.Right - middle - (width / 2), bottom, box.Right - middle + (width / 2)) };
    }

    /// <summary>Tiers from the top down; texts of a tier from the right.</summary>
    private static List<PdfTier> Tiers(List<PdfVerticalText> texts)
    {
        var tiers = new List<PdfTier>();
        foreach (var text in texts.OrderBy(t => t.Box.Top))
        {
            var at = tiers.FindIndex(t => Shared(t.Box, text.Box) > 0.5 * Math.Min(text.Box.Bottom - text.Box.Top, t.Box.Bottom - t.Box.Top));
            var together = at < 0 ? [text] : tiers[at].Texts.Append(text).OrderByDescending(t => t.Box.Right).ToList();
            tiers.Insert(at < 0 ? tiers.Count : at, new PdfTier(PdfBoxes.Around(together.Select(t => t.Box)), together));
            if (at >= 0)
            {
                tiers.RemoveAt(at + 1);
            }
        }

        return tiers;
    }

    private static PdfBlock? Without(PdfBlock block, HashSet<PdfWord> taken)
    {
        var lines = block.Lines.Select(l => l.Words.Where(w => !taken.Contains(w)).ToList()).Where(w => w.Count > 0).Select(PdfLine.Of).ToList();
        return lines.Count == 0 ? null : new PdfBlock(PdfBoxes.Around(lines.Select(l => l.Box)), lines);
    }

    private static bool IsFree(List<PdfWord> words, PdfWord word) => !words.Exists(w => (w.Box.Top + w.Box.Bottom) / 2 > word.Box.Top && (w.Box.Top + w.Box.Bottom) / 2 < word.Box.Bottom);

    internal static double Shared(PageBox a, PageBox b) => Math.Min(a.Bottom, b.Bottom) - Math.Max(a.Top, b.Top);

    private static bool Holds(PageBox box, PdfWord word)
    {
        double x = (word.Box.Left + word.Box.Right) / 2, y = (word.Box.Top + word.Box.Bottom) / 2;
        return x > box.Left && x < box.Right && y > box.Top && y < box.Bottom;
    }
}
