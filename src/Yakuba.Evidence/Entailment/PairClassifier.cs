using Yakuba.Text;

namespace Yakuba.Evidence;

/// <summary>Says whether a sentence follows from another, contradicts it, or neither, by a few rules over aligned words, negation, quantities and opposites.</summary>
/// <remarks>
/// Learned from nothing. The thresholds were set by hand on pairs written for this project (<c>tests/data/pairs</c>).
/// Where one word took the place of another of no known kinship, sets of pairs disagree whether that contradicts; here it does.
/// </remarks>
public sealed class PairClassifier(Lexicon lexicon)
{
    // Least share of the hypothesis's words that the premise must have before a difference between the two is one about the same thing.
    private const double sameThing = 0.6;
    private const double sameThingByValue = 0.5;
    private const double replaced = 0.75;
    private const double nearlyAll = 0.85;

    /// <summary>Classifies a pair. Deterministic; time grows with the product of the two lengths.</summary>
    /// <param name="premise">What is given as true.</param>
    /// <param name="hypothesis">What is asked about.</param>
    public PairLabel Classify(string premise, string hypothesis) => Classify(ReadPair.Of(premise, hypothesis, lexicon));

    /// <summary>Classifies a pair that was read before.</summary>
    internal static PairLabel Classify(ReadPair read)
    {
        var pair = read.Pair;
        var (lost, extra) = (pair.Lost.ToList(), pair.Extra.ToList());
        var words = pair.Hypothesis.Words.Count(word => !word.Light);
        var covered = words == 0 ? 1 : 1 - ((double)lost.Count / words);
        return Contradicts(pair, covered, lost, extra) ? PairLabel.Contradiction
            : Follows(pair, covered, lost) ? PairLabel.Entailment
            : PairLabel.Neutral;
    }

    private static bool Contradicts(Alignment pair, double covered, List<StatedWord> lost, List<StatedWord> extra) =>
        (IsNegated(pair.Premise) != IsNegated(pair.Hypothesis) && covered >= sameThing && !pair.Links.Exists(IsOpposite))
        || (RoleMeasures.Swapped(pair) && covered >= nearlyAll)
        || (QuantitiesClash(pair) && covered >= sameThingByValue)
        || (IsNegated(pair.Premise) == IsNegated(pair.Hypothesis) && covered >= sameThingByValue && pair.Links.Exists(IsOpposite))
        || (lost.Count == 1 && extra.Count == 1 && covered >= replaced && lost[0].Class == extra[0].Class && lost[0].Role == extra[0].Role && CoverageMeasures.SameHead(pair, extra[0], lost[0]));

    private static bool Follows(Alignment pair, double covered, List<StatedWord> lost) =>
        IsNegated(pair.Premise) == IsNegated(pair.Hypothesis)
        && QuantitiesHold(pair) && pair.Links.TrueForAll(link => link.Relation != Relation.Narrower || link.Hypothesis.Light)
        && (lost.Count == 0 || (covered >= nearlyAll && lost.TrueForAll(word => word.Class != WordClass.Noun)));

    private static bool IsNegated(Statement statement) => statement.Negations % 2 != 0;

    // 白い犬 against 黒い犬, 座っている against 立っている; not 白い犬 against 黒い帽子.
    private static bool IsOpposite(Link link) => link.Relation == Relation.Contrast && (link.Premise.Role == link.Hypothesis.Role || link.Premise.IsPredicate || link.Hypothesis.IsPredicate);

    private static bool QuantitiesClash(Alignment pair) => PolarityMeasures.Compare(pair).Clash > 0;

    private static bool QuantitiesHold(Alignment pair) => PolarityMeasures.Compare(pair).Same == pair.Hypothesis.Quantities.Count;
}
