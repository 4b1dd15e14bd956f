using System.Collections.Immutable;
using Yakuba.Legislation;
using Yakuba.Papers;

namespace Yakuba.Office.Ordinances.CompareOrdinances;

/// <summary>A 新旧対照表 as an official document: 改正後 on the left, 改正前 on the right, what differs underlined.</summary>
internal static class ComparisonPaper
{
    internal static Paper Of(string title, IEnumerable<ComparisonRow> rows) =>
        ComparisonTable.Of(title + "新旧対照表", rows.Select(r => new ComparedProvision(Lines(r.New, "（削る）"), Lines(r.Old, "（新設）"))));

    private static IReadOnlyList<PaperLine> Lines(ImmutableArray<ImmutableArray<MarkedText>> lines, string none) => lines.IsEmpty
        ? [PaperLine.Of(LineRole.Flush, none)]
        : [.. lines.Select(line => new PaperLine(LineRole.Flush, [.. line.Select(Run)]))];

    /// <summary>Cells of a row of a table are set apart by a blank: a table has no place in a cell of this one.</summary>
    private static PaperRun Run(MarkedText piece) =>
        new(piece.Text.Replace('\t', '　')) { Marks = piece.IsMarked ? RunMarks.Underline : RunMarks.None };
}
