namespace Yakuba.Office.Ask.Judge;

/// <summary>The one rule that decides how sure a unit of evidence answers a question: a logistic function of its <see cref="Likeness"/>.</summary>
/// <remarks>
/// Weights were fitted once, by logistic regression with a quadratic penalty, on the judged questions of the sample town marked <c>dev</c>, with the sign of
/// each weight held to its meaning; docs/quality.md tells how, and how it does on questions it has not seen.
/// </remarks>
public static class Answerability
{
    /// <summary>From this chance on a unit may answer.</summary>
    public const double Least = 0.6;

    // In the order of Likeness.Values. The last eight, of words that are meant, are weighed 0: they answered no more without answering wrongly. A FAQ entry and a sentence of a document are weighed apart: the one was written as an answer, the other was not.
    private static readonly double[] OfEntries = [0.53, 0.53, 2.07, 0.77, -0.49, -0.29, 1.35, -1.35, 1.29, -1.80, 0.59, 0.75, 1.67, 0, 0, 0, 0, 0, 0, 0, 0];
    private static readonly double[] OfSentences = [0.97, 0, 1.31, 1.30, -1.79, -0.91, 1.62, -0.20, 0, -1.47, 0.15, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    // Far below what is needed to answer; what is ruled out is still ordered, so that near entries can be offered.
    private const double RuledOut = 0.1;
    private const double BiasOfEntries = -5.23;
    private const double BiasOfSentences = -4.01;

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
