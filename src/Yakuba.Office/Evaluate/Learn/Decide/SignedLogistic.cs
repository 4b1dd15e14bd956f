using Yakuba.Office.Ask.Judge;

namespace Yakuba.Office.Evaluate.Learn.Decide;

/// <summary>Logistic regression with a quadratic penalty, where the sign of a weight may be given: a number that speaks for an answer never counts against it.</summary>
internal static class SignedLogistic
{
    private const int MostRounds = 200;
    private const double Enough = 1e-4;

    // A number that never varies must not divide by zero.
    private const double LeastCurvature = 1e-6;

    /// <summary>Fits by coordinates, each step by Newton's method and held to its sign.</summary>
    /// <param name="rows">Numbers of each case, all of one length.</param>
    /// <param name="isRight">What each case is.</param>
    /// <param name="signs">For each number 1, -1 or 0 (free).</param>
    /// <param name="penalty">Strength of the penalty on the weights, not on the bias.</param>
    /// <param name="worth">How much each case counts; 1 for each when null.</param>
    internal static LogisticRule Fit(
        IReadOnlyList<IReadOnlyList<double>> rows, IReadOnlyList<bool> isRight, IReadOnlyList<int> signs, double penalty, IReadOnlyList<double>? worth = null)
    {
        var columns = new double[signs.Count + 1][];
        for (var c = 0; c < columns.Length; c++)
        {
            columns[c] = [.. rows.Select(r => c < signs.Count ? r[c] : 1)];
        }

        double[] counts = [.. worth ?? Enumerable.Repeat(1.0, rows.Count)];
        var weights = new double[columns.Length];
        var sums = new double[rows.Count];
        for (var round = 0; round < MostRounds; round++)
        {
            var most = 0.0;
            for (var c = 0; c < columns.Length; c++)
            {
                var step = Step(columns[c], sums, isRight, counts, weights[c], c < signs.Count ? penalty : 0);
                var held = c < signs.Count ? Held(weights[c] + step, signs[c]) : weights[c] + step;
                most = Math.Max(most, Math.Abs(held - weights[c]));
                Move(sums, columns[c], held - weights[c]);
                weights[c] = held;
            }

            if (most < Enough)
            {
                break;
            }
        }

        return new(weights[^1], weights[..^1]);
    }

    private static double Step(double[] column, double[] sums, IReadOnlyList<bool> isRight, double[] counts, double weight, double penalty)
    {
        var (slope, curvature) = (-penalty * weight, penalty + LeastCurvature);
        for (var i = 0; i < column.Length; i++)
        {
            if (column[i] != 0)
            {
                var chance = 1 / (1 + Math.Exp(-sums[i]));
                slope += counts[i] * column[i] * ((isRight[i] ? 1 : 0) - chance);
                curvature += counts[i] * column[i] * column[i] * chance * (1 - chance);
            }
        }

        return Math.Clamp(slope / curvature, -1, 1);
    }

    private static double Held(double weight, int sign) => sign == 0 ? weight : sign > 0 ? Math.Max(0, weight) : Math.Min(0, weight);

    private static void Move(double[] sums, double[] column, double by)
    {
        if (by != 0)
        {
            for (var i = 0; i < sums.Length; i++)
            {
                sums[i] += by * column[i];
            }
        }
    }
}
