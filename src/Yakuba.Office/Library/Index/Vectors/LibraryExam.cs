using Yakuba.Office.Library.Wording;
using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Platform.Models.Embedding;
using Yakuba.Platform.Models.Endpoint;
using Yakuba.Search;
using Yakuba.Search.Vectors;
using Yakuba.Text;

namespace Yakuba.Office.Library.Index.Vectors;

/// <summary>Holds the <see cref="VectorExam"/> over what everybody may read: FAQ entries first, then passages with headings, up to <see cref="ExamItem.Most"/>.</summary>
/// <remarks>One weight holds for all readers, so that nothing may decide it that one of them may not read: neither texts nor how many there are, nor their numbers.</remarks>
internal sealed class LibraryExam(
    Database database, DataDirectory directory, EmbeddingEndpoint endpoint, LibraryVectors vectors, SearchAnalyser analyser, MeantWords meant, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>True when there is none of this model, or what everybody may read has doubled or halved since.</summary>
    internal async Task<bool> IsDueAsync(AttachedEmbedding embedding, CancellationToken cancel) =>
        await VectorsAsync(embedding, cancel) is > 0 and var now && vectors.Worth?.Holds(embedding.Pairing, now) != true;

    /// <summary>Holds it where it is due and keeps the outcome beside the vectors.</summary>
    /// <param name="embedding">The model.</param>
    /// <param name="tell">Told after each batch.</param>
    /// <param name="cancel">Stops; nothing is kept.</param>
    /// <returns>Why there is no outcome, or null.</returns>
    internal async Task<ModelFailure?> HoldAsync(AttachedEmbedding embedding, Func<Task> tell, CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            return await IsDueAsync(embedding, cancel) ? await HoldOneAsync(embedding, tell, cancel) : null;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private async Task<ModelFailure?> HoldOneAsync(AttachedEmbedding embedding, Func<Task> tell, CancellationToken cancel)
    {
        var items = await ItemsAsync(cancel);
        var texts = await VectorsAsync(embedding, EmbeddingPurpose.Passages, [.. items.Select(i => i.Text)], tell, cancel);
        var questions = await VectorsAsync(embedding, EmbeddingPurpose.ManyQuestions, [.. items.Select(i => i.Question)], tell, cancel);
        if ((texts.Failure ?? questions.Failure) is { } failure)
        {
            return failure;
        }

        // Inside the data directory: what is written there is text of documents.
        var folder = Path.Combine(directory.Root, "vectors", "exam");
        Remove(folder);
        Directory.CreateDirectory(folder);
        try
        {
            var (asked, words, near, both, weight) = VectorExam.Hold(folder, items, texts.Vectors, questions.Vectors, analyser, meant);
            vectors.Keep(new VectorWorth(embedding.Pairing, await VectorsAsync(embedding, cancel), asked, words, near, both, weight, time.GetUtcNow()));
        }
        finally
        {
            Remove(folder);
        }

        return null;
    }

    /// <summary>Vectors of this model of what everybody may read.</summary>
    private async Task<long> VectorsAsync(AttachedEmbedding embedding, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        using var snapshot = vectors.Snapshot();
        return snapshot.Label == embedding.Label ? snapshot.VectorsIn(PermittedGroups.Of((await Sql.VersionsAsync(read, cancel)).Select(v => (uint)v))) : 0;
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<IReadOnlyList<ExamItem>> ItemsAsync(CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        var entries = ExamItem.Sample((await Sql.PassagesAsync(read, isEntry: true, cancel)).Select(r => r.ToItem()));
        return entries.Count >= ExamItem.Most
            ? entries
            : [.. entries, .. ExamItem.Sample((await Sql.PassagesAsync(read, isEntry: false, cancel)).Select(r => r.ToItem())).Take(ExamItem.Most - entries.Count)];
    }

    private async Task<(float[]?[] Vectors, ModelFailure? Failure)> VectorsAsync(
        AttachedEmbedding embedding, EmbeddingPurpose purpose, IReadOnlyList<string> texts, Func<Task> tell, CancellationToken cancel)
    {
        var made = await new VectorMaker(endpoint, embedding, purpose).OfAsync(0, [.. texts.Select((text, i) => ((uint)i, text))], tell, cancel);
        var all = new float[]?[texts.Count];
        foreach (var entry in made.Entries)
        {
            all[entry.Ordinal] = entry.Vector;
        }

        return (all, made.Failure);
    }

    private sealed record Row(string title, string heading_path, string question, string text)
    {
        internal ExamItem ToItem() => new(
            $"{question}\n{text}", // no number: those of hidden documents stand between
            question.Length > 0 ? question : string.Join(' ', [title, .. Searching.FoundPassage.Headings(heading_path)]),
            text);
    }

    private static class Sql
    {
        // Label 0 is 公開.
        private const string From = "FROM version v JOIN document d ON d.id = v.document_id AND d.label = 0 AND v.indexed = 1 AND v.state = 'published'";

        internal static Task<IReadOnlyList<long>> VersionsAsync(Session session, CancellationToken cancel) => session.QueryAsync<long>($"SELECT v.number {From}", cancel: cancel);

        // A library may hold a million passages: about every so many-th is enough to choose from, by what it says and not by its number.
        internal static async Task<IReadOnlyList<Row>> PassagesAsync(Session session, bool isEntry, CancellationToken cancel)
        {
            var where = $"{From} JOIN passage p ON p.version = v.number AND " + (isEntry ? "p.question <> ''" : "p.question = '' AND p.heading_path <> '[]'");
            var all = await session.CountAsync($"SELECT count(*) {where}", cancel: cancel);
            return await session.QueryAsync<Row>(
                $"SELECT v.title, p.heading_path, p.question, p.text {where} AND (p.ordinal * 17 + length(p.text)) % @step = 0",
                new { step = Math.Max(1, all / (10 * ExamItem.Most)) },
                cancel);
        }
    }
}
