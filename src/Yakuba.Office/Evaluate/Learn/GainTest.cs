namespace Yakuba.Office.Evaluate.Learn;

/// <summary>How easily what the best choice gains could be chance.</summary>
/// <remarks>
/// Fisher's randomisation test, paired (for rankings: Smucker, Allan and Carterette, CIKM 2007): where a choice is no better than search as it is, the difference
/// of a question could as well have the other sign. Signs are tossed, the same for all choices, and the best choice of each toss is held against the best
/// one measured, so that several tries do not pass for one (Westfall and Young, 1993). Questions that one place answers share a coin, for they gain or lose together.
/// </remarks>
internal static class GainTest
{
    /// <summary>What is more likely than this to be chance is not used.</summary>
    internal const double MostChance = 0.05;

    private const int Tosses = 10_000;
    private const double Rounding = 1e-9;

    /// <summary>The share of tosses in which some choice gains as much as the best one did; above 0, at most 1.</summary>
    /// <param name="gains">For each choice, what each question gains by it; may be negative.</param>
    /// <param name="places">For each question, the place that answers it.</param>
    internal static double Chance<TPlace>(IReadOnlyList<IReadOnlyList<double>> gains, IReadOnlyList<TPlace> places)
    {
        double[][] sums = [.. gains.Select(choice => choice.Zip(places).GroupBy(g => g.Second, g => g.First).Select(g => g.Sum()).ToArray())];
        var best = sums.Max(choice => choice.Sum()) - Rounding;
        var coin = new Random(1); // the same questions get the same answer each time
        var reached = Enumerable.Range(0, Tosses).Count(_ => Tossed(sums, coin) >= best);
        return (reached + 1.0) / (Tosses + 1);
    }

    private static double Tossed(double[][] sums, Random coin)
    {
        Span<double> tossed = stackalloc double[sums.Length];
        for (var place = 0; place < sums[0].Length; place++)
        {
            var sign = coin.Next(2) == 0 ? 1 : -1;
            for (var choice = 0; choice < sums.Length; choice++)
            {
                tossed[choice] += sign * sums[choice][place];
            }
        }

        var most = double.NegativeInfinity;
        foreach (var sum in tossed)
        {
            most = Math.Max(most, sum);
        }

        return most;
    }
}
