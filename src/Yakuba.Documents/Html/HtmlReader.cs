using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Yakuba.Documents;

/// <summary>Reads an HTML page: what a browser would show, as blocks.</summary>
internal static partial class HtmlReader
{
    private const int DeclarationBytes = 4_096;

    internal static Document Read(ReadSource source) => Read(source, source.Content, "");

    /// <param name="source">Whose report tells what is left out.</param>
    /// <param name="content">The page.</param>
    /// <param name="charset">Named outside the page, as by a mail; it wins over the page's own word. Empty for none.</param>
    internal static Document Read(ReadSource source, byte[] content, string charset)
    {
        var head = Encoding.Latin1.GetString(content, 0, Math.Min(content.Length, DeclarationBytes));
        var declared = charset.Length > 0 ? charset : Charset().Match(head) is { Success: true } match ? match.Groups["name"].Value : null;
        var decoded = CharsetDetector.Decode(content, declared);
        source.Notes.Charset = decoded.Charset;
        return Build(source, TextCleaning.Clean(decoded.Text));
    }

    private static Document Build(ReadSource source, string html)
    {
        if (HtmlDepth.Of(html) > source.Limits.MaxHtmlDepth)
        {
            throw new UnreadableException(Refusals.TooDeep(source.FileName));
        }

        using var page = new HtmlParser().ParseDocument(html);
        HtmlStyles.Inline(page, source);
        foreach (var ruby in page.QuerySelectorAll("ruby"))
        {
            source.Notes.Ruby(HtmlText.Of(ruby), string.Concat(ruby.QuerySelectorAll("rt").Select(HtmlText.Of)));
        }

        var walk = new HtmlWalk(source);
        if (HtmlBody.Of(page, source) is { } body)
        {
            walk.Walk(body);
        }

        var blocks = walk.Finish();
        var stated = TextCleaning.TrimBlank(TextCleaning.Clean(page.Title ?? ""));
        var title = stated.Length > 0 ? stated : blocks.OfType<HeadingBlock>().FirstOrDefault()?.Text ?? source.FallbackTitle;
        return OrdinanceStructure.Apply(new Document(title, DocumentKind.Html, blocks, [], DocumentDates.None), source);
    }

    [GeneratedRegex(@"<meta[^>]{0,200}?charset\s*=\s*[""']?(?<name>[A-Za-z0-9_\-]{3,20})", RegexOptions.IgnoreCase)]
    private static partial Regex Charset();
}
