using System.Globalization;
using System.Text;

namespace Yakuba.Documents;

/// <summary>Words of a letter's width that stand below each other as close as letters do: a line of vertical writing, or a part of one.</summary>
internal sealed class VerticalRun(PdfWord first)
{
    /// <summary>From one letter to the next below, in widths of a letter: closer than lines, wider than overprinted letters.</summary>
    private const double Closest = 0.7, Widest = 1.35;

    /// <summary>Letters in a run that no list and no table sets below each other by chance.</summary>
    private const int LeastLetters = 5;

    /// <summary>More words than this on a page are no text that people read.</summary>
    private const int MostWords = 8_000;

    internal List<PdfWord> Words { get; } = [first];

    internal PdfWord Last => Words[^1];

    internal double Width { get; } = first.Box.Right - first.Box.Left;

    internal double Middle { get; } = (first.Box.Left + first.Box.Right) / 2;

    internal int LetterCount => Words.Sum(Letters);

    /// <summary>Long enough to show by itself that the writing is vertical; a shorter one is the end of a text beside it, or chance.</summary>
    internal bool IsLong => LetterCount >= LeastLetters;

    internal PageBox Box => PdfBoxes.Around(Words.Select(w => w.Box));

    /// <summary>Words of a letter's width that stand below each other as close as letters do.</summary>
    internal static List<VerticalRun> Of(List<PdfWord> words)
    {
        var runs = new List<VerticalRun>();
        if (words.Count > MostWords)
        {
            return runs;
        }

        foreach (var word in words.Where(IsUpright).OrderBy(w => w.Box.Top))
        {
            var (width, middle) = (word.Box.Right - word.Box.Left, (word.Box.Left + word.Box.Right) / 2);
            var above = runs.FindLast(r => Math.Abs(r.Middle - middle) < width * 0.25 && Math.Abs(r.Width - width) < width * 0.25
                && ((word.Box.Top - r.Last.Box.Top) / (r.Width * Letters(r.Last)) is >= Closest and <= Widest || IsFilled(r, word, words)));
            if (above is null)
            {
                runs.Add(new VerticalRun(word));
            }
            else
            {
                above.Words.Add(word);
            }
        }

        return [.. runs.Where(r => r.Words.Count(w => IsInHorizontalLine(w, words)) * 3 <= r.Words.Count)];
    }

    /// <summary>Latin letters and figures, set on their side, fill the gap to the next letter.</summary>
    private static bool IsFilled(VerticalRun run, PdfWord next, List<PdfWord> words)
    {
        double from = run.Last.Box.Top + (run.Width * Letters(run.Last)), gap = next.Box.Top - from;
        return gap > 0 && gap < 20 * run.Width && words.Where(w => !IsUpright(w) && w.Box.Top > from - run.Width && w.Box.Bottom < next.Box.Top + (3 * run.Width) && PdfVertical.IsAcross(w, run.Middle, run.Width))
            .Sum(w => w.Box.Bottom - w.Box.Top) > gap / 2;
    }

    /// <summary>A lone letter, or letters below each other.</summary>
    internal static bool IsUpright(PdfWord word)
    {
        double width = word.Box.Right - word.Box.Left, height = word.Box.Bottom - word.Box.Top;
        var letters = Letters(word);
        return width > 0 && (letters == 1 ? !char.IsAscii(word.Text[0]) : height >= (letters - 0.6) * width && height > 1.4 * width);
    }

    internal static int Letters(PdfWord word) => Math.Max(1, word.Text.EnumerateRunes().Count(r => Rune.GetUnicodeCategory(r) is not UnicodeCategory.NonSpacingMark));

    /// <summary>A bullet or number that stands before the words of a line.</summary>
    private static bool IsInHorizontalLine(PdfWord word, List<PdfWord> words) => words.Exists(w => !IsUpright(w) && Letters(w) > 1
        && w.Box.Right - w.Box.Left > 1.5 * (word.Box.Right - word.Box.Left) && PdfVertical.Shared(w.Box, word.Box) > 0.5 * (word.Box.Right - word.Box.Left)
        && Math.Max(w.Box.Left - word.Box.Right, word.Box.Left - w.Box.Right) < 2.5 * (word.Box.Right - word.Box.Left));
}
