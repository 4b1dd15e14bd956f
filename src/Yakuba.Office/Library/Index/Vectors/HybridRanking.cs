using Yakuba.Platform.Models.Embedding;
using Yakuba.Search;

namespace Yakuba.Office.Library.Index.Vectors;

/// <summary>Search by words, and by vectors too where an embedding model is attached, is worth it, has made them, and answers in time.</summary>
public sealed class HybridRanking(EmbeddingEndpoint endpoint, QuestionVectors questions, LibraryVectors vectors, VectorWeights weights)
{
    /// <summary>Finds passages.</summary>
    /// <param name="question">The question as it was asked.</param>
    /// <param name="permitted">Versions that may be found.</param>
    /// <param name="top">How many.</param>
    /// <param name="words">Searches by words; given how many are wanted.</param>
    /// <param name="cancel">Stops.</param>
    /// <returns>Best first; scores are in the scale of those by words.</returns>
    internal async Task<SearchHit[]> FindAsync(string question, PermittedGroups permitted, int top, Func<int, Task<SearchHit[]>> words, CancellationToken cancel)
    {
        if (await endpoint.FindAsync(cancel) is not { } embedding
            || await weights.CurrentAsync(embedding, cancel) is not { Weight: > 0 } inUse
            || await questions.FindAsync(embedding, question, cancel) is not { } vector)
        {
            return await words(top);
        }

        using var snapshot = vectors.Snapshot();
        return snapshot.HasVectorsIn(permitted) && snapshot.Label == embedding.Label && snapshot.Dimension == vector.Length
            ? HybridScores.Rank(snapshot, vector, permitted, await words(Math.Max(top, HybridCandidates.Depth)), inUse.Weight, top)
            : await words(top);
    }
}
