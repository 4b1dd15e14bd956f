namespace Yakuba.Documents;

/// <summary>The tall names at the left of rows (申請者, 被保険者): each stands for all rows beside it.</summary>
internal sealed class FormGroups
{
    private readonly List<FormCell> _groups;

    internal FormGroups(List<FormCell> cells) =>
        _groups = [.. cells.Where(c => c.IsTall && !c.IsEmpty && !FormWords.HasBox(c.Text) && cells.Exists(r => r.Row >= c.Row && r.LastRow <= c.LastRow && r.LastRow - r.Row < c.LastRow - c.Row && c.Touches(r)))
            .OrderBy(c => c.Column)];

    internal bool Has(FormCell cell) => _groups.Contains(cell);

    /// <summary>Names that stand for a cell, the outermost first.</summary>
    internal List<string> Over(FormCell cell)
    {
        var chain = new List<FormCell>();
        foreach (var group in _groups.Where(g => g.Covers(cell.Row) && g.LastColumn < cell.Column))
        {
            // A group further right stands for its own rows: of those before it only the ones that reach beyond it hold.
            if (chain.Count > 0 && !chain[^1].Touches(group))
            {
                chain.RemoveAll(g => g.LastRow - g.Row <= group.LastRow - group.Row);
            }

            chain.Add(group);
        }

        return [.. chain.Select(g => FormWords.Flat(g.Text))];
    }
}
