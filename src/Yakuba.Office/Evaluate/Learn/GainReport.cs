namespace Yakuba.Office.Evaluate.Learn;

/// <summary>What a learning brings to questions that it has not seen.</summary>
/// <param name="Questions">Judged questions.</param>
/// <param name="Without">nDCG@10 without it, 0 to 1.</param>
/// <param name="With">The same with what is used of it, each question ranked with what the other parts teach.</param>
/// <param name="UsesWays">True when known ways to ask are part of what is used.</param>
/// <param name="Weight">The weight of vectors that is part of what is used; null for none.</param>
internal sealed record GainReport(int Questions, double Without, double With, bool UsesWays, LearnedWeight? Weight)
{
    /// <summary>What the best choice brings.</summary>
    /// <param name="choices">First the search as it is, then the others.</param>
    internal static GainReport Of(IReadOnlyList<LearningChoice> choices)
    {
        var best = choices.Skip(1).MaxBy(c => c.Scores.Sum())!;
        return new(best.Scores.Count, choices[0].Scores.Average(), best.Scores.Average(), best.Ways, best.Weight);
    }

    /// <summary>True when it is worth using.</summary>
    internal bool IsGain => With > Without;
}
