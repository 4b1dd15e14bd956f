namespace Yakuba.Office.Library.Index.Vectors;

/// <summary>A question's candidates and which of them are right.</summary>
/// <param name="Candidates">The candidates.</param>
/// <param name="IsRight">For each candidate.</param>
public sealed record JudgedCandidates(HybridCandidates Candidates, bool[] IsRight)
{
    /// <summary>Judges candidates.</summary>
    /// <param name="candidates">The candidates.</param>
    /// <param name="isRight">Told of version and passage.</param>
    public static JudgedCandidates Of(HybridCandidates candidates, Func<uint, uint, bool> isRight) =>
        new(candidates, [.. candidates.Hits.Select(hit => isRight(hit.Group, hit.Ordinal))]);

    /// <summary>True when a right one stands first, with vectors counting so much; by vectors alone when words count nothing.</summary>
    public bool IsFirst(double words, double vectors)
    {
        var (first, best) = (-1, double.NegativeInfinity);
        for (var i = 0; i < IsRight.Length; i++)
        {
            var score = (words * Candidates.Words[i]) + (vectors * Candidates.Near[i]);
            (first, best) = score > best ? (i, score) : (first, best);
        }

        return first >= 0 && best > 0 && IsRight[first];
    }
}
