using Yakuba.Office.Evaluate.Learn;

namespace Yakuba.Office.Tests.Evaluate;

public sealed class GainTestTests
{
    [Theory]
    [InlineData(20)]
    [InlineData(50)]
    public void Learnings_that_bring_nothing_but_chance_are_seldom_taken_for_gains(int questions)
    {
        var random = new Random(11);
        var (better, taken) = (0, 0);
        for (var set = 0; set < 200; set++)
        {
            // Three choices that resemble each other, as ways, weight and both do; most questions stay as they are.
            var shared = Differences(random, questions);
            double[][] gains = [.. Enumerable.Range(0, 3).Select(_ => shared.Zip(Differences(random, questions), (a, b) => (a + b) / 2).ToArray())];
            better += gains.Max(g => g.Sum()) > 0 ? 1 : 0;
            taken += GainTest.Chance(gains, Alone(questions)) < GainTest.MostChance ? 1 : 0;
        }

        Assert.True(better > 120, $"{better} of 200 look better"); // what any gain at all would have let in
        Assert.InRange(taken, 0, 18);
    }

    [Fact]
    public void A_gain_on_a_third_of_forty_questions_is_no_chance()
    {
        double[] gains = [.. Enumerable.Range(0, 40).Select(i => i % 3 == 0 ? 0.4 : i % 10 == 1 ? -0.2 : 0)];
        Assert.InRange(GainTest.Chance([gains], Alone(40)), 0, 0.01);
    }

    [Fact]
    public void Many_questions_that_one_place_answers_prove_as_little_as_one()
    {
        double[] gains = [.. Enumerable.Repeat(0.5, 40)];
        Assert.InRange(GainTest.Chance([gains], [.. Enumerable.Repeat(0, 40)]), 0.4, 0.6);
    }

    [Fact]
    public void The_best_of_four_tries_counts_less_than_an_only_try()
    {
        var random = new Random(5);
        double[][] tries = [.. Enumerable.Range(0, 4).Select(_ => Differences(random, 30))];
        var best = tries.MaxBy(t => t.Sum())!;
        Assert.True(GainTest.Chance(tries, Alone(30)) > 1.5 * GainTest.Chance([best], Alone(30)));
    }

    private static int[] Alone(int questions) => [.. Enumerable.Range(0, questions)];

    private static double[] Differences(Random random, int questions) => [.. Enumerable.Range(0, questions).Select(_ => random.Next(3) == 0 ? random.NextDouble() - 0.5 : 0)];
}
