using System.Text;

namespace Yakuba.Documents;

/// <summary>Unicode tag characters (U+E0000 to U+E007F) show nothing and can spell out orders; they are taken out and reported, spelled out.</summary>
internal static class TagCharacters
{
    internal static Document TakeOut(Document document, ReadingNotes notes)
    {
        var tagged = Texts(document).Where(Has).Distinct().ToList();
        if (tagged.Count == 0)
        {
            return document;
        }

        tagged.ForEach(text => notes.Hidden("見えない文字（タグ文字）", "", Spelled(text)));
        return document with
        {
            Title = Plain(document.Title),
            Blocks = [.. document.Blocks.Select(Plain)],
            Faq = [.. document.Faq.Select(f => f with { Question = Plain(f.Question), Answer = Plain(f.Answer), At = Plain(f.At), Category = f.Category is { } c ? Plain(c) : null, Section = f.Section is { } s ? Plain(s) : null })],
        };
    }

    /// <summary>All that passages are made of.</summary>
    private static IEnumerable<string> Texts(Document document) =>
    [
        document.Title,
        .. document.Blocks.SelectMany(b => b switch
        {
            ArticleBlock article => [article.Text, article.Caption, article.Article, article.Path],
            ListItemBlock item => [item.Text, item.Marker],
            TableRowBlock row => [row.Text, .. row.Cells.SelectMany(c => c.HeaderPath.Append(c.Text)).Where(t => Has(t) && !row.Text.Contains(t, StringComparison.Ordinal))],
            _ => (string[])[b.Text],
        }),
        .. document.Faq.SelectMany(f => new[] { f.Question, f.Answer, f.Category ?? "", f.Section ?? "" }),
    ];

    private static Block Plain(Block block)
    {
        var plain = block with { Text = Plain(block.Text), At = Plain(block.At) };
        return plain switch
        {
            ArticleBlock article => article with { Article = Plain(article.Article), Path = Plain(article.Path), Caption = Plain(article.Caption) },
            ListItemBlock item => item with { Marker = Plain(item.Marker) },
            TableRowBlock row => row with { Cells = [.. row.Cells.Select(c => c with { Text = Plain(c.Text), At = Plain(c.At), HeaderPath = [.. c.HeaderPath.Select(Plain)] })] },
            _ => plain,
        };
    }

    private static Locator Plain(Locator at) => at switch
    {
        ArticleLocator article => new ArticleLocator(Plain(article.Path)),
        CellLocator cell => cell with { Sheet = Plain(cell.Sheet) },
        AttachmentLocator attached => attached with { Inner = Plain(attached.Inner) },
        _ => at,
    };

    private static bool Has(string text)
    {
        for (var i = text.IndexOf('\uDB40', StringComparison.Ordinal); i >= 0 && i + 1 < text.Length; i = text.IndexOf('\uDB40', i + 1))
        {
            if (text[i + 1] is >= '\uDC00' and <= '\uDC7F')
            {
                return true;
            }
        }

        return false;
    }

    private static string Plain(string text) => Has(text) ? string.Concat(text.EnumerateRunes().Where(r => !IsTag(r))) : text;

    private static string Spelled(string text) =>
        string.Concat(text.EnumerateRunes().Where(IsTag).Select(r => r.Value is >= 0xE0020 and < 0xE007F ? (char)(r.Value - 0xE0000) : ' '));

    private static bool IsTag(Rune rune) => rune.Value is >= 0xE0000 and <= 0xE007F;
}
