using System.Text;

namespace Yakuba.Documents;

/// <summary>Joins words and lines of a page to running text.</summary>
internal static class PdfText
{
    /// <summary>A gap wider than this part of a letter shows as a space.</summary>
    internal const double WideGap = 0.6;

    /// <summary>Part of a letter by which letters of another size may stand off the word that they belong to.</summary>
    private const double LeastGap = 0.05;

    /// <summary>Words of a line; poppler divides where there is a gap, which in Japanese is a wide space or nothing.</summary>
    internal static string Words(IReadOnlyList<PdfWord> words)
    {
        var text = new StringBuilder();
        for (var i = 0; i < words.Count; i++)
        {
            if (i > 0)
            {
                var gap = words[i].Box.Left - words[i - 1].Box.Right;
                text.Append(text.Length > 0 && char.IsAscii(text[^1]) && words[i].Text is [< '\u0080', ..] ? Touches(words[i - 1], words[i], gap) ? "" : " " : gap > words[i].Height() * WideGap && !EndsBlank(text) ? "　" : "");
            }

            text.Append(words[i].Text);
        }

        return TextCleaning.Clean(text.ToString()).Replace('\n', ' ');
    }

    /// <summary>Lines as one text: no space between Japanese, one between Latin words.</summary>
    internal static string Join(IEnumerable<PdfLine> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            text.Append(text.Length == 0 ? line.Text : JapaneseLines.Glue(text, line.Text));
        }

        return text.ToString();
    }

    /// <summary>Lines of a table cell: a full line runs on into the next, a short one stands for itself.</summary>
    internal static string Cell(PdfBlock block)
    {
        var text = new StringBuilder();
        for (var i = 0; i < block.Lines.Count; i++)
        {
            var line = block.Lines[i];
            if (i > 0)
            {
                var last = block.Lines[i - 1];
                var full = last.Box.Right > block.Box.Right - (1.3 * last.Size)
                    && Math.Abs(last.Box.Left - block.Box.Left) < last.Size * 0.3 && Math.Abs(line.Box.Left - last.Box.Left) < last.Size * 0.3;
                text.Append(full ? "" : "\n");
            }

            text.Append(text.Length > 0 && text[^1] != '\n' ? JapaneseLines.Glue(text, line.Text) : line.Text);
        }

        return TextCleaning.TrimBlank(text.ToString());
    }

    /// <summary>A letter in another size that touches the word before it, such as the 2 of m2, is no word of its own.</summary>
    private static bool Touches(PdfWord word, PdfWord next, double gap) =>
        gap < next.Height() * LeastGap && Math.Abs(word.Height() - next.Height()) > next.Height() * LeastGap;

    private static bool EndsBlank(StringBuilder text) => text.Length > 0 && text[^1] == '\u3000';

    private static double Height(this PdfWord word) => Math.Max(1, word.Box.Bottom - word.Box.Top);
}
