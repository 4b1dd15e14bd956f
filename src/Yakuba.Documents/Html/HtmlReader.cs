using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Yakuba.Documents;

/// <summary>Reads an HTML page: what a browser would show, as blocks.</summary>
internal static partial class HtmlReader
{
    private const int DeclarationBytes = 4_096;

    internal static Document Read(ReadSource source)
    {
        var head = Encoding.Latin1.GetString(source.Content, 0, Math.Min(source.Content.Length, DeclarationBytes));
        var declared = Charset().Match(head) is { Success: true } match ? match.Groups["name"].Value : null;
        var decoded = CharsetDetector.Decode(source.Content, declared);
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
        var walk = new HtmlWalk(source);
        if (HtmlBody.Of(page, source) is { } body)
        {
            walk.Walk(body);
        }

        var blocks = walk.Finish();
        var stated = TextCleaning.TrimBlank(TextCleaning.Clean(page.Title ?? ""));
        var title = stated.Length > 0 ? stated : blocks.OfType<HeadingBlock>().FirstOrDefault()?.Text ?? source.FallbackTitle;
        return OrdinanceStructure.Apply(new Document(title, DocumentKind.Html, blocks, [], DocumentDates.None));
    }

    [GeneratedRegex(@"<meta[^>]{0,200}?charset\s*=\s*[""']?(?<name>[A-Za-z0-9_\-]{3,20})", RegexOptions.IgnoreCase)]
    private static partial Regex Charset();
}
