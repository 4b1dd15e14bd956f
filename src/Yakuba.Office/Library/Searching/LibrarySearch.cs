using System.Globalization;
using Yakuba.Documents;
using Yakuba.Office.Library.Index;
using Yakuba.Office.Library.Index.Vectors;
using Yakuba.Office.Library.Rights;
using Yakuba.Office.Library.Wording;
using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Search;
using Yakuba.Text;

namespace Yakuba.Office.Library.Searching;

/// <summary>Search over the municipality's passages. It cannot be called without a reader; rights and dates are applied inside the index, before scoring.</summary>
public sealed class LibrarySearch(
    Database database,
    LibraryIndex index,
    HybridRanking hybrid,
    ReadableVersions rights,
    SearchAnalyser analyser,
    MeantWords meant,
    LearnedWays learned,
    NamedProvision provisions)
{
    // Passages looked at for one that is wanted: pairs of characters may stand side by side across a sign, and that is not the phrase.
    private const int LookedAt = 4;

    /// <summary>Finds passages. What the question has in quotation marks raises the passages that hold it.</summary>
    /// <param name="reader">Who asks.</param>
    /// <param name="question">Words or a sentence in the reader's own Japanese.</param>
    /// <param name="day">The day on which the answer is to hold.</param>
    /// <param name="standing">Passages in force on that day, or those not yet or no longer so.</param>
    /// <param name="top">How many, 1 to 1,000.</param>
    /// <param name="cancel">Stops.</param>
    /// <returns>Best first. Empty when the question has no word to search by.</returns>
    public async Task<IReadOnlyList<FoundPassage>> FindAsync(
        Principal reader, string question, DateOnly day, Standing standing, int top, CancellationToken cancel)
    {
        var permitted = await rights.ForAsync(reader, day, standing, cancel);
        SearchHit[] hits;
        using (var snapshot = index.Snapshot())
        {
            var counts = snapshot.CountsFor(permitted);
            var query = PassageQuery.Of(analyser, question, meant, counts);
            if (query.Terms.Count == 0)
            {
                return [];
            }

            var ways = await learned.CurrentAsync(counts, cancel);
            var look = SecondLook.Of(analyser, question, counts);
            hits = await hybrid.FindAsync(question, permitted, top, ByWordsAsync, cancel);

            // All that words tell is complete before vectors join: their weight was measured beside it.
            async Task<SearchHit[]> ByWordsAsync(int wanted)
            {
                var depth = Math.Max(wanted, SecondLook.Depth);
                var byWords = ways.Raise(question, snapshot.Search(query, permitted, depth), permitted, counts, depth);
                return look is null ? byWords : await LookAsync(look, reader, byWords, cancel);
            }
        }

        await using var read = await database.ReadAsync(cancel);
        var found = await ReadAsync(read, reader, hits, [], top, cancel);
        var named = await provisions.FindAsync(read, reader, permitted, question, cancel);
        if (named.Count > 0)
        {
            var best = found.Count > 0 ? found[0].Score : 1;
            var first = await ReadAsync(read, reader, [.. named.Select(n => n with { Score = best })], [], named.Count, cancel);
            found = [.. first, .. found.Where(p => !named.Any(n => n.Group == p.Version.Number && n.Ordinal == p.Ordinal))];
        }

        return [.. found.Take(top)];
    }

    /// <summary>Finds passages that hold everything that the question has in quotation marks, word for word; where it has none, as <see cref="FindAsync"/>.</summary>
    /// <inheritdoc cref="FindAsync"/>
    public async Task<IReadOnlyList<FoundPassage>> FindExactAsync(
        Principal reader, string question, DateOnly day, Standing standing, int top, CancellationToken cancel)
    {
        var phrases = QuotedPhrase.Of(question);
        if (phrases.Count == 0)
        {
            return await FindAsync(reader, question, day, standing, top, cancel);
        }

        var permitted = await rights.ForAsync(reader, day, standing, cancel);
        SearchHit[] hits;
        using (var snapshot = index.Snapshot())
        {
            hits = snapshot.Search(PassageQuery.Exact(PassageQuery.Of(analyser, question, meant, snapshot.CountsFor(permitted))), permitted, top * LookedAt);
        }

        await using var read = await database.ReadAsync(cancel);
        return await ReadAsync(read, reader, hits, phrases, top, cancel);
    }

    private async Task<SearchHit[]> LookAsync(SecondLook look, Principal reader, SearchHit[] hits, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        var texts = (await ReadAsync(read, reader, hits, [], SecondLook.Depth, cancel)).ToDictionary(p => (p.Version.Number, (uint)p.Ordinal), p => p.Wording);
        return [.. look.Order(hits, h => h.Score, h => texts.GetValueOrDefault((h.Group, h.Ordinal), ("", "")), (h, score) => h with { Score = score })];
    }

    private async Task<IReadOnlyList<FoundPassage>> ReadAsync(
        Session read, Principal reader, SearchHit[] hits, IReadOnlyList<QuotedPhrase> phrases, int top, CancellationToken cancel)
    {
        // Rights are looked up again as this session sees them, which began after the search: what was taken away since the filter was made is not shown.
        var rightsOf = await rights.AsSeenByAsync(read, reader, cancel);
        var found = new List<FoundPassage>(Math.Min(top, hits.Length));
        foreach (var hit in hits)
        {
            if (found.Count == top)
            {
                break;
            }

            if (rightsOf(hit.Group) is { } version && await PassageAsync(read, version, hit, cancel) is { } passage && phrases.All(passage.Holds))
            {
                found.Add(passage);
            }
        }

        return found;
    }

    /// <summary>One passage, if the reader may see it.</summary>
    public async Task<FoundPassage?> PassageAsync(Principal reader, uint version, int ordinal, CancellationToken cancel)
    {
        if (await rights.FindAsync(reader, version, cancel) is not { } known)
        {
            return null;
        }

        await using var read = await database.ReadAsync(cancel);
        return await PassageAsync(read, known, new SearchHit(version, (uint)ordinal, 0), cancel);
    }

    /// <summary>The passage of a hit, for a reader whose rights to its version were just looked up.</summary>
    internal static async Task<FoundPassage?> PassageAsync(Session read, VersionRights version, SearchHit hit, CancellationToken cancel) =>
        (await Sql.PassageAsync(read, hit, cancel))?.ToFound(version, hit.Score);
}

file static class Sql
{
    internal static Task<Row?> PassageAsync(Session session, SearchHit hit, CancellationToken cancel) => session.SingleOrDefaultAsync<Row>(
        "SELECT p.ordinal, v.title, v.sha256, p.heading_path, p.text, p.question, p.from_key, p.to_key, p.valid_from, p.valid_to "
        + "FROM passage p JOIN version v ON v.number = p.version WHERE p.version = @version AND p.ordinal = @ordinal",
        new { version = (long)hit.Group, ordinal = (long)hit.Ordinal },
        cancel);
}

file sealed record Row(
    long ordinal, string title, string sha256, string heading_path, string text, string question, string from_key, string to_key, string valid_from, string valid_to)
{
    internal FoundPassage ToFound(VersionRights version, double score) => new(
        version,
        (int)ordinal,
        title,
        sha256,
        FoundPassage.Headings(heading_path),
        text,
        question,
        Locator.Parse(from_key),
        Locator.Parse(to_key),
        Date(valid_from),
        Date(valid_to),
        score);

    private static DateOnly? Date(string text) => text.Length == 0 ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
