namespace Yakuba.Office.Ask.Judge;

/// <summary>The rule that orders units of evidence: a logistic function of their <see cref="Likeness"/>.</summary>
/// <remarks>
/// Weights were fitted by logistic regression with a quadratic penalty, on our own judged questions to the sample town, with the sign of
/// each weight held to its meaning; docs/quality.md tells how, and how it does on questions it has not seen.
/// </remarks>
public static class Answerability
{
    // In the order of Likeness.Values. A FAQ entry and a sentence of a document are weighed apart: the one was written as an answer, the other was not.
    private static readonly double[] OfEntries = [1.94, 0, 0.75, -1.74, -1.09, 1.47, -0.61, 0, 0.53, 0.81, 1.46, 0];
    private static readonly double[] OfSentences = [1.88, 1.19, 0.17, -0.79, -1.49, 2.08, -0.59, 1.16, 0, 0, 0, 0];

    // Far below what is needed to answer; what is ruled out is still ordered, so that near entries can be offered.
    private const double RuledOut = 0.01;
    private const double BiasOfEntries = -4.30;
    private const double BiasOfSentences = -5.88;

    /// <summary>The chance that the unit answers.</summary>
    /// <returns>0 to 1; calibrated on the questions it was fitted on.</returns>
    public static double Chance(Likeness likeness)
    {
        var (sum, weights) = likeness.IsFaq ? (BiasOfEntries, OfEntries) : (BiasOfSentences, OfSentences);
        for (var i = 0; i < weights.Length; i++)
        {
            sum += weights[i] * likeness.Values[i];
        }

        return (likeness.IsRuledOut ? RuledOut : 1) / (1 + Math.Exp(-sum));
    }
}
