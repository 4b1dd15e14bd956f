using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Yakuba.Documents.Tests;

/// <summary>One line of a golden file: what the document says. A line that begins with "!" is known to be read wrongly.</summary>
internal sealed record GoldenLine(string Text)
{
    private bool IsKnownWrong => Text.StartsWith('!');

    private string[] Fields => Text.TrimStart('!').Split('\t');

    /// <summary>True when the document reads as seen; the other way round for what is known to be wrong, so that no mark outlives its fault.</summary>
    internal bool Holds(ReadDocument read) => IsSo(read) != IsKnownWrong;

    private bool IsSo(ReadDocument read)
    {
        var f = Fields;
        var blocks = read.Document.Blocks;
        return f[0] switch
        {
            "title" => read.Document.Title == f[1],
            "charset" => read.Report.Charset == f[1],
            "dates" => (f[1] == "enforced" ? read.Document.Dates.EnforcedFrom : read.Document.Dates.Promulgated) == DateOnly.ParseExact(f[2], "yyyy-MM-dd", CultureInfo.InvariantCulture),
            "count" => Count(blocks, f[1]) == int.Parse(f[2], CultureInfo.InvariantCulture),
            "heading" => blocks.OfType<HeadingBlock>().Any(b => b.Level == int.Parse(f[1], CultureInfo.InvariantCulture) && Flat(b.Text).StartsWith(Flat(f[2]), StringComparison.Ordinal)),
            "noheading" => !blocks.OfType<HeadingBlock>().Any(b => Flat(b.Text) == Flat(f[1])),
            "article" => blocks.OfType<ArticleBlock>().Any(b => b.Path == f[1] && b.Caption == Value(f[2]) && Flat(b.Text).StartsWith(Flat(f[3]), StringComparison.Ordinal)),
            "nocaption" => !blocks.OfType<ArticleBlock>().Any(b => b.Article == f[1] && Flat(b.Text) == Flat(f[2])),
            "cell" => blocks.OfType<TableRowBlock>().Any(r => Has(r.Text, f[2]) && r.Cells.Any(c => IsCell(c, f))),
            "row" => blocks.OfType<TableRowBlock>().Any(r => IsAt(r.At, f[1]) && Has(r.Text, f[2]) && r.Cells.Count == int.Parse(f[3], CultureInfo.InvariantCulture)),
            "caption" => blocks.OfType<CaptionBlock>().Any(b => IsAt(b.At, f[1]) && Has(b.Text, f[2])),
            "begins" => blocks.Any(b => IsAt(b.At, f[1]) && Flat(b.Text).StartsWith(Flat(f[2]), StringComparison.Ordinal)),
            "contains" => blocks.Any(b => IsAt(b.At, f[1]) && Has(b.Text, f[2])),
            "text" => blocks.Any(b => IsAt(b.At, f[1]) && Flat(b.Text).StartsWith(Flat(f[2]), StringComparison.Ordinal) && Flat(b.Text).EndsWith(Flat(f[3]), StringComparison.Ordinal)),
            "order" => First(blocks, f[1]) is >= 0 and var one && First(blocks, f[2]) > one,
            "absent" => !blocks.Any(b => Has(b.Text, f[1])),
            "hash" => Whole(blocks) is var whole && whole.Length == int.Parse(f[1], CultureInfo.InvariantCulture)
                && Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whole)))[..16] == f[2],
            _ => throw new InvalidOperationException(Text),
        };
    }

    private static int Count(IReadOnlyList<Block> blocks, string kind) => kind switch
    {
        "articles" => blocks.OfType<ArticleBlock>().Select(b => b.Article).Where(a => a.Contains('条', StringComparison.Ordinal) && !IsSupplement(a)).Distinct().Count(),
        "supplement-articles" => blocks.OfType<ArticleBlock>().Select(b => b.Article).Where(a => a.EndsWith('条') || a.Contains("条の", StringComparison.Ordinal)).Where(IsSupplement).Distinct().Count(),
        "supplements" => blocks.OfType<HeadingBlock>().Count(b => Flat(b.Text).StartsWith("附則", StringComparison.Ordinal)),
        "headings" => blocks.OfType<HeadingBlock>().Count(),
        "rows" => blocks.OfType<TableRowBlock>().Count(),
        "pages" => blocks.Select(b => b.At).OfType<PageLocator>().Max(p => p.Page),
        "sheets" => blocks.Select(b => b.At).OfType<CellLocator>().Select(c => c.Sheet).Distinct().Count(),
        _ => throw new InvalidOperationException(kind),
    };

    private static bool IsSupplement(string article) => article.StartsWith("附則", StringComparison.Ordinal);

    private static bool IsCell(TableCell cell, string[] f) => IsAt(cell.At, f[1])
        && Flat(string.Join('>', cell.HeaderPath)) == Flat(Value(f[3])) && Flat(cell.Text) == Flat(f[4]);

    /// <summary>At a key, inside it, or on its sheet; "-" is anywhere.</summary>
    private static bool IsAt(Locator at, string key) =>
        key == "-" || at.ToKey() == key || at.ToKey().StartsWith(key + "@", StringComparison.Ordinal) || (key.EndsWith('!') && at.ToKey().StartsWith(key, StringComparison.Ordinal));

    private static int First(IReadOnlyList<Block> blocks, string text) => blocks.Select(b => b.Text).ToList().FindIndex(t => Has(t, text));

    private static bool Has(string text, string part) => Flat(text).Contains(Flat(part), StringComparison.Ordinal);

    private static string Value(string field) => field == "-" ? "" : field;

    private static string Flat(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    /// <summary>All text in order, captions in brackets before their articles, without spaces.</summary>
    private static string Whole(IReadOnlyList<Block> blocks)
    {
        var text = new StringBuilder();
        var last = "";
        foreach (var block in blocks)
        {
            if (block is ArticleBlock article)
            {
                text.Append(article.Caption.Length > 0 && article.Article != last ? $"（{article.Caption}）" : "");
                last = article.Article;
            }

            text.Append(block.Text);
        }

        return Flat(text.ToString());
    }
}
