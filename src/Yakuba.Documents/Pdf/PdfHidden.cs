using System.Globalization;
using System.Text;

namespace Yakuba.Documents;

/// <summary>Takes out words that no reader of the page sees: too small, off the page, without ink where they stand, or under a picture.</summary>
internal sealed class PdfHidden(ReadSource source, PdfInk ink, PdfPictures pictures)
{
    /// <summary>Letters smaller than this, in points, are not read by people.</summary>
    private const double Smallest = 2;

    internal PdfPage TakeOut(PdfPage page)
    {
        var blocks = new List<PdfBlock>();
        foreach (var block in page.Blocks)
        {
            var seen = block.Lines.Select(line => Seen(page, line)).OfType<PdfLine>().ToList();
            if (seen.Count > 0)
            {
                blocks.Add(seen.SequenceEqual(block.Lines) ? block : new PdfBlock(PdfBoxes.Around(seen.Select(l => l.Box)), seen));
            }
        }

        return page with { Blocks = blocks };
    }

    /// <summary>The line without its hidden words, each run of which is reported; null when nothing of it is seen.</summary>
    private PdfLine? Seen(PdfPage page, PdfLine line)
    {
        var unseen = ink.Shows(page, line.Box) ? null : "ページに現れない文字（白い文字、透明な文字、覆われた文字など）";
        var ways = line.Words.Select(w => HiddenBy(page, w, unseen)).ToList();
        var lettered = line.Words.Select(w => HasLetters(w.Text)).ToList();
        for (var i = 0; i < ways.Count; i++)
        {
            // A lone mark may leave no ink that can be told from paper: it goes with the words beside it.
            ways[i] = lettered[i] || !lettered.Contains(true) ? ways[i] : ways.Where((_, j) => lettered[j]).All(w => w is not null) ? ways[lettered.IndexOf(true)] : null;
        }

        if (ways.TrueForAll(w => w is null))
        {
            return line;
        }

        for (var i = 0; i < ways.Count;)
        {
            var (way, start) = (ways[i], i);
            for (; i < ways.Count && ways[i] == way; i++)
            {
            }

            if (way is not null)
            {
                source.Notes.Hidden(way, string.Create(CultureInfo.InvariantCulture, $"{page.Number}ページ"), PdfText.Words([.. line.Words.Skip(start).Take(i - start)]));
            }
        }

        var seen = line.Words.Where((_, i) => ways[i] is null).ToList();
        return seen.Count == 0 ? null : PdfLine.Of(seen);
    }

    private string? HiddenBy(PdfPage page, PdfWord word, string? unseen) =>
        Size(word) < Smallest ? "読めない大きさの文字"
        : word.Box.Right < 0 || word.Box.Bottom < 0 || word.Box.Left > page.Width || word.Box.Top > page.Height ? "ページの外に置いた文字"
        : unseen ?? (!HasLetters(word.Text) ? null
        : !ink.Shows(page, Inner(word.Box)) ? "ページに現れない文字（白い文字、透明な文字、覆われた文字など）"
        : pictures.Hides(page, word.Text, Inner(word.Box)));

    /// <summary>A lone letter may be narrow, never low and narrow.</summary>
    private static double Size(PdfWord word)
    {
        double width = word.Box.Right - word.Box.Left, height = word.Box.Bottom - word.Box.Top;
        return word.Text.EnumerateRunes().Skip(1).Any() ? Math.Min(width, height) : Math.Max(width, height);
    }

    /// <summary>A box without its rim, into which the words beside, above and below may reach.</summary>
    private static PageBox Inner(PageBox box)
    {
        double across = box.Right - box.Left > 6 ? 1 : 0, down = (box.Bottom - box.Top) / 10;
        return new PageBox(box.Left + across, box.Top + down, box.Right - (2 * across), box.Bottom - down - 1);
    }

    private static bool HasLetters(string text) => text.EnumerateRunes().Any(Rune.IsLetterOrDigit);
}
