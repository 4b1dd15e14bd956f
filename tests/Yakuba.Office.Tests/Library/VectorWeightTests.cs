using Yakuba.Office.Library.Index.Vectors;
using Yakuba.Search;

namespace Yakuba.Office.Tests.Library;

public sealed class VectorWeightTests
{
    [Theory]
    [InlineData(0, 0)] // the vectors say nothing
    [InlineData(0.1, 5)] // they are all but always right
    public void The_weight_follows_what_vectors_tell(double noise, double weight) => Assert.Equal(weight is 0 ? 0 : weight, Learned(noise == 0 ? 100 : noise, words: 0.6), 1);

    [Fact]
    public void Vectors_that_err_more_count_less()
    {
        var weights = new[] { 0.2, 0.5, 1, 2 }.Select(noise => Learned(noise, words: 0.6)).ToList();
        Assert.Equal(weights.OrderDescending(), weights);
        Assert.True(weights[0] > weights[^1] + 1, string.Join(" ", weights));
    }

    [Fact]
    public void Words_that_tell_little_in_an_exam_are_not_held_against_words() =>
        Assert.True(Learned(1, words: 5, leastWords: 10) < Learned(1, words: 5, leastWords: 1) / 2);

    [Fact]
    public void Without_a_question_that_teaches_search_stays_by_words() => Assert.Equal(0, VectorWeight.Learn([], 1));

    [Fact]
    public void An_exam_asks_each_question_and_looks_for_each_text_once_and_is_the_same_each_time()
    {
        var all = Enumerable.Range(0, 900).Select(i => new ExamItem($"{i}", $"問い{i % 700}", $"答え{i % 800}")).Append(new ExamItem("x", "問い", " ")).ToList();
        var items = ExamItem.Sample(all);
        Assert.Equal(ExamItem.Most, items.Count);
        Assert.Equal(items, ExamItem.Sample(all.AsEnumerable().Reverse()));
        Assert.Equal((items.Count, items.Count), (items.Select(i => i.Question).Distinct().Count(), items.Select(i => i.Text).Distinct().Count()));
        Assert.DoesNotContain(items, i => i.Id == "x");
    }

    // A hundred candidates, of which the first is right: its score is 1 among others of 0 to 1, by words and by vectors, each with its own error.
    private static double Learned(double noise, double words, double leastWords = 1)
    {
        var chance = new Random(7);
        double Error() => Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());
        double[] Side(double error) => Stretched([.. Enumerable.Range(0, 100).Select(i => (i == 0 ? 1 : 0) + (error * Error()))]);
        return VectorWeight.Learn(
            [.. Enumerable.Range(0, 300).Select(_ => JudgedCandidates.Of(new HybridCandidates(Hits, Side(words), Side(noise), 1), (group, _) => group == 1))], leastWords);
    }

    private static readonly SearchHit[] Hits = [.. Enumerable.Range(1, 100).Select(i => new SearchHit((uint)i, 0, 0))];

    private static double[] Stretched(double[] values) => [.. values.Select(v => (v - values.Min()) / (values.Max() - values.Min()))];
}
