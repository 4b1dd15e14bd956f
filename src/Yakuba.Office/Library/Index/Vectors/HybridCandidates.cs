using Yakuba.Search;
using Yakuba.Search.Vectors;

namespace Yakuba.Office.Library.Index.Vectors;

/// <summary>What either side found for one question, and how near each of them is by words and by vector.</summary>
/// <param name="Hits">The union, those found by words first; scores are those by words, 0 where words did not find it.</param>
/// <param name="Words">Score by words over the best one, 0 to 1, for each hit.</param>
/// <param name="Near">Cosine stretched over the candidates to 0…1, for each hit.</param>
/// <param name="Best">The best score by words; 1 when words found nothing.</param>
public sealed record HybridCandidates(SearchHit[] Hits, double[] Words, double[] Near, double Best)
{
    /// <summary>Candidates of each side, at least.</summary>
    public const int Depth = 100;

    /// <summary>Gathers them.</summary>
    /// <param name="vectors">Vectors of the same groups.</param>
    /// <param name="question">The question's vector.</param>
    /// <param name="permitted">The filter that the search by words had; it holds here too, before anything is scored.</param>
    /// <param name="words">Hits by words, best first.</param>
    /// <param name="top">How many will be wanted.</param>
    public static HybridCandidates Of(VectorSnapshot vectors, float[] question, PermittedGroups permitted, SearchHit[] words, int top)
    {
        var near = new SearchHit[Math.Max(top, Depth)];
        near = near[..vectors.Search(question, permitted, near)];
        var known = words.Select(Key).ToHashSet();
        SearchHit[] all = [.. words, .. near.Where(hit => !known.Contains(Key(hit))).Select(hit => hit with { Score = 0 })];
        var cosines = new double[all.Length];
        vectors.Score(question, permitted, all, cosines);
        var best = words.Length > 0 ? words[0].Score : 1;
        double[] said = [.. all.Select(hit => hit.Score / best)];
        return new(all, said, Stretched(cosines, said), best);
    }

    /// <summary>The one order: by words + <paramref name="weight"/> · by vector, in the scale of words.</summary>
    public SearchHit[] Rank(double weight, int top) =>
    [
        .. Hits.Select((hit, i) => hit with { Score = Best * (Words[i] + (weight * Near[i])) })
            .OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Group).ThenBy(hit => hit.Ordinal).Take(top),
    ];

    // What has no vector, because it may not be sent or is not made yet, is taken to be as near by vector as it is by words: it must not sink for it.
    private static double[] Stretched(double[] cosines, double[] said)
    {
        var (least, most) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var cosine in cosines.Where(double.IsFinite))
        {
            (least, most) = (Math.Min(least, cosine), Math.Max(most, cosine));
        }

        return [.. cosines.Select((cosine, i) => double.IsFinite(cosine) && most > least ? (cosine - least) / (most - least) : said[i])];
    }

    private static ulong Key(SearchHit hit) => ((ulong)hit.Group << 32) | hit.Ordinal;
}
