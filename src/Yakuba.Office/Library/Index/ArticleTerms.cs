using System.Globalization;
using System.Text.RegularExpressions;
using Yakuba.Text;

namespace Yakuba.Office.Library.Index;

/// <summary>Articles that a text names, as search terms in one notation: 第二十七条の三十八第1項 gives 第27条の38 and 第27条の38第1項.</summary>
/// <remarks>The words of a text hold articles too, also those without 第 and never with their 項 (<see cref="SearchAnalyser.IndexedWords"/>); these terms lead to provisions.</remarks>
internal static partial class ArticleTerms
{
    /// <summary>All terms in order, each as often as it is named.</summary>
    internal static IReadOnlyList<string> Of(string text)
    {
        if (!text.Contains('条', StringComparison.Ordinal))
        {
            return [];
        }

        var terms = new List<string>();
        foreach (Match match in Named().Matches(NormalText.Of(text).Value))
        {
            var article = Article(match);
            terms.Add(article);
            if (match.Groups["p"].Success)
            {
                terms.Add($"{article}第{Number(match.Groups["p"].Value)}項");
            }
        }

        return terms;
    }

    /// <summary>The article of a match, with its branches: 第847条の2.</summary>
    internal static string Article(Match match) =>
        $"第{Number(match.Groups["n"].Value)}条{string.Concat(match.Groups["b"].Captures.Select(c => "の" + Number(c.Value)))}";

    /// <summary>A number in any notation as arabic figures.</summary>
    internal static string Number(string text) => JapaneseNumber.Find(text) is [var number, ..] ? number.Value.ToString("0", CultureInfo.InvariantCulture) : text;

    /// <summary>第N条, its branches の二 and its 第N項, in normal form.</summary>
    [GeneratedRegex("第(?<n>[0-9〇一二三四五六七八九十百千]+)条(?:の(?<b>[0-9〇一二三四五六七八九十百千]+))*(?:第(?<p>[0-9〇一二三四五六七八九十百千]+)項)?")]
    internal static partial Regex Named();
}
