using System.Text.RegularExpressions;

namespace Yakuba.Documents;

/// <summary>Words the fields of a form, and counts which of them somebody has filled in.</summary>
internal sealed partial class FormFields(string sheet)
{
    /// <summary>Said of a field that nobody has filled in.</summary>
    internal const string Nothing = "（記入なし）";
    private const int LeastOpen = 3;

    /// <summary>Signs of a hand, at least: a tick, a name, a day.</summary>
    private const int LeastFilled = 2;
    private int _open;
    private int _filled;

    /// <summary>Fields that a word of forms asks for.</summary>
    internal int Count { get; private set; }

    internal bool AreFilled => _filled >= LeastFilled;

    internal bool AreOpen => !AreFilled && _open >= LeastOpen && _open * 2 >= Count;

    /// <summary>A field as it stands, and whether somebody has filled it in. A field that is open has no text.</summary>
    internal TableCell Of(FormCell cell, List<string> path)
    {
        var seal = FormWords.IsSeal(cell.Text);
        var open = !seal && (cell.IsEmpty || BlankForm.IsBlank(cell.Text));
        var ticked = FormWords.HasBox(cell.Text) ? FormChoices.Ticked(cell.Text) : -1;
        if (path.Count > 0 && !seal && FormWords.IsLabel(path[^1]))
        {
            // Only what a word of forms asks for tells a form from a table: there, any text stands beside any other.
            Count++;
            _open += open || ticked == 0 ? 1 : 0;
            _filled += ticked > 0 || IsDay(cell.Text) || (!open && ticked < 0 && IsAnswer(cell.Text, path)) ? 1 : 0;
        }

        return new TableCell(open ? "" : cell.Text, seal ? [] : path, cell.At(sheet));
    }

    /// <summary>A block as people would say it: what stands in a field, what is ticked, or that nothing was written.</summary>
    internal static Block Word(Block block)
    {
        if (block is not TableRowBlock row)
        {
            return block;
        }

        List<TableCell> cells = [.. row.Cells.Select(c => c with { Text = c.Text.Length == 0 ? Nothing : FormWords.HasBox(c.Text) ? FormChoices.Word(c.Text) : c.Text })];
        return new TableRowBlock(TableRows.Word(cells), row.At, cells);
    }

    /// <summary>A whole day.</summary>
    internal static bool IsDay(string text) => Day().IsMatch(text);

    private static bool IsAnswer(string text, List<string> path) =>
        FormWords.AsksForPerson(path[^1]) && !FormWords.IsLabel(text) && !FormWords.IsRemark(text);

    [GeneratedRegex(@"[0-9０-９元]年[0-9０-９]{1,2}月[0-9０-９]{1,2}日")]
    private static partial Regex Day();
}
