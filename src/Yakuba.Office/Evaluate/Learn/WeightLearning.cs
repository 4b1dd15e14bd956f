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

/// <summary>Hits by words united with vectors, for each judged question.</summary>
/// <param name="Before">With the weight of the exam; by words alone where no vectors take part.</param>
/// <param name="After">With the weight that the questions of the other parts teach.</param>
/// <param name="Weight">The weight; null where no vectors take part.</param>
internal sealed record WeighedHits(IReadOnlyDictionary<string, SearchHit[]> Before, IReadOnlyDictionary<string, SearchHit[]> After, LearnedWeight? Weight);

/// <summary>Learns the weight of vectors beside words, where an embedding model is attached.</summary>
internal sealed class WeightLearning(EmbeddingEndpoint endpoint, QuestionCandidates candidates, VectorWeights weights)
{
    internal const int Top = HybridCandidates.Depth;

    /// <summary>Learns, for each way to search by words a weight of its own.</summary>
    /// <param name="judged">Right passages by question.</param>
    /// <param name="words">For each way, all that words find for each question.</param>
    /// <param name="permitted">What may be found.</param>
    /// <param name="cancel">Stops.</param>
    /// <returns>One for each of <paramref name="words"/>. A problem when the embedding server fails.</returns>
    internal async Task<Result<IReadOnlyList<WeighedHits>>> LearnAsync(
        IReadOnlyDictionary<string, HashSet<(uint Group, uint Ordinal)>> judged,
        IReadOnlyList<IReadOnlyDictionary<string, SearchHit[]>> words,
        PermittedGroups permitted,
        CancellationToken cancel)
    {
        if (await endpoint.FindAsync(cancel) is not { } embedding)
        {
            return ByWords(words);
        }

        if (!(await candidates.OfAsync(embedding, [.. judged.Keys], q => [.. words.Select(w => w[q])], permitted, cancel)).TryGet(out var found, out var problem))
        {
            return problem;
        }

        if (found.Count == 0)
        {
            return ByWords(words);
        }

        var before = (await weights.CurrentAsync(embedding, cancel)).Worth?.Weight ?? 0;
        return words.Select((hits, way) => Weigh(way, hits)).ToList();

        WeighedHits Weigh(int way, IReadOnlyDictionary<string, SearchHit[]> hits)
        {
            var learned = FoldWeights.Of([.. found.Select(f => (f.Key, JudgedCandidates.Of(f.Value[way], (group, ordinal) => judged[f.Key].Contains((group, ordinal)))))]);
            SearchHit[] Ranked(string question, double weight) => weight > 0 && found.TryGetValue(question, out var both) ? both[way].Rank(weight, Top) : hits[question];
            return new(
                judged.Keys.ToDictionary(q => q, q => Ranked(q, before)),
                judged.Keys.ToDictionary(q => q, q => Ranked(q, learned.For(q))),
                new LearnedWeight(embedding, before, learned.All));
        }
    }

    private static List<WeighedHits> ByWords(IReadOnlyList<IReadOnlyDictionary<string, SearchHit[]>> words) => [.. words.Select(hits => new WeighedHits(hits, hits, null))];
}
