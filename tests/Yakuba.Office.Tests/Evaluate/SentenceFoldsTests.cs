using Yakuba.Office.Evaluate;

namespace Yakuba.Office.Tests.Evaluate;

public sealed class SentenceFoldsTests
{
    [Fact]
    public void Pairs_that_share_a_sentence_through_others_are_never_parted()
    {
        var random = new Random(3);
        var pairs = Enumerable.Range(0, 200).Select(i => new EvalPair($"{i}", $"文{random.Next(150)}", $"文{random.Next(150)}", "")).ToArray();

        var folds = SentenceFolds.Of(pairs, 5);

        for (var i = 0; i < pairs.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var shared = pairs[i].Premise == pairs[j].Premise || pairs[i].Hypothesis == pairs[j].Hypothesis || pairs[i].Premise == pairs[j].Hypothesis || pairs[i].Hypothesis == pairs[j].Premise;
                Assert.True(!shared || folds[i] == folds[j]);
            }
        }
    }

    [Fact]
    public void Parts_of_single_pairs_are_even()
    {
        var pairs = Enumerable.Range(0, 50).Select(i => new EvalPair($"{i}", $"甲{i}", $"乙{i}", "")).ToArray();

        Assert.All(SentenceFolds.Of(pairs, 5).CountBy(fold => fold), part => Assert.Equal(10, part.Value));
    }
}
