namespace Yakuba.Office.Evaluate.Learn;

/// <summary>What a learning brings to questions that it has not seen.</summary>
/// <param name="Questions">Judged questions.</param>
/// <param name="Places">Places that answer them.</param>
/// <param name="Without">nDCG@10 without it, 0 to 1.</param>
/// <param name="With">The same with what is used of it, each question ranked with what the other parts teach.</param>
/// <param name="Chance">How often chance alone brings as much (<see cref="GainTest"/>), 0 to 1.</param>
/// <param name="UsesWays">True when known ways to ask are part of what is used.</param>
/// <param name="Weight">The weight of vectors that is part of what is used; null for none.</param>
internal sealed record GainReport(int Questions, int Places, double Without, double With, double Chance, bool UsesWays, LearnedWeight? Weight)
{
    /// <summary>What the best choice brings.</summary>
    internal static GainReport Of(MeasuredLearning measured)
    {
        var (now, others) = (measured.Choices[0].Scores, measured.Choices.Skip(1).ToList());
        var best = others.MaxBy(c => c.Scores.Sum())!;
        var chance = GainTest.Chance([.. others.Select(c => c.Scores.Zip(now, (with, without) => with - without).ToArray())], measured.Places);
        return new(now.Count, measured.Places.Distinct().Count(), now.Average(), best.Scores.Average(), chance, best.Ways, best.Weight);
    }

    /// <summary>True when it is worth using.</summary>
    internal bool IsGain => With > Without && Chance < GainTest.MostChance;
}
