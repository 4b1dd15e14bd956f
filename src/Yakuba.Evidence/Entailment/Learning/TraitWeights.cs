namespace Yakuba.Evidence;

/// <summary>Multinomial logistic regression over traits that a row has or has not, with measures beside them.</summary>
/// <remarks>Source of the step sizes: Duchi, Hazan and Singer, Adaptive subgradient methods, 2011. Quadratic penalty on each use of a weight.</remarks>
internal sealed class TraitWeights
{
    private const int epochs = 24;
    private const double step = 0.15;
    private const double penalty = 0.004;

    private readonly Dictionary<string, Weights> _weights = new(StringComparer.Ordinal);
    private readonly Weights _always;
    private readonly int _count;

    private TraitWeights(int count)
    {
        _count = count;
        _always = new Weights(count);
    }

    /// <param name="rows">Traits of each row.</param>
    /// <param name="classes">Class of each row, 0 to <paramref name="count"/> − 1.</param>
    /// <param name="count">How many classes there are.</param>
    internal static TraitWeights Learn(IReadOnlyList<IReadOnlyCollection<string>> rows, IReadOnlyList<int> classes, int count)
    {
        var learned = new TraitWeights(count);
        foreach (var trait in rows.SelectMany(row => row).CountBy(trait => trait, StringComparer.Ordinal).Where(pair => pair.Value >= 2))
        {
            learned._weights[trait.Key] = new Weights(count);
        }

        var random = new Random(1);
        var order = Enumerable.Range(0, rows.Count).ToArray();
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var row in order)
            {
                learned.Mend(rows[row], classes[row]);
            }
        }

        return learned;
    }

    /// <summary>Log odds of each class, up to one constant.</summary>
    internal double[] Scores(IReadOnlyCollection<string> traits)
    {
        var scores = new double[_count];
        foreach (var weights in Of(traits))
        {
            for (var one = 0; one < _count; one++)
            {
                scores[one] += weights.Value[one];
            }
        }

        return scores;
    }

    private void Mend(IReadOnlyCollection<string> traits, int right)
    {
        var chances = BoostedTrees.Softmax(Scores(traits));
        foreach (var weights in Of(traits))
        {
            for (var one = 0; one < _count; one++)
            {
                var slope = chances[one] - (one == right ? 1 : 0) + (penalty * weights.Value[one]);
                weights.Squares[one] += slope * slope;
                weights.Value[one] -= step * slope / Math.Sqrt(weights.Squares[one]);
            }
        }
    }

    private IEnumerable<Weights> Of(IReadOnlyCollection<string> traits)
    {
        yield return _always;
        foreach (var trait in traits)
        {
            if (_weights.TryGetValue(trait, out var weights))
            {
                yield return weights;
            }
        }
    }

    private sealed class Weights(int count)
    {
        internal double[] Value { get; } = new double[count];

        internal double[] Squares { get; } = Enumerable.Repeat(1e-2, count).ToArray();
    }
}
