using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Yakuba.Documents;

/// <summary>Takes tags out of a scrap of HTML that is not parsed as a page.</summary>
internal static partial class HtmlTags
{
    /// <summary>Text of an element that a browser does not show.</summary>
    internal static string Within(IElement element) => Strip(element is IHtmlTemplateElement template ? template.Content.TextContent : element.InnerHtml);

    internal static string Strip(string html) =>
        TextCleaning.Clean(WebUtility.HtmlDecode(Tag().Replace(Unseen().Replace(html, ""), " ")));

    [GeneratedRegex(@"<(script|style|template)\b.*?(</\1\s*>|$)|<!--.*?(-->|$)", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Unseen();

    [GeneratedRegex(@"</?[A-Za-z!][^>]*>")]
    private static partial Regex Tag();
}
