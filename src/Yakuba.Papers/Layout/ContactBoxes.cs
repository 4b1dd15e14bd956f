namespace Yakuba.Papers;

/// <summary>担当 lines that follow each other share one box, as wide as its longest line.</summary>
internal static class ContactBoxes
{
    /// <summary>Width of the box in which each block stands, in full-width characters; 0 for all that are no 担当.</summary>
    internal static double[] Widths(IReadOnlyList<PaperBlock> blocks)
    {
        var widths = new double[blocks.Count];
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is not PaperLine { Role: LineRole.Contact } line)
            {
                continue;
            }

            var width = Math.Ceiling(line.Text.Split('\n').Max(TextWidth.Of));
            widths[i] = i > 0 ? Math.Max(width, widths[i - 1]) : width;
            for (var before = i - 1; before >= 0 && widths[before] > 0 && widths[before] < widths[i]; before--)
            {
                widths[before] = widths[i];
            }
        }

        return widths;
    }
}
