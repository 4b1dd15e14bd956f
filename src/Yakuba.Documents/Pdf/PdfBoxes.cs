namespace Yakuba.Documents;

/// <summary>Arithmetic of boxes.</summary>
internal static class PdfBoxes
{
    /// <summary>The smallest box around boxes; there is at least one.</summary>
    internal static PageBox Around(IEnumerable<PageBox> boxes) => boxes.Aggregate((a, b) =>
        new PageBox(Math.Min(a.Left, b.Left), Math.Min(a.Top, b.Top), Math.Max(a.Right, b.Right), Math.Max(a.Bottom, b.Bottom)));
}
