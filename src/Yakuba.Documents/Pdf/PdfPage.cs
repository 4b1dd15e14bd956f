namespace Yakuba.Documents;

/// <summary>A page as poppler lays it out.</summary>
/// <param name="Width">Points.</param>
/// <param name="Height">Points.</param>
internal sealed record PdfPage(int Number, double Width, double Height, IReadOnlyList<PdfBlock> Blocks);

/// <summary>A block of lines that stand close together.</summary>
internal sealed record PdfBlock(PageBox Box, IReadOnlyList<PdfLine> Lines)
{
    /// <summary>Middle, from the top.</summary>
    internal double Middle => (Box.Top + Box.Bottom) / 2;
}

/// <summary>A line of text with its box. Vertical text is a line taller than wide.</summary>
/// <param name="Words">Its words from the start, as poppler divides them.</param>
internal sealed record PdfLine(PageBox Box, IReadOnlyList<PdfWord> Words)
{
    /// <summary>A line of words; there is at least one.</summary>
    internal static PdfLine Of(IReadOnlyList<PdfWord> words) => new(PdfBoxes.Around(words.Select(w => w.Box)), words);

    /// <summary>Text of the line; a gap of more than half a letter is an ideographic space.</summary>
    internal string Text { get; } = PdfText.Words(Words);

    /// <summary>Size of its letters, in points.</summary>
    /// <remarks>That of most letters: a single letter of another typeface may claim twice the height.</remarks>
    internal double Size { get; } = Math.Min(Box.Right - Box.Left, Words.Count == 1 || Box.Bottom - Box.Top > 1.6 * (Box.Right - Box.Left)
        ? Box.Bottom - Box.Top
        : Words.GroupBy(w => Math.Round(w.Box.Bottom - w.Box.Top, 1)).MaxBy(g => g.Sum(w => w.Text.Length))?.Key ?? Box.Bottom - Box.Top);
}

/// <summary>A word with its box.</summary>
internal readonly record struct PdfWord(PageBox Box, string Text);
