using Yakuba.Office.Ask.Understand;
using Yakuba.Office.Library.Searching;
using Yakuba.Text;

namespace Yakuba.Office.Ask.Judge;

/// <summary>Compares questions with units of evidence.</summary>
public sealed class LikenessReader(TermWeights weights, SearchAnalyser analyser)
{
    private const double GreatWeight = 6;

    // An entry whose own question shares less than this was written for something else, whatever its answer mentions.
    private const double LeastNamed = 0.35;

    // Search scores a passage that says all of a question at about this many times its weight.
    private const double GreatScore = 6;

    /// <summary>All units of a passage with their likeness; <see cref="Likeness.Behind"/> is left for whoever knows the other passages.</summary>
    /// <param name="question">The question.</param>
    /// <param name="passage">The passage.</param>
    /// <param name="topScore">Score of the best passage of the same search.</param>
    public IEnumerable<(AnswerUnit Unit, Likeness Likeness)> Compare(QuestionTerms question, FoundPassage passage, double topScore)
    {
        var isFaq = passage.Question.Length > 0;
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
            MeantNamed = Meant(question, names),
            MissingMeant = question.IsKana ? 0 : Math.Min(1, question.Terms.Select(t => t.Weight * (1 - whole.HoldsMeant(t))).DefaultIfEmpty().Max() / GreatWeight),
            Strength = question.Weight == 0 ? 0 : Math.Min(1, passage.Score / question.Weight / GreatScore),
            Rank = topScore <= 0 ? 0 : passage.Score / topScore,
            IsFaq = isFaq,
        };
        if (isFaq)
        {
            var (explained, unexplained) = Explained(question, passage.Question);
            shared = shared with
            {
                Explained = explained,
                Unexplained = unexplained,
                IsRuledOut = OtherMatter.Is(question, passage.Question) || shared.Named < LeastNamed,
            };
        }

        var near = isFaq ? passage.Question : passage.HeadingPath.Count > 0 ? passage.HeadingPath[^1] : passage.Title;
        foreach (var unit in AnswerUnit.Of(passage))
        {
            var here = new TextTerms($"{near}\n{unit.Text}", analyser);
            var tells = question.For.In(here.Normal);
            yield return (unit, shared with
            {
                CoveredHere = Share(question, here),
                MeantHere = Meant(question, here),
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

    private static double Meant(QuestionTerms question, TextTerms text) =>
        question.IsKana ? Parts(question.Threes, text.Sound)
        : question.Weight == 0 ? 0 : question.Terms.Sum(t => t.Weight * text.HoldsMeant(t)) / question.Weight;

    // How much of an entry's question the asker says or means, and the most telling word that is left.
    private (double Share, double Left) Explained(QuestionTerms question, string entry)
    {
        var asked = new TextTerms(question.Normal, analyser);
        var (all, explained, left) = (0.0, 0.0, 0.0);
        foreach (var (word, weight) in weights.Of(entry).Where(w => !AskingWords.Contains(w.Key)))
        {
            var form = SearchForm.Of(word);
            var held = Math.Max(
                asked.Holds(new QuestionTerm(word, "", weight, true, Synonyms.Of(word), [])),
                Math.Sqrt(Math.Min(1, question.Meant.GetValueOrDefault(form))));
            all += weight;
            explained += weight * held;
            left = Math.Max(left, weight * (1 - held));
        }

        return question.IsKana ? (Sounds.Share(analyser.Sound(entry), question.Sound), 0) : (all == 0 ? 0 : explained / all, Math.Min(1, left / GreatWeight));
    }

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
