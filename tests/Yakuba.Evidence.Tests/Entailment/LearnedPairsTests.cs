namespace Yakuba.Evidence.Tests;

public sealed class LearnedPairsTests
{
    private static readonly IReadOnlyList<(string Premise, string Hypothesis, PairLabel Label)> pairs = JudgedPairs.Own();

    private static readonly ReadPair[] read = pairs.Select(pair => ReadPair.Of(pair.Premise, pair.Hypothesis, Dictionary.Lexicon)).ToArray();

    // Three pairs share a premise; every sixth premise is held back with all its pairs.
    private static bool IsHeldBack(int pair) => pair / 3 % 6 == 0;

    [Fact]
    public void What_is_learned_from_our_pairs_holds_for_pairs_not_seen()
    {
        var learned = Learn();

        var unseen = Enumerable.Range(0, pairs.Count).Where(IsHeldBack).ToArray();
        var right = unseen.Count(i => learned.Classify(read[i]) == pairs[i].Label);

        TestContext.Current.TestOutputHelper!.WriteLine($"{right} of {unseen.Length} unseen");
        Assert.True(right >= 0.75 * unseen.Length);
    }

    [Fact]
    public void The_same_pairs_teach_the_same()
    {
        var (one, other) = (Learn(), Learn());

        Assert.All(read, pair => Assert.Equal(one.Classify(pair), other.Classify(pair)));
    }

    [Fact]
    public void Every_pair_has_the_same_measures()
    {
        var names = PairMeasures.Names(read[0].Pair);

        Assert.Equal(names.Length, names.Distinct().Count());
        Assert.All(read, pair => Assert.Equal(names.Length, pair.Measures.Length));
        Assert.All(read, pair => Assert.All(pair.Measures, value => Assert.True(float.IsFinite(value))));
    }

    private static LearnedPairs Learn()
    {
        var seen = Enumerable.Range(0, pairs.Count).Where(i => !IsHeldBack(i)).ToArray();
        return LearnedPairs.Learn(seen.Select(i => read[i]).ToArray(), seen.Select(i => pairs[i].Label).ToArray());
    }
}
