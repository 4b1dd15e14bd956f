namespace Yakuba.Evidence;

/// <summary>Chances of classes from measures, by trees that each mend what those before left wrong. The same rows give the same trees.</summary>
internal sealed class BoostedTrees
{
    private const int rounds = 160;
    private const double step = 0.06;
    private const double rowShare = 0.7;
    private const double columnShare = 0.5;

    private readonly BinnedRows _bins;
    private readonly List<RegressionTree[]> _rounds = [];

    private BoostedTrees(BinnedRows bins) => _bins = bins;

    /// <param name="rows">Measures; at least one row.</param>
    /// <param name="classes">Class of each row, 0 to <paramref name="count"/> − 1.</param>
    /// <param name="count">How many classes there are.</param>
    internal static BoostedTrees Learn(IReadOnlyList<float[]> rows, IReadOnlyList<int> classes, int count)
    {
        var trees = new BoostedTrees(new BinnedRows(rows));
        var random = new Random(1);
        var scores = rows.Select(_ => new double[count]).ToArray();
        var (gradients, curvatures) = (new double[rows.Count], new double[rows.Count]);
        for (var round = 0; round < rounds; round++)
        {
            var chances = scores.Select(Softmax).ToArray();
            var among = Enumerable.Range(0, rows.Count).Where(_ => random.NextDouble() < rowShare).ToArray();
            var columns = Enumerable.Range(0, trees._bins.Columns).Where(_ => random.NextDouble() < columnShare).ToArray();
            var grown = new RegressionTree[count];
            for (var one = 0; one < count; one++)
            {
                for (var row = 0; row < rows.Count; row++)
                {
                    gradients[row] = chances[row][one] - (classes[row] == one ? 1 : 0);
                    curvatures[row] = chances[row][one] * (1 - chances[row][one]) * 2;
                }

                grown[one] = new TreeGrower(trees._bins, gradients, curvatures, columns).Grow(among);
                for (var row = 0; row < rows.Count; row++)
                {
                    scores[row][one] += step * grown[one].Value(trees._bins.Rows[row]);
                }
            }

            trees._rounds.Add(grown);
        }

        return trees;
    }

    /// <summary>The chance of each class; they sum to 1.</summary>
    internal double[] Chances(float[] row)
    {
        var bins = _bins.Cut(row);
        var scores = new double[_rounds[0].Length];
        foreach (var grown in _rounds)
        {
            for (var one = 0; one < scores.Length; one++)
            {
                scores[one] += step * grown[one].Value(bins);
            }
        }

        return Softmax(scores);
    }

    internal static double[] Softmax(double[] scores)
    {
        var most = scores.Max();
        var chances = scores.Select(score => Math.Exp(score - most)).ToArray();
        var sum = chances.Sum();
        return chances.Select(chance => chance / sum).ToArray();
    }
}
