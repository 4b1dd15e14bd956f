using Yakuba.Office.Library.Index.Vectors;
using Yakuba.Platform;
using Yakuba.Platform.Models.Embedding;
using Yakuba.Search;

namespace Yakuba.Office.Evaluate.Learn;

/// <summary>How vectors should count, from judged questions, beside how the library's exam lets them count.</summary>
/// <param name="Embedding">The model.</param>
/// <param name="Before">The weight of the exam.</param>
/// <param name="After">The weight learned from all judged questions.</param>
internal sealed record LearnedWeight(AttachedEmbedding Embedding, double Before, double After);

/// <summary>The first hits of a judged question, before known ways: as search ranks them now, and with the weight that the other parts teach.</summary>
/// <param name="Before">As now.</param>
/// <param name="After">With the learned weight; the same as <paramref name="Before"/> where no vectors take part.</param>
internal readonly record struct BaseHits(SearchHit[] Before, SearchHit[] After);

/// <summary>Learns the weight of vectors beside words, where an embedding model is attached.</summary>
internal sealed class WeightLearning(EmbeddingEndpoint endpoint, QuestionCandidates candidates, VectorWeights weights)
{
    internal const int Top = HybridCandidates.Depth;

    /// <summary>Learns.</summary>
    /// <param name="judged">Right passages by question.</param>
    /// <param name="words">Searches by words.</param>
    /// <param name="cancel">Stops.</param>
    /// <returns>Hits by question, and the weight; null where no vectors take part. A problem when the embedding server fails.</returns>
    internal async Task<Result<(IReadOnlyDictionary<string, BaseHits> Hits, LearnedWeight? Weight)>> LearnAsync(
        IReadOnlyDictionary<string, HashSet<(uint Group, uint Ordinal)>> judged, Func<string, SearchHit[]> words, CancellationToken cancel)
    {
        var hits = judged.Keys.ToDictionary(q => q, words);
        if (await endpoint.FindAsync(cancel) is not { } embedding)
        {
            return (hits.ToDictionary(h => h.Key, h => new BaseHits(h.Value, h.Value)), null);
        }

        if (!(await candidates.OfAsync(embedding, [.. judged.Keys], q => hits[q], cancel)).TryGet(out var found, out var problem))
        {
            return problem;
        }

        if (found.Count == 0)
        {
            return (hits.ToDictionary(h => h.Key, h => new BaseHits(h.Value, h.Value)), null);
        }

        var before = (await weights.CurrentAsync(embedding, cancel)).Worth?.Weight ?? 0;
        var learned = FoldWeights.Of([.. found.Select(f => (f.Key, JudgedCandidates.Of(f.Value, (group, ordinal) => judged[f.Key].Contains((group, ordinal)))))]);
        SearchHit[] Ranked(string question, double weight) => weight > 0 && found.TryGetValue(question, out var both) ? both.Rank(weight, Top) : hits[question];
        return (judged.Keys.ToDictionary(q => q, q => new BaseHits(Ranked(q, before), Ranked(q, learned.For(q)))), new LearnedWeight(embedding, before, learned.All));
    }
}
