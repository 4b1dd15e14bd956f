using System.Net;
using System.Text.RegularExpressions;

namespace Yakuba.Documents;

/// <summary>Takes tags out of a scrap of HTML that is not parsed as a page.</summary>
internal static partial class HtmlTags
{
    internal static string Strip(string html) =>
        TextCleaning.Clean(WebUtility.HtmlDecode(Tag().Replace(Unseen().Replace(html, ""), " ")));

    [GeneratedRegex(@"<(script|style|template)\b.*?(</\1\s*>|$)|<!--.*?(-->|$)", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Unseen();

    [GeneratedRegex(@"</?[A-Za-z!][^>]*>")]
    private static partial Regex Tag();
}
