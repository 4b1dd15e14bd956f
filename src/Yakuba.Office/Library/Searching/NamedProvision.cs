using Yakuba.Office.Library.Catalogue;
using Yakuba.Office.Library.Index;
using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Search;
using Yakuba.Text;

namespace Yakuba.Office.Library.Searching;

/// <summary>Provisions that a question names with their law: 「会社法 第847条」 means that article, whatever else speaks of it.</summary>
public sealed class NamedProvision(LibraryCatalogue catalogue)
{
    /// <summary>First passages of the named provisions, for titles that stand in the question.</summary>
    /// <param name="session">Reads the passages.</param>
    /// <param name="reader">Who asks.</param>
    /// <param name="permitted">The versions that may be found.</param>
    /// <param name="question">The question.</param>
    /// <param name="cancel">Stops.</param>
    /// <returns>Longest title first; empty when no article or no title is named. Scores are 0.</returns>
    internal async Task<IReadOnlyList<SearchHit>> FindAsync(Session session, Principal reader, PermittedGroups permitted, string question, CancellationToken cancel)
    {
        var normal = NormalText.Of(question).Value;
        var keys = Keys(normal);
        if (keys.Count == 0)
        {
            return [];
        }

        var named = (await catalogue.AllAsync(reader, cancel))
            .Where(c => c.Articles > 0 && permitted.Contains(c.Number))
            .Select(c => (Card: c, Title: NormalText.Of(c.Title).Value))
            .Where(c => c.Title.Length > 1 && normal.Contains(c.Title, StringComparison.Ordinal))
            .OrderByDescending(c => c.Title.Length)
            .ThenByDescending(c => c.Card.Number)
            .Take(3);
        var hits = new List<SearchHit>();
        foreach (var (card, _) in named)
        {
            foreach (var key in keys)
            {
                if (await Sql.FirstAsync(session, card.Number, key, cancel) is >= 0 and var ordinal)
                {
                    hits.Add(new SearchHit(card.Number, (uint)ordinal, 0));
                }
            }
        }

        return hits;
    }

    /// <summary>Locator keys of the provisions that a text names: <c>article:第847条の2</c>, <c>article:第12条第2項</c>.</summary>
    /// <param name="normal">Text in normal form.</param>
    internal static IReadOnlyList<string> Keys(string normal) =>
        [.. ArticleTerms.Named().Matches(normal)
            .Select(m => $"article:{ArticleTerms.Article(m)}{(m.Groups["p"].Success ? $"第{ArticleTerms.Number(m.Groups["p"].Value)}項" : "")}")
            .Distinct()];
}

file static class Sql
{
    /// <returns>-1 when the version has no such provision. A 項 that shares the passage of its article is found by the article.</returns>
    internal static async Task<long> FirstAsync(Session session, uint version, string key, CancellationToken cancel)
    {
        var found = await AtAsync(session, version, key, cancel);
        var paragraph = key.LastIndexOf("条第", StringComparison.Ordinal);
        return found < 0 && paragraph > 0 ? await AtAsync(session, version, key[..(paragraph + 1)], cancel) : found;
    }

    private static Task<long> AtAsync(Session session, uint version, string key, CancellationToken cancel) => session.CountAsync(
        "SELECT coalesce(min(ordinal), -1) FROM passage WHERE version = @version AND from_key = @key", new { version = (long)version, key }, cancel);
}
