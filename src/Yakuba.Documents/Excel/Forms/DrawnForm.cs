using System.Text.RegularExpressions;

namespace Yakuba.Documents;

/// <summary>Reads a form drawn in cells (神エクセル) as its fields in order: what is asked, and what was filled in or that nothing was.</summary>
internal sealed partial class DrawnForm
{
    private const int LeastFields = 3;
    private const int LongestName = 60;
    private readonly string _sheet;
    private readonly List<FormCell> _cells;
    private readonly FormGroups _groups;
    private readonly List<Block> _blocks = [];
    private readonly HashSet<FormCell> _taken = [];
    private readonly FormFields _fields;
    private bool _named;

    private DrawnForm(string sheet, List<FormCell> cells) => (_sheet, _cells, _groups, _fields) = (sheet, cells, new FormGroups(cells), new FormFields(sheet));

    /// <summary>Somebody has filled it in.</summary>
    internal bool IsFilled => _fields.AreFilled;

    /// <summary>Nobody has: what it says asks and answers nothing.</summary>
    internal bool IsBlank => _fields.AreOpen;

    /// <summary>Its texts and fields in order; of a form that nobody has filled in, what it asks for.</summary>
    internal IReadOnlyList<Block> Blocks => IsFilled ? [.. _blocks.Select(FormFields.Word)] : AskedFields.Of(_blocks);

    /// <summary>Tables within it.</summary>
    internal int Tables { get; private set; }

    /// <summary>The form on a sheet; null when the sheet is none: a table, a card of figures, a text.</summary>
    internal static DrawnForm? Of(Sheet sheet)
    {
        var texts = sheet.Rows.Values.SelectMany(r => r.Values).ToList();
        var cells = FormCells.Of(sheet);
        if (cells.Count == 0 || sheet.Rows.Count(r => r.Value.Values.Any(FormWords.IsLabel)) < LeastFields)
        {
            return null;
        }

        cells = new FormJoins(sheet).Of(cells);
        var form = new DrawnForm(sheet.Name, cells);
        form.Read();
        var marked = texts.Exists(t => FormWords.NamesForm(t) || FormWords.NumbersForm(t) || FormWords.IsSeal(t) || FormWords.HasBox(t));
        var figures = cells.Count(c => TableRows.IsFigure(c.Text));
        return form._fields.Count >= LeastFields && marked && figures * 3 < cells.Count(c => !c.IsEmpty) ? form : null;
    }

    private void Read()
    {
        var rows = _cells.Where(c => !_groups.Has(c)).GroupBy(c => c.Row).Select(g => g.ToList()).ToList();
        for (var r = 0; r < rows.Count; r++)
        {
            var row = rows[r].Where(c => !_taken.Contains(c)).ToList();
            if (r + 1 < rows.Count && FormTable.Begins(row, rows[r + 1]))
            {
                r = Table(rows, r);
            }
            else if (row.Count(c => !c.IsEmpty) == 1 && row.Find(c => !c.IsEmpty) is { } lone && _groups.Over(lone).Count == 0 && !row.Exists(c => c.IsEmpty && lone.Touches(c)))
            {
                Lone(lone);
            }
            else
            {
                Row(row);
            }
        }
    }

    /// <summary>A text across the form: its name, a heading, a sentence, or a question with its place below.</summary>
    private void Lone(FormCell cell)
    {
        var below = _cells.Find(c => c.Row == cell.LastRow + 1 && c.Column == cell.Column && c.LastColumn == cell.LastColumn && c.Boxed && cell.Boxed);
        if (below is not null && FormWords.IsLabel(cell.Text) && !FormWords.IsLabel(below.Text))
        {
            _taken.Add(below);
            Add([_fields.Of(below, [FormWords.Flat(cell.Text)])]);
            return;
        }

        if (FormWords.HasBox(cell.Text) || FormFields.IsDay(cell.Text) || BlankForm.IsBlank(cell.Text))
        {
            Row([cell]);
            return;
        }

        var heads = cell.Text.Length <= LongestName && !cell.Text.EndsWith('。') && (!_named ? FormWords.NamesForm(cell.Text) && !FormWords.NumbersForm(cell.Text) : Section().IsMatch(cell.Text));
        _blocks.Add(heads ? new HeadingBlock(cell.Text, cell.At(_sheet), _named ? 3 : 2) : new ParagraphBlock(cell.Text, cell.At(_sheet)));
        _named |= heads;
    }

    private void Row(List<FormCell> row)
    {
        var fields = new List<TableCell>();
        for (var i = 0; i < row.Count; i++)
        {
            var cell = row[i];
            if (cell.IsEmpty || FormWords.IsSeal(cell.Text) || !IsLabel(row, i))
            {
                // A place without a name that nobody has filled in says nothing.
                if (!cell.IsEmpty)
                {
                    fields.Add(_fields.Of(cell, _groups.Over(cell)));
                }

                continue;
            }

            List<string> path = [.. _groups.Over(cell), FormWords.Flat(cell.Text)];
            while (i + 2 < row.Count && row[i].Touches(row[i + 1]) && row[i + 1].Touches(row[i + 2]) && FormWords.IsLabel(row[i + 1].Text) && !FormWords.IsLabel(row[i + 2].Text))
            {
                path.Add(FormWords.Flat(row[++i].Text));
            }

            fields.Add(_fields.Of(row[++i], path));
        }

        Add(fields);
    }

    /// <summary>A name with a place right of it.</summary>
    private static bool IsLabel(List<FormCell> row, int at)
    {
        var cell = row[at];
        if (at + 1 >= row.Count || FormWords.HasBox(cell.Text) || FormWords.IsRemark(cell.Text) || TableRows.IsFigure(cell.Text) || BlankForm.IsBlank(cell.Text))
        {
            return false;
        }

        var next = row[at + 1];
        return FormWords.IsLabel(cell.Text)
            ? cell.Touches(next) || (!cell.Boxed && !next.Boxed && next.Column - cell.LastColumn <= 4) || row.Count == 2
            : cell is { Boxed: true, Text.Length: <= 24 } && next.Boxed && cell.Touches(next) && !FormWords.IsLabel(next.Text) && !FormWords.IsRemark(next.Text) && !cell.Text.Any(char.IsDigit);
    }

    /// <summary>Reads the rows under their names; returns the last of them.</summary>
    private int Table(List<List<FormCell>> rows, int at)
    {
        Tables++;
        var names = rows[at];
        var any = false;
        var last = at;
        while (last + 1 < rows.Count && FormTable.GoesOn(names, rows[last + 1]))
        {
            var row = rows[++last];
            if (!FormTable.IsEmpty(row))
            {
                any = true;
                Add([.. row.Where(c => !c.IsEmpty).Select(c => new TableCell(c.Text, Path(c), c.At(_sheet)))]);
            }
        }

        if (!any)
        {
            Add([.. rows[at + 1].Select(c => new TableCell("", Path(c), c.At(_sheet)))]);
        }

        return last;

        List<string> Path(FormCell cell) => [.. _groups.Over(cell), FormTable.Name(names, cell)];
    }

    private void Add(List<TableCell> cells)
    {
        if (cells.Count > 0)
        {
            _blocks.Add(new TableRowBlock("", CellReference.Around(cells.Select(c => (CellLocator)c.At)), cells));
        }
    }

    [GeneratedRegex(@"^(?:[0-9０-９]{1,2}[.．、 　]|[■◆●【①-⑳]|[（(][0-9０-９一二三四五六七八九十]{1,2}[）)]|[ⅠⅡⅢⅣⅤ])")]
    private static partial Regex Section();
}
