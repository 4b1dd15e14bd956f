namespace Yakuba.Search.Tests;

/// <summary>Short ways to say what goes into an index with the fields title and body.</summary>
internal static class Town
{
    internal static IndexSchema Schema { get; } = new([new("title", 2), new("body", 1)]);

    internal static IndexEntry Passage(uint group, uint ordinal, string title, string body) =>
        new(group, ordinal, [Words(title), Words(body)]);

    internal static IndexQuery InBody(string words) => new([.. Words(words).Select(word => new QueryTerm(1, word, 1))]);

    internal static (uint Group, uint Ordinal)[] Places(this IEnumerable<SearchHit> hits) => [.. hits.Select(hit => (hit.Group, hit.Ordinal))];

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
