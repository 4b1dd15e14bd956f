namespace Yakuba.Evidence;

/// <summary>What is measured on a pair of sentences, as named numbers in a fixed order. Shares are 0 to 1, counts at least 0.</summary>
internal sealed class PairMeasures
{
    private readonly List<float> _values = [];
    private readonly List<string>? _names;

    private PairMeasures(bool named) => _names = named ? [] : null;

    /// <summary>The measures of an aligned pair; always the same number of them in the same order.</summary>
    internal static float[] Of(Alignment pair) => Taken(pair, named: false)._values.ToArray();

    /// <summary>Their names, for reading what a learner made of them.</summary>
    internal static string[] Names(Alignment pair) => Taken(pair, named: true)._names!.ToArray();

    internal void Add(string name, double value)
    {
        _values.Add((float)value);
        _names?.Add(name);
    }

    private static PairMeasures Taken(Alignment pair, bool named)
    {
        var measures = new PairMeasures(named);
        CoverageMeasures.Add(measures, pair);
        PolarityMeasures.Add(measures, pair);
        RoleMeasures.Add(measures, pair);
        WordingMeasures.Add(measures, pair);
        return measures;
    }
}
