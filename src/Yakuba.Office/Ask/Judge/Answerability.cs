namespace Yakuba.Office.Ask.Judge;

/// <summary>The rule that orders units of evidence: a logistic function of their <see cref="Likeness"/>.</summary>
/// <param name="OfEntries">For FAQ entries; weights in the order of <see cref="Likeness.Values"/>.</param>
/// <param name="OfSentences">For sentences of other documents. The one was written as an answer, the other was not.</param>
public sealed record Answerability(LogisticRule OfEntries, LogisticRule OfSentences)
{
    // Far below what is needed to answer; what is ruled out is still ordered, so that near entries can be offered.
    private const double RuledOut = 0.01;

    /// <summary>The rule in use. A weight of 0 is no number of the rule.</summary>
    /// <remarks>
    /// Fitted by <c>yakuba learn decision</c>: logistic regression with a quadratic penalty, on our own judged questions to the sample town, with the sign of
    /// each weight held to its meaning; docs/quality.md tells how, and how it does on questions it has not seen.
    /// </remarks>
    public static Answerability InUse { get; } = new(
        new(-4.30, [1.94, 0, 0.75, -1.74, -1.09, 1.47, -0.61, 0, 0.53, 0.81, 1.46, 0]),
        new(-5.88, [1.88, 1.19, 0.17, -0.79, -1.49, 2.08, -0.59, 1.16, 0, 0, 0, 0]));

    /// <summary>The chance that the unit answers.</summary>
    /// <returns>0 to 1; calibrated on the questions it was fitted on.</returns>
    public double Chance(Likeness likeness) => (likeness.IsRuledOut ? RuledOut : 1) * (likeness.IsFaq ? OfEntries : OfSentences).Chance(likeness.Values);
}
