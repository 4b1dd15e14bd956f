using Yakuba.Office.Library.Searching;
using Yakuba.Text;

namespace Yakuba.Office.Ask.Judge;

/// <summary>Compares questions with units of evidence.</summary>
public sealed class LikenessReader(TermWeights weights, SearchAnalyser analyser)
{
    private const double GreatWeight = 6;

    // An entry whose own question shares less than this was written for something else, whatever its answer mentions.
    private const double LeastNamed = 0.35;

    /// <summary>All units of a passage with their likeness; <see cref="Likeness.Behind"/> is left for whoever knows the other passages.</summary>
    /// <param name="question">The question.</param>
    /// <param name="passage">The passage.</param>
    /// <param name="topScore">Score of the best passage of the same search.</param>
    public IEnumerable<(AnswerUnit Unit, Likeness Likeness)> Compare(QuestionTerms question, FoundPassage passage, double topScore)
    {
        var isFaq = passage.Question.Length > 0;
        if (isFaq && OtherMatter.Is(question, passage.Question))
        {
            yield break;
        }

        var headings = string.Join('\n', passage.HeadingPath);
        var whole = new TextTerms($"{passage.Title}\n{headings}\n{passage.Question}\n{passage.Text}", analyser);
        var names = new TextTerms(isFaq ? passage.Question : $"{passage.Title}\n{headings}", analyser);
        var shared = new Likeness
        {
            Covered = Share(question, whole),
            Named = Share(question, names),
            Same = isFaq ? Same(question, names, passage.Question) : 0,
            MissingKnown = question.IsKana ? 0 : Missing(question, whole, isKnown: true),
            MissingUnknown = question.IsKana ? 0 : Missing(question, whole, isKnown: false),
            Rank = topScore <= 0 ? 0 : passage.Score / topScore,
            IsFaq = isFaq,
        };
        if (isFaq && shared.Named < LeastNamed)
        {
            yield break;
        }

        var near = isFaq ? passage.Question : passage.HeadingPath.Count > 0 ? passage.HeadingPath[^1] : passage.Title;
        foreach (var unit in AnswerUnit.Of(passage))
        {
            var here = new TextTerms($"{near}\n{unit.Text}", analyser);
            var tells = question.For.In(here.Normal);
            yield return (unit, shared with
            {
                CoveredHere = Share(question, here),
                WrittenHere = Parts(question.Pairs, here.Normal),
                HeardHere = Parts(question.Threes, here.Sound),
                Tells = tells > 0 ? 1 : 0,
                TellsNot = tells == 0 && question.For.IsPrecise ? 1 : 0,
            });
        }
    }

    private static double Share(QuestionTerms question, TextTerms text) =>
        question.IsKana ? Parts(question.Threes, text.Sound)
        : question.Weight == 0 ? 0 : question.Terms.Sum(t => t.Weight * text.Holds(t)) / question.Weight;

    private static double Parts(IReadOnlyList<WeighedPart> parts, string text)
    {
        var all = parts.Sum(p => p.Weight);
        return all == 0 ? 0 : parts.Sum(p => text.Contains(p.Text, StringComparison.Ordinal) ? p.Weight : 0) / all;
    }

    private static double Missing(QuestionTerms question, TextTerms text, bool isKnown)
    {
        var most = 0.0;
        foreach (var term in question.Terms.Where(t => t.IsKnown == isKnown))
        {
            most = Math.Max(most, term.Weight * (1 - text.Holds(term)));
        }

        return Math.Min(1, most / GreatWeight);
    }

    private double Same(QuestionTerms question, TextTerms names, string other)
    {
        if (question.IsKana)
        {
            return (Sounds.Share(question.Sound, names.Sound) + Sounds.Share(names.Sound, question.Sound)) / 2;
        }

        var otherWeight = weights.Of(other).Where(w => !AskingWords.Contains(w.Key)).Sum(w => w.Value);
        var shared = question.Terms.Sum(t => t.Weight * names.Holds(t));
        var union = question.Weight + otherWeight - shared;
        return union <= 0 ? 0 : Math.Clamp(shared / union, 0, 1);
    }
}
