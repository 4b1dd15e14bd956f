using Yakuba.Search;
using Yakuba.Search.Vectors;

namespace Yakuba.Office.Library.Index.Vectors;

/// <summary>One order from two: what was found by words, and what is near by vector.</summary>
/// <remarks>
/// Candidates are the best of each side. score = words + weight · best words · cosine stretched to 0…1 over the candidates. The weight is
/// measured, never set by hand: <see cref="VectorExam"/> before anything was learned, judged questions after. Figures: docs/quality.md.
/// </remarks>
public static class HybridScores
{
    /// <summary>Ranks the union.</summary>
    /// <param name="vectors">Vectors of the same groups.</param>
    /// <param name="question">The question's vector.</param>
    /// <param name="permitted">The filter that the search by words had; it holds here too, before anything is scored.</param>
    /// <param name="words">Hits by words, best first.</param>
    /// <param name="weight">How much vectors count beside words, which count 1; with 0 the order is that of words.</param>
    /// <param name="top">How many to return.</param>
    /// <returns>Best first; scores are in the scale of those by words.</returns>
    public static SearchHit[] Rank(VectorSnapshot vectors, float[] question, PermittedGroups permitted, SearchHit[] words, double weight, int top) =>
        weight > 0 ? HybridCandidates.Of(vectors, question, permitted, words, top).Rank(weight, top) : words.Length <= top ? words : words[..top];
}
