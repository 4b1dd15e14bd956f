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
        var most = units.Count == 0 ? 0 : units.Max(u => u.Likeness.Covered);
        return [.. units
            .Select(u => (u.Unit, Likeness: u.Likeness with { Behind = most - u.Likeness.Covered }))
            .Select(u => new Candidate(u.Unit, u.Likeness, Answerability.Chance(u.Likeness)))
            .OrderByDescending(c => c.Chance)];
    }
}
