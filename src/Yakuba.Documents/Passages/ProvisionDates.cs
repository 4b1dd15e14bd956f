using System.Text.RegularExpressions;

namespace Yakuba.Documents;

/// <summary>Days that a 附則 states for single articles: ただし、第三条の規定は、令和十年四月一日から施行する.</summary>
internal sealed partial class ProvisionDates
{
    private readonly Dictionary<string, PassageDates> _byArticle = [];

    /// <summary>Reads the document's own 附則 for its articles, and every provision for what it says of itself.</summary>
    internal static ProvisionDates Of(Document document)
    {
        var dates = new ProvisionDates();
        var articles = document.Blocks.OfType<ArticleBlock>().ToList();
        var own = articles.FirstOrDefault(b => b.Article.StartsWith("附則", StringComparison.Ordinal));
        foreach (var block in articles.Where(b => b.Article.StartsWith("附則", StringComparison.Ordinal)))
        {
            if (Whole().Match(block.Text) is { Success: true } whole && StatedDate.First(whole.Value) is { } day)
            {
                dates.Set(block.Article, from: day, to: null);
            }

            if (StatedDates.Supplement(block.Article) == StatedDates.Supplement(own!.Article))
            {
                dates.Partial(block.Text);
            }
        }

        return dates;
    }

    internal PassageDates? For(string article) => _byArticle.GetValueOrDefault(article);

    private void Partial(string text)
    {
        foreach (Match match in SomeArticles().Matches(text))
        {
            var day = StatedDate.First(match.Groups["day"].Value);
            foreach (Match label in Article().Matches(match.Groups["articles"].Value))
            {
                if (day is { } d && ProvisionNumber.Normal(label.Value) is { } article)
                {
                    var starts = match.Groups["starts"].Success;
                    Set(article, from: starts ? d : null, to: starts ? null : d);
                }
            }
        }
    }

    private void Set(string article, DateOnly? from, DateOnly? to)
    {
        var known = For(article) ?? new PassageDates(null, null);
        _byArticle[article] = new PassageDates(from ?? known.From, to ?? known.To);
    }

    [GeneratedRegex(@"この[^。]{1,8}は[、，]?[^。]{0,10}?" + StatedDate.Pattern + @"から(?:、)?(?:施行|適用|実施)")]
    private static partial Regex Whole();

    // "第三条第二項の規定" bounds a part of an article only; the whole article must not be bounded by it.
    [GeneratedRegex(@"(?<articles>第[〇一二三四五六七八九十百千0-9０-９]{1,9}条(?:[のノ][〇一二三四五六七八九十0-9０-９]{1,4})*(?:(?:、|及び|並びに)第[〇一二三四五六七八九十百千0-9０-９]{1,9}条(?:[のノ][〇一二三四五六七八九十0-9０-９]{1,4})*)*)の規定は[、，]?(?<day>" + StatedDate.Pattern + @")(?:(?<starts>から(?:、)?(?:施行|適用))|限り|まで)")]
    private static partial Regex SomeArticles();

    [GeneratedRegex(@"第[〇一二三四五六七八九十百千0-9０-９]{1,9}条(?:[のノ][〇一二三四五六七八九十0-9０-９]{1,4})*")]
    private static partial Regex Article();
}
