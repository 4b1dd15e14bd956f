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

    internal string Text => PdfText.Join(Lines);
}

/// <summary>A line of text with its box. Vertical text is a line taller than wide.</summary>
internal sealed record PdfLine(PageBox Box, string Text)
{
    /// <summary>Size of its letters, in points.</summary>
    internal double Size => Math.Min(Box.Bottom - Box.Top, Box.Right - Box.Left);
}
