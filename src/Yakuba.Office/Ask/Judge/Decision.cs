using Yakuba.Text;

namespace Yakuba.Office.Ask.Judge;

/// <summary>The rule that decides whether a question is answered at all: by its best unit, and by what the other passages say.</summary>
public static class Decision
{
    /// <summary>From this chance on a question is answered.</summary>
    public const double Least = 0.82;

    // A lead beyond this many nats tells no more.
    private const double MostLead = 4;

    // A FAQ question of which the asker says or means less than this was written for something else, whatever its answer mentions.
    private const double LittleExplained = 0.4;

    /// <summary>The rule in use, in the order of <see cref="Values"/>; fitted like that of <see cref="Answerability"/>.</summary>
    public static LogisticRule InUse { get; } = new(-0.08, [1.38, 0.50, -1.14, -0.40]);

    /// <summary>Names of <see cref="Values"/>.</summary>
    public static IReadOnlyList<string> Names { get; } = ["Odds", "Lead", "Unexplained", "SideOther"];

    /// <summary>What each of <see cref="Values"/> means for the chance, as <see cref="Likeness.Signs"/>.</summary>
    public static IReadOnlyList<int> Signs { get; } = [1, 1, -1, -1];

    /// <summary>The chance that the best candidate answers rightly.</summary>
    /// <param name="candidates">Those that may answer, best first.</param>
    /// <returns>0 to 1; 0 for none.</returns>
    public static double Chance(IReadOnlyList<Candidate> candidates) => candidates.Count == 0 ? 0 : InUse.Chance(Values(candidates));

    /// <summary>The numbers by which the rule decides.</summary>
    /// <param name="candidates">Those that may answer, best first; at least one.</param>
    public static IReadOnlyList<double> Values(IReadOnlyList<Candidate> candidates)
    {
        var best = candidates[0];
        var lead = Math.Clamp(Odds(best) - OtherOdds(candidates), 0, MostLead);
        var unexplained = best.Likeness.IsFaq ? Math.Max(0, LittleExplained - best.Likeness.Explained) / LittleExplained : 0;
        return [Odds(best), lead, unexplained, best.Likeness.SideOther];
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
