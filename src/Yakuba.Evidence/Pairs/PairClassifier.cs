using Yakuba.Text;

namespace Yakuba.Evidence;

/// <summary>Says whether a sentence follows from another, contradicts it, or neither, by a few rules over shared words, negation, numbers and opposites.</summary>
/// <remarks>
/// No weights. Five thresholds were chosen on the development parts of JNLI and JSICK together; the figures of quality are from cross-validation.
/// The two sets disagree on one point: a pair that differs in one word is mostly a contradiction in JNLI and mostly neutral in JSICK.
/// </remarks>
public sealed class PairClassifier(Lexicon lexicon)
{
    private const double negationCovered = 0.7;
    private const double valueCovered = 0.5;
    private const double replacedAlike = 0.65;
    private const double entailedCovered = 0.85;
    private const double entailedOrdered = 0.6;

    /// <summary>Classifies a pair. Deterministic; time grows with the product of the two lengths.</summary>
    /// <param name="premise">What is given as true.</param>
    /// <param name="hypothesis">What is asked about.</param>
    public PairLabel Classify(string premise, string hypothesis)
    {
        ArgumentNullException.ThrowIfNull(premise);
        ArgumentNullException.ThrowIfNull(hypothesis);
        return Decide(PairFeatures.Of(premise, hypothesis, lexicon));
    }

    private static PairLabel Decide(PairFeatures pair)
    {
        var lost = pair.LostNouns + pair.LostVerbs;
        if ((pair.NegationDiffers && pair.Covered >= negationCovered)
            || ((pair.NumberDiffers || pair.Opposed) && pair.Covered >= valueCovered))
        {
            return PairLabel.Contradiction;
        }

        if (lost == 0)
        {
            return PairLabel.Entailment;
        }

        if (lost == 1 && pair.ExtraWords == 1 && pair.Pairs >= replacedAlike)
        {
            return PairLabel.Contradiction;
        }

        return pair.Covered >= entailedCovered && pair.Ordered >= entailedOrdered && pair.LostNouns <= 1 ? PairLabel.Entailment : PairLabel.Neutral;
    }
}
