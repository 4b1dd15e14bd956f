using Yakuba.Office.Library.Searching;
using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Search;

namespace Yakuba.Office.Evaluate.Learn;

/// <summary>What is written above and in every passage in force, so that a learning is measured with the order in which people will see the hits.</summary>
internal sealed class PassageTexts
{
    private readonly Dictionary<(uint Group, uint Ordinal), (string Above, string Text)> _texts;

    private PassageTexts(Dictionary<(uint Group, uint Ordinal), (string Above, string Text)> texts) =>
        (_texts, Permitted) = (texts, PermittedGroups.Of(texts.Keys.Select(t => t.Group).Distinct()));

    /// <summary>Their versions: drafts and what was replaced are in the index too, and must not take a place.</summary>
    internal PermittedGroups Permitted { get; }

    internal static async Task<PassageTexts> ReadAsync(Database database, DateOnly today, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        var rows = await read.QueryAsync<Row>(
            "SELECT p.version, p.ordinal, v.title, p.heading_path, p.question, p.text FROM passage p JOIN version v ON v.number = p.version "
            + $"WHERE {InForceToday.Sql}",
            new { today = today.ToStore() },
            cancel);
        return new(rows.ToDictionary(
            r => ((uint)r.version, (uint)r.ordinal),
            r => (FoundPassage.Over(r.title, FoundPassage.Headings(r.heading_path)), FoundPassage.Inside(r.question, r.text))));
    }

    /// <summary>Hits after the second look; as they are where there is none.</summary>
    internal SearchHit[] Order(SearchHit[] hits, SecondLook? look) =>
        look is null ? hits : [.. look.Order(hits, h => h.Score, h => _texts.GetValueOrDefault((h.Group, h.Ordinal), ("", "")), (h, score) => h with { Score = score })];

    private sealed record Row(long version, long ordinal, string title, string heading_path, string question, string text);
}
