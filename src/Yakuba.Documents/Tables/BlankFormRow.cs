namespace Yakuba.Documents;

/// <summary>A row of a blank form that names an amount, such as the fee of a certificate to tick: the names above its columns belong to it.</summary>
internal static class BlankFormRow
{
    /// <summary>Rows above in which the names of columns are looked for.</summary>
    private const int Reach = 40;

    internal static List<TableCell> Of(TableGrid grid, int row, IReadOnlyList<(int Column, GridCell Cell)> cells) =>
        [.. cells.Where(c => !BlankForm.IsBlank(c.Cell.Text) || TableRows.IsFigure(c.Cell.Text))
            .Select(c => new TableCell(BlankForm.Flat(c.Cell.Text).TrimStart('□', '☐', '　'), Name(grid, row, c.Column, c.Cell), c.Cell.At))];

    /// <summary>The first cell of the column above that is neither an amount nor a choice.</summary>
    private static string[] Name(TableGrid grid, int row, int column, GridCell cell)
    {
        for (var r = row - 1; r >= Math.Max(0, row - Reach); r--)
        {
            var above = grid.At(r, column);
            if (above is null || ReferenceEquals(above, cell))
            {
                return [];
            }

            var values = grid.Row(r).Any(c => TableRows.IsFigure(c.Cell.Text));
            if (!values)
            {
                return above.ColumnSpan == cell.ColumnSpan && !BlankForm.IsBlank(above.Text) ? [BlankForm.Flat(above.Text)] : [];
            }
        }

        return [];
    }
}
