using Yakuba.Office.Ask.Gate;
using Yakuba.Office.Ask.Judge;
using Yakuba.Office.Library.Searching;

namespace Yakuba.Office.Evaluate.Learn.Decide;

/// <summary>Fits the three rules of the decision, and measures them on questions held back.</summary>
internal static class DecisionFit
{
    private const double UnitPenalty = 5;
    private const double DecisionPenalty = 1;
    private const double PresencePenalty = 100; // on numbers of spread 1

    // A question without its answers is made, not asked: it counts less than one that somebody asked.
    private const double WorthOfMade = 0.3;

    /// <summary>Fits.</summary>
    /// <param name="cases">Questions, with and without the passages that answer them.</param>
    internal static FittedDecision Of(IReadOnlyList<DecisionCase> cases)
    {
        var asked = cases.Where(c => !c.IsWithout).ToList();
        var held = Enumerable.Range(0, Folds.Count).Select(fold => Units([.. asked.Where(c => c.Fold != fold)])).ToArray();

        // The decision is fitted on what units look like to a rule that has not seen the question: that is how they look in use.
        var bests = cases.Select(c => Best(c, held[c.Fold])).OfType<BestUnit>().Where(b => !b.IsUnlisted).ToList();
        var chances = HeldBack(bests, b => b.Case.Fold, Decide, (rule, b) => rule.Chance(b.Values)).Where(b => !b.Of.Case.IsWithout).ToList();
        var present = HeldBack(cases, c => c.Fold, There, (rule, c) => rule.Chance(c.Presence.Values));
        return new(
            Units(asked),
            Decide(bests),
            There(cases),
            [.. asked.GroupBy(c => c.Split).Select(split => DecisionSheet.Of(split.Key, [.. split], [.. chances.Where(c => c.Of.Case.Split == split.Key).Select(c => (c.Chance, c.Of.IsRight))]))],
            AreaUnderCurve.Of([.. present.Select(p => (p.Chance, p.Of.IsAnswered))]));
    }

    private static Answerability Units(IReadOnlyList<DecisionCase> cases)
    {
        return new(Fit(true, Answerability.InUse.OfEntries), Fit(false, Answerability.InUse.OfSentences));

        LogisticRule Fit(bool isFaq, LogisticRule inUse)
        {
            int[] columns = [.. Enumerable.Range(0, inUse.Weights.Count).Where(i => inUse.Weights[i] != 0)];
            List<JudgedUnit> units = [.. cases.SelectMany(c => c.Units).Where(u => u.Candidate.Likeness.IsFaq == isFaq && !u.IsUnlisted)];
            var (bias, fitted) = SignedLogistic.Fit(
                [.. units.Select(u => u.Candidate.Likeness.Values).Select(values => columns.Select(i => values[i]).ToArray())], [.. units.Select(u => u.IsRight)], [.. columns.Select(i => Likeness.Signs[i])], UnitPenalty);
            return new(bias, [.. inUse.Weights.Select((_, i) => Array.IndexOf(columns, i) is >= 0 and var at ? fitted[at] : 0)]);
        }
    }

    private static LogisticRule Decide(IReadOnlyList<BestUnit> bests) => SignedLogistic.Fit(
        [.. bests.Select(b => b.Values)], [.. bests.Select(b => b.IsRight)], Decision.Signs, DecisionPenalty, [.. bests.Select(b => b.Case.IsWithout ? WorthOfMade : 1)]);

    private static LogisticRule There(IReadOnlyList<DecisionCase> cases)
    {
        var columns = Enumerable.Range(0, Presence.InUse.Weights.Count).Select(i => cases.Select(c => c.Presence.Values[i]).ToArray()).ToArray();
        var means = columns.Select(c => c.Average()).ToArray();
        var spreads = columns.Select((c, i) => Math.Sqrt(c.Average(v => (v - means[i]) * (v - means[i])))).ToArray();
        var (bias, weights) = SignedLogistic.Fit(
            [.. cases.Select(c => c.Presence.Values.Select((v, i) => (v - means[i]) / spreads[i]).ToArray())], [.. cases.Select(c => c.IsAnswered)], [1, 1, 1], PresencePenalty);
        double[] own = [.. weights.Select((w, i) => w / spreads[i])];
        return new(bias - own.Select((w, i) => w * means[i]).Sum(), own);
    }

    private static List<(T Of, double Chance)> HeldBack<T>(IReadOnlyList<T> all, Func<T, int> fold, Func<IReadOnlyList<T>, LogisticRule> fit, Func<LogisticRule, T, double> chance)
    {
        var rules = Enumerable.Range(0, Folds.Count).Select(f => fit([.. all.Where(a => fold(a) != f)])).ToArray();
        return [.. all.Select(a => (a, chance(rules[fold(a)], a)))];
    }

    // As the gate chooses: of the first passages, those with the names and years asked for.
    private static BestUnit? Best(DecisionCase of, Answerability rule)
    {
        var ranked = of.Units.Select(u => u with { Candidate = u.Candidate with { Chance = rule.Chance(u.Candidate.Likeness) } }).OrderByDescending(u => u.Candidate.Chance).ToList();
        var first = ranked.Select(u => u.Candidate.Unit.Passage).Distinct<FoundPassage>(ReferenceEqualityComparer.Instance).Take(EvidenceGate.MostEvidence).ToHashSet<FoundPassage>(ReferenceEqualityComparer.Instance);
        var passing = ranked.Where(u => u.Passes && first.Contains(u.Candidate.Unit.Passage)).ToList();
        return passing.Count == 0 ? null : new(of, Decision.Values([.. passing.Select(u => u.Candidate)]), passing[0].IsRight && !of.IsWithout, passing[0].IsUnlisted);
    }

    private sealed record BestUnit(DecisionCase Case, IReadOnlyList<double> Values, bool IsRight, bool IsUnlisted);
}
