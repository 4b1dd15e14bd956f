namespace Yakuba.Documents;

/// <summary>A table as drawn: cells that may span rows and columns. Turns itself into rows whose cells know their headers.</summary>
internal sealed class TableGrid
{
    /// <summary>Spans beyond this are drawn by no one; a hostile one would fill memory.</summary>
    private const int MaxSpan = 1_000;
    private const int MaxColumns = 16_384;
    private const int MaxRows = 1_100_000;
    private const long MaxSlots = 30_000_000;
    private long _slots;
    private readonly List<GridCell?[]> _rows = [];

    internal int Columns { get; private set; }

    internal int RowCount => _rows.Count;

    /// <summary>The format itself marks the first row as a header.</summary>
    internal bool HasMarkedHeader => _rows.Count > 0 && Row(0).Any(c => c.Cell.IsHeader);

    /// <summary>Puts a cell at the first free column of a row, as HTML and Word do.</summary>
    internal void Append(int row, GridCell cell)
    {
        var column = 0;
        while (row < _rows.Count && column < _rows[row].Length && _rows[row][column] is not null)
        {
            column++;
        }

        Put(row, column, cell);
    }

    /// <summary>Puts a cell at a place; the cells it covers show it too.</summary>
    internal void Put(int row, int column, GridCell cell)
    {
        var down = Math.Clamp(cell.RowSpan, 1, MaxSpan);
        var right = Math.Clamp(cell.ColumnSpan, 1, MaxSpan);
        _slots += (long)down * right;
        if (column + right > MaxColumns || row + down > MaxRows || _slots > MaxSlots)
        {
            throw new TableTooLargeException();
        }

        for (var r = row; r < row + down; r++)
        {
            Reserve(r, column + right);
            for (var c = column; c < column + right; c++)
            {
                _rows[r][c] ??= cell;
            }
        }

        Columns = Math.Max(Columns, column + right);
    }

    /// <summary>Columns that a row reaches over; others may reach further.</summary>
    internal int Width(int row) => _rows[row].Length;

    internal GridCell? At(int row, int column) =>
        row >= 0 && row < _rows.Count && column >= 0 && column < _rows[row].Length ? _rows[row][column] : null;

    /// <summary>Distinct filled cells of a row, from the left.</summary>
    internal IEnumerable<(int Column, GridCell Cell)> Row(int row)
    {
        GridCell? last = null;
        for (var c = 0; c < _rows[row].Length; c++)
        {
            var cell = _rows[row][c];
            if (cell is not null && !ReferenceEquals(cell, last) && cell.Text.Length > 0)
            {
                yield return (c, cell);
            }

            last = cell;
        }
    }

    /// <summary>Makes equal cells below each other one again, after rows were taken out of a larger grid.</summary>
    internal TableGrid Unite()
    {
        for (var r = 1; r < _rows.Count; r++)
        {
            for (var c = 0; c < Math.Min(_rows[r].Length, _rows[r - 1].Length); c++)
            {
                if (_rows[r][c] is { } cell && cell == _rows[r - 1][c])
                {
                    _rows[r][c] = _rows[r - 1][c];
                }
            }
        }

        return this;
    }

    private void Reserve(int row, int width)
    {
        while (_rows.Count <= row)
        {
            _rows.Add([]);
        }

        if (_rows[row].Length < width)
        {
            _slots += width - _rows[row].Length;
            var wider = _rows[row];
            Array.Resize(ref wider, width);
            _rows[row] = wider;
        }
    }
}
