namespace Yakuba.Prose.Tests.Scoring;

/// <summary>What the linter finds on the pairs that were written for it. Figures alone are printed: who writes rules does not read the half kept for testing.</summary>
public sealed class ScoreTests(ITestOutputHelper output)
{
    /// <summary>The figures do not fall. The half kept for testing was not read while rules were written.</summary>
    [Theory]
    [InlineData("pairs.dev.jsonl", 0.97, 0.90)]
    [InlineData("pairs.test.jsonl", 0.88, 0.72)]
    public void Precision_and_recall_hold(string file, double leastPrecision, double leastRecall)
    {
        var score = Score.Of(Pair.Read(file), Desk.Linter);
        output.WriteLine(score.Lines());
        Assert.True(score.Precision >= leastPrecision && score.Recall >= leastRecall, $"precision {score.Precision:F3}, recall {score.Recall:F3}");
    }
}
