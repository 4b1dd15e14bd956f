namespace Yakuba.Evidence;

/// <summary>Grows one tree that takes the loss down by a Newton step in each leaf.</summary>
/// <remarks>Source: Chen and Guestrin, XGBoost, 2016, sections 2.2 and 3.</remarks>
internal sealed class TreeGrower(BinnedRows rows, double[] gradients, double[] curvatures, int[] columns)
{
    private const int deepest = 4;
    private const double leastCurvature = 3;
    private const double penalty = 3;

    private readonly double[] _slope = new double[BinnedRows.MostBins];
    private readonly double[] _bend = new double[BinnedRows.MostBins];

    /// <summary>A tree over some of the rows.</summary>
    /// <param name="among">Positions of the rows.</param>
    internal RegressionTree Grow(int[] among)
    {
        var tree = new RegressionTree();
        Grow(tree, among, 0);
        return tree;
    }

    private int Grow(RegressionTree tree, int[] among, int depth)
    {
        var (slope, bend) = (among.Sum(row => gradients[row]), among.Sum(row => curvatures[row]));
        var node = tree.AddLeaf(-slope / (bend + penalty));
        if (depth < deepest && Best(among, slope, bend) is { Column: >= 0 } best)
        {
            var below = Grow(tree, Array.FindAll(among, row => rows.Rows[row][best.Column] <= best.Bin), depth + 1);
            var above = Grow(tree, Array.FindAll(among, row => rows.Rows[row][best.Column] > best.Bin), depth + 1);
            tree.Split(node, best.Column, best.Bin, below, above);
        }

        return node;
    }

    private (int Column, int Bin) Best(int[] among, double slope, double bend)
    {
        var best = (Gain: Gain(slope, bend) + 1e-3, Column: -1, Bin: 0);
        foreach (var column in columns)
        {
            Array.Clear(_slope);
            Array.Clear(_bend);
            foreach (var row in among)
            {
                var bin = rows.Rows[row][column];
                _slope[bin] += gradients[row];
                _bend[bin] += curvatures[row];
            }

            var (slopeBelow, bendBelow) = (0.0, 0.0);
            for (var bin = 0; bin < BinnedRows.MostBins - 1; bin++)
            {
                slopeBelow += _slope[bin];
                bendBelow += _bend[bin];
                if (bendBelow >= leastCurvature && bend - bendBelow >= leastCurvature)
                {
                    var gain = Gain(slopeBelow, bendBelow) + Gain(slope - slopeBelow, bend - bendBelow);
                    best = gain > best.Gain ? (gain, column, bin) : best;
                }
            }
        }

        return (best.Column, best.Bin);
    }

    private static double Gain(double slope, double bend) => slope * slope / (bend + penalty);
}
