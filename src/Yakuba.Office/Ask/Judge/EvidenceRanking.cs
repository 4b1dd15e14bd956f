using Yakuba.Office.Ask.Understand;
using Yakuba.Office.Library.Searching;
using Yakuba.Search;

namespace Yakuba.Office.Ask.Judge;

/// <summary>A unit of evidence with the chance that it answers.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Likeness">How it meets the question.</param>
/// <param name="Chance">0 to 1: beside the other units; whether the question can be answered with it is for <see cref="Decision"/>.</param>
/// <param name="For">What the question wants to hear.</param>
public sealed record Candidate(AnswerUnit Unit, Likeness Likeness, double Chance, AskedFor For);

/// <summary>What search found, judged.</summary>
/// <param name="Candidates">Units of all passages, best first.</param>
/// <param name="Present">0 to 1: the chance that the documents answer the question somewhere.</param>
public sealed record RankedEvidence(IReadOnlyList<Candidate> Candidates, double Present);

/// <summary>Orders what search found by the chance that it answers.</summary>
public sealed class EvidenceRanking(QuestionTermsReader questions, LikenessReader likeness)
{
    /// <summary>Judges passages, which search gives best first.</summary>
    /// <param name="question">The question.</param>
    /// <param name="passages">What was found.</param>
    /// <param name="readable">What the asker may read: how telling a word is counts nothing else.</param>
    public RankedEvidence Rank(string question, IReadOnlyList<FoundPassage> passages, PermittedGroups readable)
    {
        if (passages.Count == 0)
        {
            return new([], 0);
        }

        var asked = questions.Read(question, readable);
        var first = passages.MaxBy(p => p.Score)!;
        return new(
            [.. passages
                .SelectMany(p => likeness.Compare(asked, p, first.Score))
                .Select(u => new Candidate(u.Unit, u.Likeness, Answerability.InUse.Chance(u.Likeness), asked.For))
                .OrderByDescending(c => c.Chance)],
            likeness.Presence(asked, first).Chance);
    }
}
