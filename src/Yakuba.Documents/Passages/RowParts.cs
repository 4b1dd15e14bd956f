namespace Yakuba.Documents;

/// <summary>Divides a long table row between its cells; each part begins with the names at the left of the row, so that it is understood alone.</summary>
internal static class RowParts
{
    private const int MaxLabels = 3;
    private const int LongestLabel = 40;

    internal static IEnumerable<string> Of(TableRowBlock row, int target, int longest)
    {
        if (row.Text.Length <= longest || row.Cells.Count < 2)
        {
            return SentenceCuts.Of(row.Text, target, longest);
        }

        var labels = row.Cells.TakeWhile(c => !TableRows.IsFigure(c.Text) && c.Text.Length <= LongestLabel).Take(MaxLabels).ToList();
        labels = labels.Count == row.Cells.Count ? [labels[0]] : labels;
        return Parts(row, labels, target, longest);
    }

    private static IEnumerable<string> Parts(TableRowBlock row, List<TableCell> labels, int target, int longest)
    {
        var part = new List<TableCell>();
        foreach (var cell in row.Cells.Skip(labels.Count))
        {
            if (part.Count > 0 && TableRows.Word([.. labels, .. part, cell]).Length > target)
            {
                foreach (var piece in SentenceCuts.Of(TableRows.Word([.. labels, .. part]), target, longest))
                {
                    yield return piece;
                }

                part = [];
            }

            part.Add(cell);
        }

        foreach (var piece in SentenceCuts.Of(TableRows.Word([.. labels, .. part]), target, longest))
        {
            yield return piece;
        }
    }
}
