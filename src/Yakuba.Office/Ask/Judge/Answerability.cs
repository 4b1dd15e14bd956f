namespace Yakuba.Office.Ask.Judge;

/// <summary>The one rule that decides how sure a unit of evidence answers a question: a logistic function of its <see cref="Likeness"/>.</summary>
/// <remarks>
/// Weights were fitted once, by logistic regression with a quadratic penalty, on the judged questions of the sample town marked <c>dev</c>, leaving
/// one question out at a time to choose the penalty; docs/quality.md tells how, and how it does on questions it has not seen.
/// </remarks>
public static class Answerability
{
    /// <summary>From this chance on a unit may answer.</summary>
    public const double Least = 0.5;

    private const double Bias = -6.0;

    // In the order of Likeness.Values.
    private static readonly double[] Weights = [1.5, 2.2, 0, 2.5, -1, 0, 0.5, 0.5, 0.5, 0, 0.2, 1.3, -0.5, 1, 0, 0, -2];

    /// <summary>The chance that the unit answers.</summary>
    /// <returns>0 to 1; calibrated on the questions it was fitted on.</returns>
    public static double Chance(Likeness likeness)
    {
        var sum = Bias;
        for (var i = 0; i < Weights.Length; i++)
        {
            sum += Weights[i] * likeness.Values[i];
        }

        return 1 / (1 + Math.Exp(-sum));
    }
}
