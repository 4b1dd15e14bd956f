using System.Text.RegularExpressions;

namespace Yakuba.Documents;

/// <summary>Reads a form that nobody has filled in (様式): what it asks for, group by group, and the amounts it names. Its blanks are no values.</summary>
internal static partial class BlankForm
{
    /// <summary>Heading over everything a blank form says.</summary>
    internal const string Heading = "様式";

    /// <summary>What the report says of its blanks.</summary>
    internal const string LeftOut = "記入前の様式の空欄";
    internal const string Why = "欄の名前と選択肢だけを読み取りました";
    private const int LeastBlanks = 3;

    /// <summary>One cell in this many is a blank, at least.</summary>
    private const int Share = 8;

    internal static bool Is(TableGrid grid) =>
        Is([.. Enumerable.Range(0, grid.RowCount).SelectMany(r => grid.Row(r)).Select(c => c.Cell).Distinct().Select(c => c.Text)]);

    /// <summary>Boxes to tick and places to write into, among the texts of its cells. A lone dash is a filled cell: it says none.</summary>
    internal static bool Is(IReadOnlyList<string> texts)
    {
        var blanks = texts.Count(t => (IsBlank(t) && !TableRows.IsFigure(t)) || Box().IsMatch(t));
        return blanks >= LeastBlanks && blanks * Share >= texts.Count;
    }

    /// <summary>Only a place to write into: 令和　年　月　日.</summary>
    internal static bool IsBlank(string text) => Blank().IsMatch(text);

    /// <param name="source">Whose report says that blanks were left out.</param>
    /// <param name="grid">The cells of the form.</param>
    /// <param name="rowAt">Where a row stands.</param>
    /// <param name="level">Level of the heading over it; 0 for none.</param>
    internal static IEnumerable<Block> Of(ReadSource source, TableGrid grid, Func<int, Locator> rowAt, int level)
    {
        source.Notes.Skipped(LeftOut, Why);
        if (level > 0 && grid.RowCount > 0)
        {
            yield return new HeadingBlock(Heading, rowAt(0), level);
        }

        var parts = new List<string>();
        var (group, from) = ("", 0);
        for (var r = 0; r < grid.RowCount; r++)
        {
            var row = grid.Row(r).ToList();
            var next = Group(grid, r, row);
            if (next != group && parts.Count > 0)
            {
                yield return Asks(group, parts, rowAt(from));
                parts.Clear();
            }

            (group, from) = (next, parts.Count == 0 ? r : from);
            var fresh = row.Where(c => !ReferenceEquals(grid.At(r - 1, c.Column), c.Cell) && (Flat(c.Cell.Text) != group || IsBlank(c.Cell.Text))).ToList();
            if (fresh.Exists(c => TableRows.IsFigure(c.Cell.Text)) && BlankFormRow.Of(grid, r, fresh) is { Count: > 0 } named)
            {
                yield return new TableRowBlock(TableRows.Word(named), rowAt(r), named);
                continue;
            }

            parts.AddRange(Labels([.. fresh.Select(c => c.Cell.Text)]));
        }

        if (parts.Count > 0)
        {
            yield return Asks(group, parts, rowAt(from));
        }
    }

    /// <summary>Text on one line, without the room left to write into.</summary>
    internal static string Flat(string text) => Spaces().Replace(Room().Replace(text, ""), "　").Trim('　', ' ', '\n');

    /// <summary>The name at the left that stands for several rows; empty when there is none.</summary>
    private static string Group(TableGrid grid, int row, List<(int Column, GridCell Cell)> cells) =>
        cells.Count > 0 && cells[0] is var (column, cell) && (ReferenceEquals(grid.At(row + 1, column), cell) || (row > 0 && ReferenceEquals(grid.At(row - 1, column), cell)))
            ? Flat(cell.Text) : "";

    private static ParagraphBlock Asks(string group, List<string> parts, Locator at) =>
        new($"記入欄　{(group.Length > 0 ? group + ": " : "")}{string.Join("、", parts).Replace("。、", "。", StringComparison.Ordinal)}", at);

    /// <summary>"氏名、続柄（□父　□母）": a label with the choices beside it.</summary>
    private static IEnumerable<string> Labels(IReadOnlyList<string> texts)
    {
        for (var i = 0; i < texts.Count; i++)
        {
            var label = Flat(texts[i]);
            if (IsBlank(texts[i]) || label.Length == 0)
            {
                continue;
            }

            var choice = i + 1 < texts.Count && Box().IsMatch(texts[i + 1]) && !Box().IsMatch(texts[i]) ? Flat(texts[++i]) : "";
            yield return choice.Length > 0 ? $"{label}（{choice}）" : label;
        }
    }

    [GeneratedRegex(@"^(?:[\s　（）()・~～〜\-－]|令和|平成|昭和|大正|明治|西暦|大・昭・平・令|[年月日時分通枚円人名回印㊞歳第金〒]|番号|号|署名|自|至|から|まで)+$")]
    private static partial Regex Blank();

    [GeneratedRegex("[□☐]")]
    private static partial Regex Box();

    [GeneratedRegex(@"[（(][\s　]*[）)]")]
    private static partial Regex Room();

    [GeneratedRegex(@"[\s　]+")]
    private static partial Regex Spaces();
}
