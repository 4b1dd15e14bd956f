using Yakuba.Office.Library.Searching;

namespace Yakuba.Office.Ask.Judge;

/// <summary>A unit of evidence with the chance that it answers.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Likeness">How it meets the question.</param>
/// <param name="Chance">0 to 1.</param>
public sealed record Candidate(AnswerUnit Unit, Likeness Likeness, double Chance);

/// <summary>Orders what search found by the chance that it answers.</summary>
public sealed class EvidenceRanking(QuestionTermsReader questions, LikenessReader likeness)
{
    /// <summary>Units of all passages, best first.</summary>
    public IReadOnlyList<Candidate> Rank(string question, IReadOnlyList<FoundPassage> passages)
    {
        if (passages.Count == 0)
        {
            return [];
        }

        var asked = questions.Read(question);
        var top = passages.Max(p => p.Score);
        var units = passages.SelectMany(p => likeness.Compare(asked, p, top)).ToList();
        var most = units.Where(u => !u.Likeness.IsRuledOut).Select(u => u.Likeness.Covered).DefaultIfEmpty().Max();
        var next = passages.Select(p => p.Score).OrderDescending().Skip(1).FirstOrDefault();
        var fits = units
            .GroupBy(u => u.Unit.Passage, (IEqualityComparer<FoundPassage>)ReferenceEqualityComparer.Instance)
            .Select(g => (Passage: g.Key, Fit: g.Max(u => Fit(u.Likeness))))
            .OrderByDescending(f => f.Fit)
            .Take(2)
            .ToList();
        return [.. units
            .Select(u => (u.Unit, Likeness: u.Likeness with
            {
                Behind = Math.Max(0, most - u.Likeness.Covered),
                Lead = top <= 0 ? 0 : Math.Max(0, (u.Unit.Passage.Score - next) / top),
                Margin = Fit(u.Likeness) - fits.Where(f => !ReferenceEquals(f.Passage, u.Unit.Passage)).Select(f => f.Fit).FirstOrDefault(),
            }))
            .Select(u => new Candidate(u.Unit, u.Likeness, Answerability.Chance(u.Likeness)))
            .OrderByDescending(c => c.Chance)];
    }

    // How well the name of a passage and the question explain each other.
    private static double Fit(Likeness likeness) => (likeness.MeantNamed + likeness.Explained) / 2;
}
