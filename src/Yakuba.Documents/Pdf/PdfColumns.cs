namespace Yakuba.Documents;

/// <summary>Finds the columns of a table: the stretches that nearly every row leaves free lie between them.</summary>
internal static class PdfColumns
{
    /// <summary>At most one row in this many may run over into the next column.</summary>
    private const int Overflow = 6;
    private const int WidestPage = 20_000;

    internal static List<PdfColumn> Of(IReadOnlyList<IReadOnlyList<PdfBlock>> rows)
    {
        var boxes = rows.Where(r => r.Count >= 2).SelectMany(r => r).Select(b => b.Box).ToList();
        var best = new List<PdfColumn>();
        for (var allowed = 0; allowed <= rows.Count / Overflow; allowed++)
        {
            var columns = WithNamed(Dense(boxes, allowed), rows[0]);
            var closer = rows[0].Count >= 3
                ? Math.Abs(columns.Count - rows[0].Count) < Math.Abs(best.Count - rows[0].Count)
                : columns.Count > best.Count;
            best = closer ? columns : best;
        }

        return best;
    }

    /// <summary>Stretches that more than the allowed number of cells cover.</summary>
    private static List<PdfColumn> Dense(List<PageBox> boxes, int allowed)
    {
        int left = (int)boxes.Min(b => b.Left), right = (int)Math.Ceiling(boxes.Max(b => b.Right));
        var width = Math.Clamp(right - left + 1, 1, WidestPage);
        var steps = new int[width + 1];
        foreach (var box in boxes)
        {
            steps[Math.Clamp((int)box.Left - left, 0, width)]++;
            steps[Math.Clamp((int)box.Right - left, 0, width)]--;
        }

        var columns = new List<PdfColumn>();
        int depth = 0, start = -1;
        for (var x = 0; x <= width; x++)
        {
            depth += steps[x];
            if (depth > allowed && start < 0)
            {
                start = x;
            }
            else if (depth <= allowed && start >= 0)
            {
                columns.Add(new PdfColumn(left + start, left + x));
                start = -1;
            }
        }

        return columns;
    }

    /// <summary>A name in the first row over no column opens one of its own: on this page it just has no entries.</summary>
    private static List<PdfColumn> WithNamed(List<PdfColumn> columns, IReadOnlyList<PdfBlock> first)
    {
        foreach (var box in first.Count >= 2 ? first.Select(b => b.Box) : [])
        {
            if (!columns.Exists(c => Math.Min(c.Right, box.Right) > Math.Max(c.Left, box.Left)))
            {
                columns.Add(new PdfColumn(box.Left, box.Right));
            }
        }

        columns.Sort((a, b) => a.Left.CompareTo(b.Left));
        return columns;
    }
}
