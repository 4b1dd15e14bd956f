namespace Yakuba.Documents;

/// <summary>A table of rows within a form: names in one row, and under each of them the cells to fill in.</summary>
internal static class FormTable
{
    /// <summary>Whether a row names the columns below it. Names beside their values are never mostly names.</summary>
    internal static bool Begins(List<FormCell> row, List<FormCell> below)
    {
        var labels = row.Count(c => FormWords.IsLabel(c.Text));
        return row.Count >= 2 && row.TrueForAll(c => !c.IsEmpty && !FormWords.HasBox(c.Text) && !TableRows.IsFigure(c.Text)) && labels * 5 > row.Count * 3
            && GoesOn(row, below) && !(row.Count == 2 && FormWords.IsLabel(below[0].Text));
    }

    /// <summary>Whether a row stands under the names, column by column.</summary>
    internal static bool GoesOn(List<FormCell> names, List<FormCell> row) =>
        row.Count >= 2 && names.Count(n => row.Exists(c => c.Column == n.Column && c.LastColumn == n.LastColumn)) * 3 >= names.Count * 2;

    /// <summary>Nothing is written in it but its number.</summary>
    internal static bool IsEmpty(List<FormCell> row) => row.Skip(1).All(c => c.IsEmpty || BlankForm.IsBlank(c.Text)) && (row[0].IsEmpty || row[0].Text.Length <= 2);

    /// <summary>The name over a cell.</summary>
    internal static string Name(List<FormCell> names, FormCell cell) =>
        names.Find(n => n.Column <= cell.Column && n.LastColumn >= cell.Column) is { } name ? FormWords.Flat(name.Text) : "";
}
