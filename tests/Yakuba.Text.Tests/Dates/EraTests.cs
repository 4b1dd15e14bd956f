namespace Yakuba.Text.Tests;

public sealed class EraTests
{
    [Theory]
    [InlineData(2019, 4, 30, "平成31年4月30日")]
    [InlineData(2019, 5, 1, "令和元年5月1日")]
    [InlineData(1989, 1, 7, "昭和64年1月7日")]
    [InlineData(1989, 1, 8, "平成元年1月8日")]
    [InlineData(1926, 12, 25, "昭和元年12月25日")]
    [InlineData(1912, 7, 29, "明治45年7月29日")]
    [InlineData(1867, 1, 1, "1867年1月1日")]
    public void A_day_is_written_in_the_era_that_it_lies_in(int year, int month, int day, string expected) =>
        Assert.Equal(expected, Era.Format(new(year, month, day)));

    [Fact]
    public void A_year_goes_there_and_back_in_every_era()
    {
        foreach (var era in Era.All)
        {
            Assert.Equal(1, era.YearOf(era.First));
            Assert.Equal(era.First.Year, era.WesternYear(1));
            Assert.True(era.Contains(era.First) && era.Contains(1) && !era.Contains(0));
        }

        Assert.True(Era.Heisei.Contains(31));
        Assert.False(Era.Heisei.Contains(32));
    }
}
