using System.Text.Json;
using Yakuba.Platform.Data;
using Yakuba.Search;
using Yakuba.Text;

namespace Yakuba.Office.Library.Index;

/// <summary>Passages as the index takes them, from the rows that hold their text.</summary>
internal static class IndexedPassages
{
    /// <summary>Numbers of the versions that can be found, in order.</summary>
    internal static Task<IReadOnlyList<long>> VersionsAsync(Session session, CancellationToken cancel) =>
        session.QueryAsync<long>("SELECT number FROM version WHERE indexed = 1 ORDER BY number", cancel: cancel);

    /// <summary>How many passages the index must hold at least.</summary>
    internal static Task<long> ExpectedAsync(Session session, CancellationToken cancel) =>
        session.CountAsync("SELECT coalesce(sum(passages), 0) FROM version WHERE indexed = 1", cancel: cancel);

    /// <summary>The entries of one version.</summary>
    internal static async Task<IReadOnlyList<IndexEntry>> OfAsync(Session session, SearchAnalyser analyser, uint version, CancellationToken cancel)
    {
        var rows = await session.QueryAsync<Row>(
            "SELECT p.ordinal, v.title, p.heading_path, p.question, p.text FROM passage p JOIN version v ON v.number = p.version WHERE p.version = @version ORDER BY p.ordinal",
            new { version = (long)version },
            cancel);
        return [.. rows.Select(r => new IndexEntry(version, (uint)r.ordinal, PassageFields.Terms(analyser, r.title, Headings(r.heading_path), r.question, r.text)))];
    }

    private static string Headings(string json) => string.Join(' ', JsonSerializer.Deserialize<string[]>(json) ?? []);

    private sealed record Row(long ordinal, string title, string heading_path, string question, string text);
}
