using Yakuba.Text;

namespace Yakuba.Office.Ask.Judge;

/// <summary>The rule that decides whether a question is answered at all: by its best unit, and by what the other passages say.</summary>
/// <remarks>Weights were fitted like those of <see cref="Answerability"/>, with their signs held to their meaning; docs/quality.md tells how.</remarks>
public static class Decision
{
    /// <summary>From this chance on a question is answered.</summary>
    public const double Least = 0.82;

    // A lead beyond this many nats tells no more.
    private const double MostLead = 4;

    // A FAQ question of which the asker says or means less than this was written for something else, whatever its answer mentions.
    private const double LittleExplained = 0.4;

    private const double Bias = -0.08;
    private const double OfOdds = 1.38;
    private const double OfLead = 0.50;
    private const double OfUnexplained = -1.14;
    private const double OfSideOther = -0.40;

    /// <summary>The chance that the best candidate answers rightly.</summary>
    /// <param name="candidates">Those that may answer, best first.</param>
    /// <returns>0 to 1; 0 for none.</returns>
    public static double Chance(IReadOnlyList<Candidate> candidates)
    {
        if (candidates.Count == 0)
        {
            return 0;
        }

        var best = candidates[0];
        var lead = Math.Clamp(Odds(best) - OtherOdds(candidates), 0, MostLead);
        var unexplained = best.Likeness.IsFaq ? Math.Max(0, LittleExplained - best.Likeness.Explained) / LittleExplained : 0;
        var sum = Bias + (OfOdds * Odds(best)) + (OfLead * lead) + (OfUnexplained * unexplained) + (OfSideOther * best.Likeness.SideOther);
        return 1 / (1 + Math.Exp(-sum));
    }

    // The best passage that says otherwise. 14日以内 here and there: two passages that tell the same are no rivals.
    private static double OtherOdds(IReadOnlyList<Candidate> candidates)
    {
        var told = Told(candidates[0]);
        return candidates
            .Where(c => !ReferenceEquals(c.Unit.Passage, candidates[0].Unit.Passage) && (told.Count == 0 || !told.Overlaps(Told(c))))
            .Select(Odds)
            .DefaultIfEmpty(double.NegativeInfinity)
            .First();
    }

    private static double Odds(Candidate candidate) => Math.Log(candidate.Chance / (1 - candidate.Chance));

    private static HashSet<string> Told(Candidate candidate) => [.. candidate.For.Told(NormalText.Of(candidate.Unit.Text).Value)];
}
