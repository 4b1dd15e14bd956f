namespace Yakuba.Evidence;

/// <summary>A judge of pairs that was learned from judged pairs: word against word by logistic regression, and its verdict beside all measures by boosted trees.</summary>
public sealed class LearnedPairs
{
    private const int classes = 3;
    private const int parts = 5;

    private readonly TraitWeights _words;
    private readonly BoostedTrees _trees;

    private LearnedPairs(TraitWeights words, BoostedTrees trees)
    {
        _words = words;
        _trees = trees;
    }

    /// <summary>Learns from pairs. Deterministic: the same pairs in the same order give the same judge.</summary>
    /// <param name="pairs">At least 20 read pairs.</param>
    /// <param name="labels">The label of each.</param>
    public static LearnedPairs Learn(IReadOnlyList<ReadPair> pairs, IReadOnlyList<PairLabel> labels)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        ArgumentNullException.ThrowIfNull(labels);
        var right = labels.Select(label => (int)label).ToArray();
        var traits = pairs.Select(pair => pair.Traits).ToArray();

        // The trees must see of each pair what the words say without having seen it, or they would trust the words too far.
        var rows = new float[pairs.Count][];
        for (var part = 0; part < parts; part++)
        {
            var (seen, left) = (Enumerable.Range(0, pairs.Count).Where(i => i % parts != part).ToArray(), Enumerable.Range(0, pairs.Count).Where(i => i % parts == part));
            var words = TraitWeights.Learn(seen.Select(i => traits[i]).ToArray(), seen.Select(i => right[i]).ToArray(), classes);
            foreach (var i in left)
            {
                rows[i] = Row(pairs[i], words);
            }
        }

        return new LearnedPairs(TraitWeights.Learn(traits, right, classes), BoostedTrees.Learn(rows, right, classes));
    }

    /// <summary>The likeliest label.</summary>
    public PairLabel Classify(ReadPair pair)
    {
        ArgumentNullException.ThrowIfNull(pair);
        var chances = _trees.Chances(Row(pair, _words));
        return (PairLabel)Array.IndexOf(chances, chances.Max());
    }

    private static float[] Row(ReadPair pair, TraitWeights words) => [.. pair.Measures, .. words.Scores(pair.Traits).Select(score => (float)score)];
}
