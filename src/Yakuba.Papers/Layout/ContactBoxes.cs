namespace Yakuba.Papers;

/// <summary>担当 lines that follow each other share one box, as wide as its longest line.</summary>
internal static class ContactBoxes
{
    /// <summary>Width of the box of each 担当 line, in full-width characters.</summary>
    internal static Dictionary<PaperLine, double> Widths(IEnumerable<PaperBlock> blocks)
    {
        var widths = new Dictionary<PaperLine, double>(ReferenceEqualityComparer.Instance);
        var box = new List<PaperLine>();
        foreach (var block in blocks.Append(null))
        {
            if (block is PaperLine { Role: LineRole.Contact } line)
            {
                box.Add(line);
                continue;
            }

            var width = box.Select(l => l.Text.Split('\n').Max(TextWidth.Of)).DefaultIfEmpty(0).Max();
            box.ForEach(l => widths[l] = Math.Ceiling(width));
            box.Clear();
        }

        return widths;
    }
}
