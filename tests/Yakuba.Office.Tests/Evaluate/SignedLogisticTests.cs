using Yakuba.Office.Evaluate.Learn.Decide;

namespace Yakuba.Office.Tests.Evaluate;

public sealed class SignedLogisticTests
{
    [Fact]
    public void It_finds_the_weights_that_made_the_cases()
    {
        var random = new Random(5);
        var rows = Enumerable.Range(0, 20_000).Select(_ => new[] { random.NextDouble(), random.NextDouble() }).ToArray();
        var isRight = rows.Select(r => random.NextDouble() < 1 / (1 + Math.Exp(1 - (3 * r[0]) + (2 * r[1])))).ToArray();

        var (bias, weights) = SignedLogistic.Fit(rows, isRight, [1, -1], 0.01);

        Assert.Equal(-1, bias, 0.15);
        Assert.Equal(3, weights[0], 0.25);
        Assert.Equal(-2, weights[1], 0.25);
    }

    [Fact]
    public void A_weight_never_takes_the_sign_that_it_may_not_have()
    {
        double[][] rows = [[0, 0], [0.2, 0], [0.8, 0], [1, 0]];

        var (_, weights) = SignedLogistic.Fit(rows, [false, false, true, true], [-1, 0], 0.5);

        Assert.Equal(0, weights[0]);
        Assert.Equal(0, weights[1]);
    }
}
