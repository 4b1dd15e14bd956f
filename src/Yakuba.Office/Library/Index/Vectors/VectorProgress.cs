using Yakuba.Platform.Data;
using Yakuba.Platform.Jobs;
using Yakuba.Platform.Models.Embedding;

namespace Yakuba.Office.Library.Index.Vectors;

/// <summary>How far the library is with the vectors of a model, for people.</summary>
internal sealed class VectorProgress(Database database, LibraryVectors vectors, VectorWeights weights, JobQueue jobs)
{
    internal async Task<EmbeddingProgress> AtAsync(AttachedEmbedding embedding, CancellationToken cancel)
    {
        var (weight, learning, worth) = await weights.CurrentAsync(embedding, cancel);
        var job = (await jobs.ListAsync(100, cancel)).FirstOrDefault(j => j.Kind == VectorJob.Kind);
        await using var read = await database.ReadAsync(cancel);
        using var snapshot = vectors.Snapshot();
        return new EmbeddingProgress(
            await Sql.CountAsync(read, embedding, "<=", cancel),
            snapshot.Label == embedding.Label ? snapshot.Vectors : 0,
            await Sql.CountAsync(read, embedding, ">", cancel),
            job is { IsOver: false },
            job is { State: "failed" } ? job.Problem : "",
            weight,
            Reason(weight, learning, worth),
            learning,
            worth is null ? null : new EmbeddingExam(worth.Questions, worth.Words, worth.Vectors, worth.Both, worth.At));
    }

    private static EmbeddingReason Reason(double weight, long learning, VectorWorth? worth) => (learning, worth, weight) switch
    {
        ( > 0, _, _) => EmbeddingReason.Learned,
        (_, null, _) => EmbeddingReason.NotMeasured,
        (_, { Questions: < VectorWorth.FewestQuestions }, _) => EmbeddingReason.TooFew,
        (_, _, 0) => EmbeddingReason.AddsNothing,
        _ => EmbeddingReason.Exam,
    };

    private static class Sql
    {
        internal static Task<long> CountAsync(Session session, AttachedEmbedding embedding, string comparison, CancellationToken cancel) => session.CountAsync(
            $"SELECT coalesce(sum(v.passages), 0) FROM version v JOIN document d ON d.id = v.document_id WHERE v.indexed = 1 AND d.label {comparison} @most",
            new { most = (long)embedding.Server.MostSecret },
            cancel);
    }
}
