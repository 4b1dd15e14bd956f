using System.Text.Json;
using Yakuba.Platform.Data;
using Yakuba.Platform.Models.Embedding;
using Yakuba.Search.Vectors;

namespace Yakuba.Office.Library.Index.Vectors;

/// <summary>Compares the rows with the vectors: what has none yet, and what should have none.</summary>
internal static class MissingVectors
{
    /// <summary>Characters of a passage that are sent; models of 512 tokens read no more.</summary>
    internal const int MostCharacters = 600;

    /// <summary>Versions that can be found, may be sent, and have no vector of this model; in order.</summary>
    internal static async Task<IReadOnlyList<uint>> VersionsAsync(Session session, AttachedEmbedding embedding, VectorSnapshot vectors, CancellationToken cancel)
    {
        var known = vectors.Label == embedding.Label ? vectors.Groups.ToHashSet() : [];
        return [.. (await Sql.EligibleAsync(session, embedding, cancel)).Select(v => (uint)v).Where(v => !known.Contains(v))];
    }

    /// <summary>Versions that have vectors and are not among the rows any more: the machine stopped between the rows and the vectors.</summary>
    internal static async Task<IReadOnlyList<uint>> LeftOverAsync(Session session, VectorSnapshot vectors, CancellationToken cancel)
    {
        var there = (await IndexedPassages.VersionsAsync(session, cancel)).Select(v => (uint)v).ToHashSet();
        return [.. vectors.Groups.Where(g => !there.Contains(g))];
    }

    /// <summary>The passages of a version as the model is sent them: title, headings, question and text, cut to <see cref="MostCharacters"/>.</summary>
    internal static async Task<IReadOnlyList<(uint Ordinal, string Text)>> PassagesAsync(Session session, uint version, CancellationToken cancel) =>
        [.. (await Sql.PassagesAsync(session, version, cancel)).Select(r => ((uint)r.ordinal, Short(Text(r))))];

    private static string Text(Row row) => string.Join('\n', new[]
    {
        row.title, string.Join(' ', JsonSerializer.Deserialize<string[]>(row.heading_path) ?? []), row.question, row.text,
    }.Where(part => part.Length > 0));

    private static string Short(string text) => text.Length <= MostCharacters ? text : text[..(char.IsHighSurrogate(text[MostCharacters - 1]) ? MostCharacters - 1 : MostCharacters)];

    internal sealed record Row(long ordinal, string title, string heading_path, string question, string text);

    private static class Sql
    {
        internal static Task<IReadOnlyList<long>> EligibleAsync(Session session, AttachedEmbedding embedding, CancellationToken cancel) => session.QueryAsync<long>(
            "SELECT v.number FROM version v JOIN document d ON d.id = v.document_id WHERE v.indexed = 1 AND v.passages > 0 AND d.label <= @most ORDER BY v.number",
            new { most = (long)embedding.Server.MostSecret },
            cancel);

        internal static Task<IReadOnlyList<Row>> PassagesAsync(Session session, uint version, CancellationToken cancel) => session.QueryAsync<Row>(
            "SELECT p.ordinal, v.title, p.heading_path, p.question, p.text FROM passage p JOIN version v ON v.number = p.version WHERE p.version = @version ORDER BY p.ordinal",
            new { version = (long)version },
            cancel);
    }
}
