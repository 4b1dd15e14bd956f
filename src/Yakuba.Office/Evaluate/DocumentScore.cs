using Yakuba.Search;

namespace Yakuba.Office.Evaluate;

/// <summary>A document's score from those of its passages: the best one counts whole, each further one less, so that a document which speaks of a matter throughout comes before one that names it once.</summary>
internal static class DocumentScore
{
    private const double Share = 0.1;
    private const int MostPassages = 4;

    /// <summary>Documents (groups), best first; equal ones by group.</summary>
    /// <param name="hits">Passages, best first.</param>
    internal static IReadOnlyList<(uint Group, double Score)> Of(IReadOnlyList<SearchHit> hits)
    {
        var scores = new Dictionary<uint, (double Sum, int Passages)>();
        foreach (var hit in hits)
        {
            var (sum, passages) = scores.GetValueOrDefault(hit.Group);
            if (passages < MostPassages)
            {
                scores[hit.Group] = (sum + (hit.Score * Math.Pow(Share, passages)), passages + 1);
            }
        }

        return [.. scores.Select(s => (s.Key, s.Value.Sum)).OrderByDescending(s => s.Sum).ThenBy(s => s.Key)];
    }
}
