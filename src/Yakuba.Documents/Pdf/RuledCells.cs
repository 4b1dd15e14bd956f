namespace Yakuba.Documents;

/// <summary>A drawn cell: the places it covers and its box.</summary>
internal sealed record RuledCell(int Row, int Column, int RowSpan, int ColumnSpan, PageBox Box);

/// <summary>A cell with text.</summary>
/// <param name="IsHeader">Shaded unlike most cells.</param>
internal readonly record struct FilledCell(RuledCell Cell, string Text, bool IsHeader);

/// <summary>Unites the places of a frame that no rule parts.</summary>
internal static class RuledCells
{
    internal static List<RuledCell> Of(RuledFrame frame)
    {
        int rows = frame.Ys.Count - 1, columns = frame.Xs.Count - 1;
        var taken = new bool[rows, columns];
        var cells = new List<RuledCell>();
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < columns; c++)
            {
                if (taken[r, c])
                {
                    continue;
                }

                var (down, right) = (1, 1);
                while (c + right < columns && !taken[r, c + right] && !frame.PartsColumns(c + right, r))
                {
                    right++;
                }

                while (r + down < rows && !frame.PartsRows(r + down, c))
                {
                    down++;
                }

                for (var y = r; y < r + down; y++)
                {
                    for (var x = c; x < c + right; x++)
                    {
                        taken[y, x] = true;
                    }
                }

                cells.Add(new RuledCell(r, c, down, right, new PageBox(frame.Xs[c], frame.Ys[r], frame.Xs[c + right], frame.Ys[r + down])));
            }
        }

        return cells;
    }

    /// <summary>Numbers rows and columns anew, leaving out lines where no cell begins or ends.</summary>
    internal static List<RuledCell> Compact(IReadOnlyList<RuledCell> cells)
    {
        var rows = cells.SelectMany(c => new[] { c.Row, c.Row + c.RowSpan }).Distinct().Order().ToList();
        var columns = cells.SelectMany(c => new[] { c.Column, c.Column + c.ColumnSpan }).Distinct().Order().ToList();
        return [.. cells.Select(c =>
        {
            int row = rows.IndexOf(c.Row), column = columns.IndexOf(c.Column);
            return c with { Row = row, Column = column, RowSpan = rows.IndexOf(c.Row + c.RowSpan) - row, ColumnSpan = columns.IndexOf(c.Column + c.ColumnSpan) - column };
        })];
    }
}
