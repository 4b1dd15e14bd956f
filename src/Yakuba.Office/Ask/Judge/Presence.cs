namespace Yakuba.Office.Ask.Judge;

/// <summary>What the passage that search ranks first holds of a question: the plainest sign that the documents speak of its matter at all.</summary>
/// <param name="Written">Weight of the question's pairs of kanji and katakana that it holds, 0 to 1.</param>
/// <param name="Heard">Weight of the question's threes of sounds that it holds, 0 to 1.</param>
/// <param name="Said">Weight of the question's words that it says itself, without words that may stand for them, 0 to 1.</param>
/// <remarks>What tells whether one unit answers does not tell whether anything does: among units, the likeliest is chosen, and synonyms and meant words find one for almost any question.</remarks>
public readonly record struct Presence(double Written, double Heard, double Said)
{
    /// <summary>Below this chance nothing found is worth offering.</summary>
    public const double Least = 0.2;

    /// <summary>The rule in use, in the order of <see cref="Values"/>. Fitted by <c>yakuba learn decision</c> on own judged questions, each asked with and without the passages that answer it (docs/quality.md).</summary>
    public static LogisticRule InUse { get; } = new(-2.71, [0.93, 1.83, 1.69]);

    /// <summary>The numbers by which the rule judges.</summary>
    public IReadOnlyList<double> Values => [Written, Heard, Said];

    /// <summary>The chance that the documents answer the question somewhere.</summary>
    public double Chance => InUse.Chance(Values);
}
