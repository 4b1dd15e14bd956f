using System.Text.RegularExpressions;

namespace Yakuba.Documents;

/// <summary>Tells the words of charts and drawings from tables and running text: their places say nothing that a row could.</summary>
internal static partial class PdfFigures
{
    /// <summary>Points by which the cells of one column may differ at the edge they share.</summary>
    private const double SameEdge = 3;

    /// <summary>Part of its cells that a table sets to an edge of their column, at least.</summary>
    private const double Aligned = 0.6;

    /// <summary>Characters of a word in a drawing; a longer line is a phrase of its own.</summary>
    private const int Word = 14;

    /// <summary>Figures in a row of short texts that only an axis or a chart has, at least.</summary>
    private const int LeastFigures = 4;

    /// <summary>Names that may stand between two figures of a chart.</summary>
    private const int Between = 5;

    /// <summary>No table: its cells share no edges, or it is a bare grid of names such as the key of a chart.</summary>
    internal static bool Holds(PdfTable table)
    {
        int all = 0, set = 0;
        foreach (var column in table.Rows.SelectMany(r => r).GroupBy(b => PdfColumn.IndexOf(table.Columns, b.Box)).Where(g => g.Count() > 1))
        {
            all += column.Count();
            set += ((Func<PageBox, double>[])[b => b.Left, b => b.Right, b => (b.Left + b.Right) / 2]).Max(edge => Together([.. column.Select(b => edge(b.Box)).Order()]));
        }

        var grid = table.Grid(1);
        return set < all * Aligned || (!TableHeaders.NamesColumns(grid)
            && table.Rows.SelectMany(r => r).All(b => b.Lines is [{ Text: { Length: <= Word + 6 } text }] && !text.Any(char.IsDigit)));
    }

    /// <summary>Phrases as running text, the words between them as the words of a drawing.</summary>
    internal static IEnumerable<PdfPiece> Of(IEnumerable<PdfBlock> blocks)
    {
        var words = new List<PdfBlock>();
        foreach (var block in blocks)
        {
            if (block.Lines.All(l => l.Text.Length <= Word) && !block.Lines.Any(l => l.Text.Contains('。', StringComparison.Ordinal)))
            {
                words.Add(block);
                continue;
            }

            if (words.Count > 0)
            {
                yield return Figure(words);
                words = [];
            }

            foreach (var paragraph in PdfParagraphs.Of([block]))
            {
                yield return paragraph;
            }
        }

        if (words.Count > 0)
        {
            yield return Figure(words);
        }
    }

    /// <summary>Puts figures that stand loose in the running text, and the names between them, together.</summary>
    internal static IEnumerable<PdfPiece> Gather(IEnumerable<PdfPiece> pieces)
    {
        var all = pieces.ToList();
        for (var i = 0; i < all.Count; i++)
        {
            var end = IsLoose(all[i]) ? End(all, i) : i;
            var members = all[i..(end + 1)];
            if (members.Exists(m => m is PdfFigure) || members.Count(IsLoose) >= LeastFigures)
            {
                yield return new PdfFigure([.. members.SelectMany(Words)], PdfBoxes.Around(members.Select(Box)));
                i = end;
            }
            else
            {
                yield return all[i];
            }
        }
    }

    private static int Together(List<double> edges)
    {
        var most = 0;
        for (int from = 0, to = 0; to < edges.Count; to++)
        {
            while (edges[to] - edges[from] > SameEdge)
            {
                from++;
            }

            most = Math.Max(most, to - from + 1);
        }

        return most;
    }

    /// <summary>The last loose figure that no more than a few names part from the one before.</summary>
    private static int End(List<PdfPiece> all, int start)
    {
        var end = start;
        for (var i = start + 1; i < all.Count && i - end <= Between + 1; i++)
        {
            if (IsLoose(all[i]))
            {
                end = i;
            }
            else if (all[i] is not PdfParagraph { Text.Length: <= Word + 6 } name || name.Text.EndsWith('。'))
            {
                break;
            }
        }

        return end;
    }

    private static bool IsLoose(PdfPiece piece) => piece is PdfFigure || (piece is PdfParagraph paragraph && Figures().IsMatch(paragraph.Text));

    private static IEnumerable<string> Words(PdfPiece piece) => piece is PdfFigure figure ? figure.Words : [((PdfParagraph)piece).Text];

    private static PageBox Box(PdfPiece piece) => piece is PdfFigure figure ? figure.Box : ((PdfParagraph)piece).Box;

    private static PdfFigure Figure(List<PdfBlock> blocks) =>
        new([.. blocks.Select(b => PdfText.Join(b.Lines))], PdfBoxes.Around(blocks.Select(b => b.Box)));

    [GeneratedRegex(@"^(?:[\s　]*[-+▲△−]?[0-9０-９]+(?:[,.，．][0-9０-９]+)*[\s　]*(?:円|％|%|人|件|トン|t|kg|g|年|月|年度|[（(][^（）()]{1,4}[）)])?)+[\s　]*$")]
    private static partial Regex Figures();
}
