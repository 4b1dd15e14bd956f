namespace Yakuba.Office.Evaluate.Learn.Decide;

/// <summary>How well chances part right from wrong: the share of pairs of one right and one wrong in which the right one has the higher chance, ties half (Hanley and McNeil, Radiology 1982).</summary>
internal static class AreaUnderCurve
{
    /// <summary>0 to 1; a half for chance alone, and where there is nothing to compare.</summary>
    internal static double Of(IReadOnlyList<(double Chance, bool IsRight)> decided)
    {
        double[] right = [.. decided.Where(d => d.IsRight).Select(d => d.Chance)];
        double[] wrong = [.. decided.Where(d => !d.IsRight).Select(d => d.Chance)];
        return right.Length == 0 || wrong.Length == 0 ? 0.5 : right.Average(r => wrong.Average(w => r > w ? 1 : r < w ? 0 : 0.5));
    }
}
