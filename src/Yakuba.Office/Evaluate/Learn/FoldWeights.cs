using Yakuba.Office.Library.Index.Vectors;

namespace Yakuba.Office.Evaluate.Learn;

/// <summary>The weight of vectors as judged questions teach it: one from all, and one for each part from the others.</summary>
/// <param name="All">From all questions.</param>
/// <param name="Parts">For each part of <see cref="Folds"/>, from the questions of the other parts.</param>
internal sealed record FoldWeights(double All, IReadOnlyList<double> Parts)
{
    // Real questions tell what words are worth; this only keeps a divisor from vanishing.
    private const double WordsTell = 1;

    internal static FoldWeights Of(IReadOnlyCollection<(string Question, JudgedCandidates Candidates)> judged) => new(
        Learn(judged.Select(j => j.Candidates)),
        [.. Enumerable.Range(0, Folds.Count).Select(fold => Learn(judged.Where(j => Folds.Of(j.Question) != fold).Select(j => j.Candidates)))]);

    /// <summary>The weight for a question, learned without it.</summary>
    internal double For(string question) => Parts[Folds.Of(question)];

    private static double Learn(IEnumerable<JudgedCandidates> judged) => VectorWeight.Learn(judged, WordsTell);
}
