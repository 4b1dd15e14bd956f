using Yakuba.Search;
using Yakuba.Search.Vectors;

namespace Yakuba.Office.Library.Index.Vectors;

/// <summary>One order from two: what was found by words, and what is near by vector.</summary>
/// <remarks>
/// Candidates are the best of each side. Their cosines are stretched to 0…1 over the candidates and weigh as much as the best hit by words:
/// score = words + best words · stretched cosine. It has no weight to tune. Figures, and where one side alone is better: docs/quality.md.
/// </remarks>
public static class HybridScores
{
    /// <summary>Candidates of each side, at least.</summary>
    internal const int Depth = 100;

    /// <summary>Ranks the union.</summary>
    /// <param name="vectors">Vectors of the same groups.</param>
    /// <param name="question">The question's vector.</param>
    /// <param name="permitted">The filter that the search by words had; it holds here too, before anything is scored.</param>
    /// <param name="words">Hits by words, best first.</param>
    /// <param name="top">How many to return.</param>
    /// <returns>Best first; scores are in the scale of those by words.</returns>
    public static SearchHit[] Rank(VectorSnapshot vectors, float[] question, PermittedGroups permitted, SearchHit[] words, int top)
    {
        var near = new SearchHit[Math.Max(top, Depth)];
        near = near[..vectors.Search(question, permitted, near)];
        var known = words.Select(Key).ToHashSet();
        SearchHit[] all = [.. words, .. near.Where(hit => !known.Contains(Key(hit))).Select(hit => hit with { Score = 0 })];
        var cosines = new double[all.Length];
        vectors.Score(question, permitted, all, cosines);
        var (least, most) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var cosine in cosines.Where(double.IsFinite))
        {
            (least, most) = (Math.Min(least, cosine), Math.Max(most, cosine));
        }

        if (most <= least)
        {
            return words.Length <= top ? words : words[..top];
        }

        var best = words.Length > 0 ? words[0].Score : 1;
        for (var i = 0; i < all.Length; i++)
        {
            var stretched = double.IsFinite(cosines[i]) ? (cosines[i] - least) / (most - least) : 0;
            all[i] = all[i] with { Score = all[i].Score + (best * stretched) };
        }

        return [.. all.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Group).ThenBy(hit => hit.Ordinal).Take(top)];
    }

    private static ulong Key(SearchHit hit) => ((ulong)hit.Group << 32) | hit.Ordinal;
}
