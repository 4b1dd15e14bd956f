namespace Yakuba.Documents;

/// <summary>A form that nobody has filled in says what it asks for, group by group; its fields are no statements.</summary>
internal sealed class AskedFields
{
    /// <summary>A paragraph of names ends after so many characters.</summary>
    private const int Longest = 200;
    private readonly List<Block> _blocks = [];
    private readonly List<(string Name, CellLocator At)> _names = [];
    private string _group = "";
    private bool _headed;

    /// <param name="blocks">The form as read, its fields as rows.</param>
    internal static List<Block> Of(IReadOnlyList<Block> blocks)
    {
        var asked = new AskedFields();
        foreach (var block in blocks)
        {
            if (block is TableRowBlock row)
            {
                asked.Row(row);
            }
            else
            {
                asked.End();
                asked._headed &= block is not HeadingBlock;
                asked._blocks.Add(block);
            }
        }

        asked.End();
        return asked._blocks;
    }

    private void Row(TableRowBlock row)
    {
        if (row.Cells.Any(c => TableRows.IsFigure(c.Text)))
        {
            // A row that names an amount, such as the fee of a certificate to tick, is a statement of the town.
            End();
            Head(row.At);
            var cells = row.Cells.Where(c => c.Text.Length > 0 && !BlankForm.IsBlank(c.Text)).Select(c => c with { Text = BlankForm.Flat(c.Text).TrimStart('□', '☐', '　') }).ToList();
            _blocks.Add(new TableRowBlock(TableRows.Word(cells), row.At, cells));
            return;
        }

        foreach (var cell in row.Cells.Where(c => !FormWords.IsSeal(c.Text)))
        {
            var group = cell.HeaderPath.Count > 1 ? cell.HeaderPath[0] : "";
            if (Name(cell) is { Length: > 0 } name)
            {
                if (group != _group || _names.Sum(n => n.Name.Length) > Longest)
                {
                    End();
                }

                _group = group;
                _names.Add((name, (CellLocator)cell.At));
            }
        }
    }

    private static string Name(TableCell cell)
    {
        var name = string.Join('／', cell.HeaderPath.Skip(cell.HeaderPath.Count > 1 ? 1 : 0));
        var text = BlankForm.IsBlank(cell.Text) ? "" : BlankForm.Flat(cell.Text);
        return text.Length == 0 || text == name ? name : name.Length == 0 ? text : FormWords.HasBox(text) ? $"{name}（{text}）" : $"{name}: {text}";
    }

    private void Head(Locator at)
    {
        if (!_headed)
        {
            _blocks.Add(new HeadingBlock(BlankForm.Heading, at, 3));
            _headed = true;
        }
    }

    private void End()
    {
        if (_names.Count == 0)
        {
            return;
        }

        Head(_names[0].At);
        var words = string.Join('、', _names.Select(n => n.Name)).Replace("。、", "。", StringComparison.Ordinal);
        _blocks.Add(new ParagraphBlock(
            $"記入欄　{(_group.Length > 0 ? _group + ": " : "")}{words}", CellReference.Around(_names.Select(n => n.At))));
        _names.Clear();
    }
}
