namespace Yakuba.Documents;

/// <summary>Names that stand over columns of figures inside a form, as far down as they hold.</summary>
internal sealed class FormColumnNames(TableGrid grid)
{
    private readonly Dictionary<int, string> _names = [];
    private readonly HashSet<GridCell> _cells = new(ReferenceEqualityComparer.Instance);

    /// <summary>The cell has named a column and says nothing more.</summary>
    internal bool Has(GridCell cell) => _cells.Contains(cell);

    /// <summary>Name over a cell; empty when there is none, or the cell lies under a whole row of names.</summary>
    internal string Over(int column, GridCell cell) =>
        Enumerable.Range(column, cell.ColumnSpan).Where(_names.ContainsKey).Select(c => _names[c]).Distinct().Count() > 2 ? "" : _names.GetValueOrDefault(Middle(column, cell), "");

    /// <summary>A run of at least three names over figures: they name their columns and are not values themselves. A name may go on in the cell below it.</summary>
    internal bool Take(int row, List<(int Column, GridCell Cell)> filled, int at)
    {
        var (column, cell) = filled[at];
        var (first, last) = Labels(filled, at);
        if (TableRows.IsFigure(cell.Text) || last - first < 2
            || Enumerable.Range(first, last - first + 1).Count(i => IsFigure(Under(row, filled[i].Column, filled[i].Cell).Cell)) < 2)
        {
            return false;
        }

        var (below, under) = Under(row, column, cell);
        var second = IsFigure(under) ? null : under;
        if (second is not null && (second.ColumnSpan != cell.ColumnSpan || !IsFigure(Under(below, column, second).Cell)))
        {
            return false;
        }

        Set(column, cell, FormRows.Flat(cell.Text + second?.Text));
        _cells.UnionWith([cell, second ?? cell]);
        return true;
    }

    /// <summary>The next filled cell below, at most one empty place away.</summary>
    private (int Row, GridCell? Cell) Under(int row, int column, GridCell cell)
    {
        var below = row + 1;
        while (below < grid.RowCount && ReferenceEquals(grid.At(below, column), cell))
        {
            below++;
        }

        var middle = Middle(column, cell);
        below += grid.At(below, middle) is null ? 1 : 0;
        return (below, grid.At(below, middle));
    }

    private static bool IsFigure(GridCell? cell) => cell is not null && TableRows.IsFigure(cell.Text);

    /// <summary>Names under names: a line of labels where figures stood begins another table. They are said as well, for a text may stand among figures.</summary>
    internal bool Renew(List<(int Column, GridCell Cell)> filled, int at)
    {
        var (first, last) = Labels(filled, at);
        var over = Enumerable.Range(first, last - first + 1).Select(i => filled[i]).Where(c => _names.ContainsKey(Middle(c.Column, c.Cell))).ToList();
        if (last - first < 2 || over.Count < 2)
        {
            return false;
        }

        foreach (var (column, cell) in over)
        {
            Set(column, cell, FormRows.Flat(cell.Text));
        }

        return true;
    }

    /// <summary>A heading over several named columns begins another table: their old names no longer hold.</summary>
    internal void Forget(int column, GridCell cell)
    {
        var covered = Enumerable.Range(column, cell.ColumnSpan).Where(_names.ContainsKey).ToList();
        if (covered.Select(c => _names[c]).Distinct().Count() >= 2)
        {
            covered.ForEach(c => _names.Remove(c));
        }
    }

    private void Set(int column, GridCell cell, string name)
    {
        for (var c = 0; c < cell.ColumnSpan; c++)
        {
            _names[column + c] = name;
        }
    }

    /// <summary>The run of cells without figures around a cell.</summary>
    private static (int First, int Last) Labels(List<(int Column, GridCell Cell)> filled, int at)
    {
        int first = at, last = at;
        while (first > 0 && !TableRows.IsFigure(filled[first - 1].Cell.Text))
        {
            first--;
        }

        while (last + 1 < filled.Count && !TableRows.IsFigure(filled[last + 1].Cell.Text))
        {
            last++;
        }

        return (first, last);
    }

    private static int Middle(int column, GridCell cell) => column + ((cell.ColumnSpan - 1) / 2);
}
