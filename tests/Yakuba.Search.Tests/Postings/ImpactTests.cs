using Yakuba.Search.Postings;

namespace Yakuba.Search.Tests.Postings;

public sealed class ImpactTests
{
    [Fact]
    public void A_term_that_occurs_once_in_a_passage_of_mean_length_has_116_of_255() =>
        Assert.Equal(116, Impact.Of(1, Impact.Saturation(300, 300)));

    [Fact]
    public void An_impact_is_never_0() => Assert.Equal(1, Impact.Of(1, Impact.Saturation(Impact.MaxLength, 1)));

    [Theory]
    [InlineData(10)]
    [InlineData(100)]
    [InlineData(1_000)]
    public void The_occurrences_come_back_from_the_impact_exactly_or_to_a_count_of_the_same_impact(int length)
    {
        var saturation = Impact.Saturation(length, 100);
        for (var occurrences = 1; occurrences <= Impact.MaxOccurrences; occurrences++)
        {
            var impact = Impact.Of(occurrences, saturation);
            var back = Impact.OccurrencesOf(impact, saturation);
            Assert.InRange(Impact.Of(back, saturation), impact - 1, impact);
            if (occurrences <= 12)
            {
                Assert.Equal(occurrences, back);
            }
        }
    }
}
