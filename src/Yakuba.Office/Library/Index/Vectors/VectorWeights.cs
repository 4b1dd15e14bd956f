using Yakuba.Platform.Data;
using Yakuba.Platform.Models.Embedding;

namespace Yakuba.Office.Library.Index.Vectors;

/// <summary>The weight of vectors beside words that search uses now, and where it comes from.</summary>
/// <param name="Weight">0 while search is by words alone.</param>
/// <param name="Learning">The learning that set it; 0 when it comes from the exam, or there is none.</param>
/// <param name="Worth">The exam of the attached model; null before it was held.</param>
public sealed record WeightInUse(double Weight, long Learning, VectorWorth? Worth);

/// <summary>Knows the weight in use: learned from judged questions where there is a learning of the attached model, else that of the library's exam.</summary>
public sealed class VectorWeights(Database database, LibraryVectors vectors)
{
    // The store holds whole numbers.
    private const double Stored = 1000;

    /// <summary>The weight for a model, as it stands now.</summary>
    public async Task<WeightInUse> CurrentAsync(AttachedEmbedding embedding, CancellationToken cancel)
    {
        var worth = vectors.Worth is { } held && held.Model == embedding.Pairing ? held : null;
        await using var read = await database.ReadAsync(cancel);
        return await Sql.LearnedAsync(read, embedding.Pairing, cancel) is { } learned
            ? new WeightInUse(learned.vector_weight / Stored, learned.number, worth)
            : new WeightInUse(worth?.Weight ?? 0, 0, worth);
    }

    /// <summary>Keeps a learned weight with its learning.</summary>
    public static Task KeepAsync(UnitOfWork work, long learning, AttachedEmbedding embedding, double weight, CancellationToken cancel) => work.ExecuteAsync(
        "UPDATE learning SET vector_weight = @weight, vector_model = @model WHERE number = @learning",
        new { learning, weight = (long)Math.Round(weight * Stored), model = embedding.Pairing },
        cancel);

    private sealed record Learned(long number, long vector_weight);

    private static class Sql
    {
        internal static Task<Learned?> LearnedAsync(Session session, string model, CancellationToken cancel) => session.SingleOrDefaultAsync<Learned>(
            "SELECT number, vector_weight FROM learning WHERE active = 1 AND vector_weight >= 0 AND vector_model = @model", new { model }, cancel);
    }
}
