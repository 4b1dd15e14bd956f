namespace Yakuba.Evidence;

/// <summary>A small tree of yes-or-no questions about bins; each leaf holds what it adds to the score.</summary>
internal sealed class RegressionTree
{
    private readonly List<Node> _nodes = [];

    internal int AddLeaf(double value)
    {
        _nodes.Add(new Node(-1, 0, 0, 0, value));
        return _nodes.Count - 1;
    }

    /// <summary>Makes a leaf a question: bins up to <paramref name="bin"/> go to <paramref name="below"/>.</summary>
    internal void Split(int node, int column, int bin, int below, int above) => _nodes[node] = new Node(column, bin, below, above, 0);

    internal double Value(byte[] row)
    {
        var node = _nodes[0];
        while (node.Column >= 0)
        {
            node = _nodes[row[node.Column] <= node.Bin ? node.Below : node.Above];
        }

        return node.Value;
    }

    private readonly record struct Node(int Column, int Bin, int Below, int Above, double Value);
}
