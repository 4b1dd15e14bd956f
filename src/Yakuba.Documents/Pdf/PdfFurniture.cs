using System.Globalization;
using System.Text.RegularExpressions;

namespace Yakuba.Documents;

/// <summary>Takes out page numbers and the lines that return at the edge of page after page (柱).</summary>
internal static partial class PdfFurniture
{
    /// <summary>Part of the page at its top and bottom where they stand.</summary>
    private const double Edge = 0.07;

    internal static void TakeOut(ReadSource source, List<PdfPageContent> pages)
    {
        var heads = pages.SelectMany(p => EdgeLines(p.Rest).Select(l => (p.Rest.Number, Key: Key(l), l.Text)))
            .GroupBy(l => l.Key).Where(g => g.Select(l => l.Number).Distinct().Count() >= 2).ToDictionary(g => g.Key, g => g.ToList());
        var numbered = false;
        for (var i = 0; i < pages.Count; i++)
        {
            var edge = EdgeLines(pages[i].Rest).Where(l => PageNumber().IsMatch(l.Text) || heads.ContainsKey(Key(l))).ToHashSet(ReferenceEqualityComparer.Instance);
            numbered |= edge.OfType<PdfLine>().Any(l => PageNumber().IsMatch(l.Text));
            pages[i] = edge.Count == 0 ? pages[i] : pages[i] with { Rest = Without(pages[i].Rest, edge) };
        }

        if (numbered)
        {
            source.Notes.Skipped("ページ番号", "ページの装飾であり本文ではありません");
        }

        foreach (var head in heads.Values.Where(h => !PageNumber().IsMatch(h[0].Text)))
        {
            source.Notes.Skipped(
                string.Create(CultureInfo.InvariantCulture, $"ページの上下の欄「{head[0].Text}」（{head.Select(l => l.Number).Distinct().Count()}ページ）"),
                "各ページにくり返すため本文に入れません");
        }
    }

    private static IEnumerable<PdfLine> EdgeLines(PdfPage page) => page.Blocks.SelectMany(b => b.Lines)
        .Where(l => l.Box.Bottom < page.Height * Edge || l.Box.Top > page.Height * (1 - Edge));

    /// <summary>Same words but for their numbers, at the same height.</summary>
    private static (string, int) Key(PdfLine line) => (Digits().Replace(line.Text, "#").Replace("　", "", StringComparison.Ordinal), (int)Math.Round(line.Box.Top / 8));

    private static PdfPage Without(PdfPage page, HashSet<object?> lines) => page with
    {
        Blocks = [.. page.Blocks.Select(b => b.Lines.Any(lines.Contains) ? b.Lines.Where(l => !lines.Contains(l)).ToList() : b.Lines)
            .Where(l => l.Count > 0).Select(l => new PdfBlock(PdfBoxes.Around(l.Select(x => x.Box)), l))],
    };

    [GeneratedRegex(@"^[\s　\-－―‐–—ー–・\[\]（）()]*[0-9０-９]{1,4}(?:[\s　]*[/／][\s　]*[0-9０-９]{1,4})?[\s　\-－―‐–—ー・\[\]（）()]*(?:ページ|頁)?$")]
    private static partial Regex PageNumber();

    [GeneratedRegex("[0-9０-９]+")]
    private static partial Regex Digits();
}

/// <summary>A page with its ruled tables, its vertical writing and its footnotes taken out of its running text.</summary>
internal sealed record PdfPageContent(PdfPage Rest, IReadOnlyList<RuledTable> Tables, IReadOnlyList<PdfTier> Vertical, IReadOnlyList<PdfFootnote> Notes);
