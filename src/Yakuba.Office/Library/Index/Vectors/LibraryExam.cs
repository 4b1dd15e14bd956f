using System.Globalization;
using Yakuba.Office.Library.Wording;
using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Platform.Models.Embedding;
using Yakuba.Platform.Models.Endpoint;
using Yakuba.Search.Vectors;
using Yakuba.Text;

namespace Yakuba.Office.Library.Index.Vectors;

/// <summary>Holds the <see cref="VectorExam"/> over the library: FAQ entries first, then passages with headings, up to <see cref="ExamItem.Most"/>.</summary>
internal sealed class LibraryExam(
    Database database, DataDirectory directory, EmbeddingEndpoint endpoint, LibraryVectors vectors, SearchAnalyser analyser, MeantWords meant, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>True when there is none of this model, or the library has doubled or halved since.</summary>
    internal bool IsDue(AttachedEmbedding embedding)
    {
        using var snapshot = vectors.Snapshot();
        return snapshot.Vectors > 0 && snapshot.Label == embedding.Label && vectors.Worth?.Holds(embedding.Pairing, snapshot.Vectors) != true;
    }

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
            return IsDue(embedding) ? await HoldOneAsync(embedding, tell, cancel) : null;
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
        var items = await ItemsAsync(embedding, cancel);
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
            using var snapshot = vectors.Snapshot();
            vectors.Keep(new VectorWorth(embedding.Pairing, snapshot.Vectors, asked, words, near, both, weight, time.GetUtcNow()));
        }
        finally
        {
            Remove(folder);
        }

        return null;
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<IReadOnlyList<ExamItem>> ItemsAsync(AttachedEmbedding embedding, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        var entries = ExamItem.Sample((await Sql.PassagesAsync(read, embedding, isEntry: true, cancel)).Select(r => r.ToItem()));
        return entries.Count >= ExamItem.Most
            ? entries
            : [.. entries, .. ExamItem.Sample((await Sql.PassagesAsync(read, embedding, isEntry: false, cancel)).Select(r => r.ToItem())).Take(ExamItem.Most - entries.Count)];
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

    private sealed record Row(long version, long ordinal, string title, string heading_path, string question, string text)
    {
        internal ExamItem ToItem() => new(
            string.Create(CultureInfo.InvariantCulture, $"{version}/{ordinal}"),
            question.Length > 0 ? question : string.Join(' ', [title, .. Searching.FoundPassage.Headings(heading_path)]),
            text);
    }

    private static class Sql
    {
        // A library may hold a million passages: every so many-th is enough to choose from.
        internal static async Task<IReadOnlyList<Row>> PassagesAsync(Session session, AttachedEmbedding embedding, bool isEntry, CancellationToken cancel)
        {
            const string From = "FROM passage p JOIN version v ON v.number = p.version JOIN document d ON d.id = v.document_id WHERE v.indexed = 1 AND d.label <= @most AND ";
            var kind = isEntry ? "p.question <> ''" : "p.question = '' AND p.heading_path <> '[]'";
            var most = (long)embedding.Server.MostSecret;
            var all = await session.CountAsync($"SELECT count(*) {From}{kind}", new { most }, cancel);
            return await session.QueryAsync<Row>(
                $"SELECT p.version, p.ordinal, v.title, p.heading_path, p.question, p.text {From}{kind} AND (p.version + p.ordinal) % @step = 0 ORDER BY p.version, p.ordinal",
                new { most, step = Math.Max(1, all / (10 * ExamItem.Most)) },
                cancel);
        }
    }
}
