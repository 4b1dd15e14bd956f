using Yakuba.Office.Ask.Understand;
using Yakuba.Office.Library.Searching;
using Yakuba.Text;

namespace Yakuba.Office.Ask.Judge;

/// <summary>Compares questions with units of evidence.</summary>
public sealed class LikenessReader(TermWeights weights, SearchAnalyser analyser)
{
    private const double GreatWeight = 6;

    /// <summary>All units of a passage with their likeness.</summary>
    /// <param name="question">The question.</param>
    /// <param name="passage">The passage.</param>
    /// <param name="topScore">Score of the best passage of the same search.</param>
    public IEnumerable<(AnswerUnit Unit, Likeness Likeness)> Compare(QuestionTerms question, FoundPassage passage, double topScore)
    {
        var shared = new Likeness { Rank = topScore <= 0 ? 0 : passage.Score / topScore };
        if (passage.Question.Length > 0)
        {
            shared = Entry(shared, question, passage.Question);
        }

        foreach (var unit in AnswerUnit.Of(passage))
        {
            var text = new TextTerms($"{passage.Title}\n{string.Join('\n', passage.HeadingPath)}\n{passage.Question}\n{unit.Text}", analyser);
            var tells = question.For.In(text.Normal);
            yield return (unit, shared with
            {
                IsRuledOut = shared.IsRuledOut || OtherMatter.TellsOthers(question, text.Normal),
                Covered = Share(question, text),
                Written = Parts(question.Pairs, text.Normal),
                MissingKnown = Missing(question, text, isKnown: true),
                MissingUnknown = Missing(question, text, isKnown: false),
                Tells = tells > 0 ? 1 : 0,
                TellsNot = tells == 0 && question.For.IsPrecise ? 1 : 0,
            });
        }
    }

    /// <summary>What a passage holds of a question as it is written.</summary>
    public Presence Presence(QuestionTerms question, FoundPassage passage)
    {
        var text = new TextTerms($"{passage.Title}\n{string.Join('\n', passage.HeadingPath)}\n{passage.Question}\n{passage.Text}", analyser);
        return new(
            Parts(question.Pairs, text.Normal),
            Parts(question.Threes, text.Sound),
            question.IsKana ? Parts(question.Threes, text.Sound) : question.Weight == 0 ? 0 : question.Terms.Sum(t => t.Weight * text.Says(t)) / question.Weight);
    }

    private Likeness Entry(Likeness shared, QuestionTerms question, string entry)
    {
        var names = new TextTerms(entry, analyser);
        var side = AskedKindsReader.Of(names.Normal);
        return shared with
        {
            IsFaq = true,
            IsRuledOut = OtherMatter.Is(question, names.Normal),
            Named = Share(question, names),
            Same = Same(question, names, entry),
            Explained = Explained(question, entry),
            SideOther = side != AskedKinds.None && AskedKindsReader.Differ(question.Kinds, side) ? 1 : 0,
        };
    }

    private static double Share(QuestionTerms question, TextTerms text) =>
        question.IsKana ? Parts(question.Threes, text.Sound)
        : question.Weight == 0 ? 0 : question.Terms.Sum(t => t.Weight * text.Holds(t)) / question.Weight;

    // How much of an entry's question the asker says or means.
    private double Explained(QuestionTerms question, string entry)
    {
        if (question.IsKana)
        {
            return Sounds.Share(analyser.Sound(entry), question.Sound);
        }

        var asked = new TextTerms(question.Normal, analyser);
        var (all, explained) = (0.0, 0.0);
        foreach (var (word, weight) in weights.Of(entry, question.Readable).Where(w => !AskingWords.Contains(w.Key)))
        {
            var meant = Math.Sqrt(Math.Min(1, question.Meant.GetValueOrDefault(SearchForm.Of(word))));
            all += weight;
            explained += weight * Math.Max(asked.Holds(new QuestionTerm(word, "", weight, true, Synonyms.Of(word))), meant);
        }

        return all == 0 ? 0 : explained / all;
    }

    private static double Parts(IReadOnlyList<WeighedPart> parts, string text)
    {
        var all = parts.Sum(p => p.Weight);
        return all == 0 ? 0 : parts.Sum(p => text.Contains(p.Text, StringComparison.Ordinal) ? p.Weight : 0) / all;
    }

    private static double Missing(QuestionTerms question, TextTerms text, bool isKnown)
    {
        var most = 0.0;
        foreach (var term in question.IsKana ? [] : question.Terms.Where(t => t.IsKnown == isKnown))
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

        var otherWeight = weights.Of(other, question.Readable).Where(w => !AskingWords.Contains(w.Key)).Sum(w => w.Value);
        var shared = question.Terms.Sum(t => t.Weight * names.Holds(t));
        var union = question.Weight + otherWeight - shared;
        return union <= 0 ? 0 : Math.Clamp(shared / union, 0, 1);
    }
}
