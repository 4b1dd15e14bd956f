namespace Yakuba.Documents;

/// <summary>The cells of a sheet as a person sees them: merged ones as one, and empty ones that lines are drawn round.</summary>
internal static class FormCells
{
    private const int Most = 6_000;

    /// <summary>Cells in reading order; none when the sheet is larger than any form, or merged over itself.</summary>
    internal static List<FormCell> Of(Sheet sheet)
    {
        if (sheet.Rows.Count == 0 || sheet.Rows.Keys.Last() >= Sheet.FormRows || sheet.Rows.Values.Any(r => r.Keys.Last() >= Sheet.FormColumns) || sheet.Lines.Count > Most * 4)
        {
            return [];
        }

        var cells = new List<FormCell>();
        var covered = new HashSet<(int, int)>();
        var area = 0;
        foreach (var (row, column, lastRow, lastColumn) in sheet.Merges)
        {
            if (lastRow >= Sheet.FormRows || lastColumn >= Sheet.FormColumns || !covered.Add((row, column)))
            {
                continue;
            }

            area += (lastRow - row + 1) * (lastColumn - column + 1);
            if (area > Sheet.FormRows * Sheet.FormColumns)
            {
                return []; // merged over each other, which no program writes and which would take hours
            }

            cells.Add(new FormCell(row, column, lastRow, lastColumn, Text(sheet, row, column), Boxed(sheet, row, column)));
            for (var r = row; r <= lastRow; r++)
            {
                for (var c = column; c <= lastColumn; c++)
                {
                    covered.Add((r, c));
                }
            }
        }

        cells.AddRange(from r in sheet.Rows from c in r.Value where !covered.Contains((r.Key, c.Key)) select new FormCell(r.Key, c.Key, r.Key, c.Key, c.Value, Boxed(sheet, r.Key, c.Key)));
        AddEmpty(sheet, covered, cells);
        return cells.Count > Most ? [] : [.. cells.OrderBy(c => c.Row).ThenBy(c => c.Column)];
    }

    /// <summary>Single empty cells within lines. Those that no line parts are one place to write into.</summary>
    private static void AddEmpty(Sheet sheet, HashSet<(int, int)> covered, List<FormCell> cells)
    {
        FormCell? run = null;
        foreach (var ((row, column), sides) in sheet.Lines.OrderBy(l => l.Key))
        {
            if (covered.Contains((row, column)) || Text(sheet, row, column).Length > 0 || !Boxed(sheet, row, column))
            {
                continue;
            }

            var apart = (sides & CellSides.Left) != 0 || (run is not null && (sheet.Lines[(run.Row, run.LastColumn)] & CellSides.Right) != 0);
            if (run is not null && run.Row == row && run.LastColumn + 1 == column && !apart)
            {
                run = run with { LastColumn = column };
                cells[^1] = run;
                continue;
            }

            run = new FormCell(row, column, row, column, "", true);
            cells.Add(run);
        }
    }

    private static string Text(Sheet sheet, int row, int column) =>
        sheet.Rows.TryGetValue(row, out var cells) && cells.TryGetValue(column, out var text) ? text : "";

    /// <summary>Two lines make a place to write into: a corner, or a line above and one below; so does a line to write on.</summary>
    private static bool Boxed(Sheet sheet, int row, int column) =>
        sheet.Lines.TryGetValue((row, column), out var sides) && (sides == CellSides.Bottom || (sides & (sides - 1)) != 0);
}
