namespace Yakuba.Text.Tests;

public sealed class JapaneseDateTests
{
    private static readonly DateOnly s_today = new(2026, 2, 10);

    [Theory]
    [InlineData("令和6年4月1日", "2024-04-01 Day")]
    [InlineData("令和６年４月１日（月）", "2024-04-01 Day")]
    [InlineData("令和六年四月一日", "2024-04-01 Day")]
    [InlineData("令和 6 年 4 月 1 日", "2024-04-01 Day")]
    [InlineData("令和元年5月1日", "2019-05-01 Day")]
    [InlineData("㍻30年12月", "2018-12-01 2018-12-31 Month")]
    [InlineData("昭和五十六年", "1981-01-01 1981-12-31 Year")]
    [InlineData("R6.4.1", "2024-04-01 Day")]
    [InlineData("H30.4", "2018-04-01 2018-04-30 Month")]
    [InlineData("令6.4.1", "2024-04-01 Day")]
    [InlineData("S56年6月1日", "1981-06-01 Day")]
    [InlineData("2024/4/1", "2024-04-01 Day")]
    [InlineData("2024-04-01", "2024-04-01 Day")]
    [InlineData("2024.4.1", "2024-04-01 Day")]
    [InlineData("2024年4月1日", "2024-04-01 Day")]
    [InlineData("二〇二四年四月", "2024-04-01 2024-04-30 Month")]
    [InlineData("2024/4", "2024-04-01 2024-04-30 Month")]
    [InlineData("令和6年度", "2024-04-01 2025-03-31 FiscalYear")]
    [InlineData("平成31年度", "2019-04-01 2020-03-31 FiscalYear")]
    [InlineData("令和元年度", "2019-04-01 2020-03-31 FiscalYear")]
    [InlineData("2024年度", "2024-04-01 2025-03-31 FiscalYear")]
    [InlineData("4月1日", "2026-04-01 Day noyear")]
    [InlineData("12月末日", "2026-12-31 Day noyear")]
    [InlineData("令和6年2月末", "2024-02-29 Day")]
    [InlineData("4月上旬", "2026-04-01 2026-04-10 Range noyear")]
    [InlineData("4月1日から6月30日まで", "2026-04-01 2026-06-30 Range noyear")]
    [InlineData("4月1日から3月31日まで", "2026-04-01 2027-03-31 Range noyear")]
    [InlineData("令和6年4月1日から6月30日まで", "2024-04-01 2024-06-30 Range")]
    [InlineData("令和6年4月1日（月）～翌年3月31日", "2024-04-01 2025-03-31 Range")]
    [InlineData("令和6年4月1日から令和7年3月31日まで", "2024-04-01 2025-03-31 Range")]
    [InlineData("令和5年度から7年度まで", "2023-04-01 2026-03-31 Range")]
    [InlineData("4月1日～10日", "2026-04-01 2026-04-10 Range noyear")]
    [InlineData("令和6年4月から6月", "2024-04-01 2024-06-30 Range")]
    [InlineData("平成30年4月1日公布、同年6月1日施行", "2018-04-01 Day|2018-06-01 Day")]
    [InlineData("今日", "2026-02-10 Day")]
    [InlineData("明日まで", "2026-02-11 Day")]
    [InlineData("一昨日", "2026-02-08 Day")]
    [InlineData("来月", "2026-03-01 2026-03-31 Month")]
    [InlineData("来月10日", "2026-03-10 Day")]
    [InlineData("先月末", "2026-01-31 Day")]
    [InlineData("今年度", "2025-04-01 2026-03-31 FiscalYear")]
    [InlineData("昨年度", "2024-04-01 2025-03-31 FiscalYear")]
    [InlineData("来年4月1日", "2027-04-01 Day")]
    [InlineData("昨年の12月", "2025-12-01 2025-12-31 Month")]
    [InlineData("去年", "2025-01-01 2025-12-31 Year")]
    [InlineData("3年間、2週間以内、3か月、192.168.1.1、4/1、1.5倍、きょういく、第4条", "")]
    [InlineData("", "")]
    public void Expressions_are_resolved(string text, string expected) => Assert.Equal(expected, Found(text));

    [Theory]
    [InlineData("2月30日", "2026-02-28 Day noyear invalid")]
    [InlineData("令和6年13月1日", "2024-12-01 Day invalid")]
    [InlineData("平成35年4月1日", "2023-04-01 Day invalid")]
    [InlineData("平成35年", "2023-01-01 2023-12-31 Year invalid")]
    [InlineData("令和元年4月1日", "2019-04-01 Day invalid")]
    [InlineData("令和7年4月1日から令和6年3月31日まで", "2025-04-01 Range invalid")]
    [InlineData("9999年12月31日", "9998-12-31 Day invalid")]
    public void A_date_that_never_was_is_found_and_marked(string text, string expected) => Assert.Equal(expected, Found(text));

    [Fact]
    public void The_span_covers_the_expression_and_until()
    {
        var text = NormalText.Of("受付は令和6年4月1日（月）から6月30日まで。").Value;
        var span = Assert.Single(JapaneseDate.Find(text, s_today));

        Assert.Equal("令和6年4月1日(月)から6月30日まで", text.Substring(span.Start, span.Length));
    }

    [Fact]
    public void Random_letters_of_dates_never_fail_and_never_overlap()
    {
        const string alphabet = "令和平成昭元年度月日末0123456789.-/~からまで同翌来今昨上旬一二十〇百rh (月)の ";
        var random = new Random(5);
        for (var round = 0; round < 50000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => alphabet[random.Next(alphabet.Length)]));
            var end = 0;
            foreach (var date in JapaneseDate.Find(text, s_today))
            {
                Assert.True(date.Start >= end && date.Length > 0 && date.Start + date.Length <= text.Length && date.From <= date.To, text);
                end = date.Start + date.Length;
            }
        }
    }

    private static string Found(string text) => string.Join('|', JapaneseDate.Find(NormalText.Of(text).Value, s_today).Select(date =>
        $"{date.From:yyyy-MM-dd}{(date.To == date.From ? "" : $" {date.To:yyyy-MM-dd}")} {date.Kind}{(date.HasYear ? "" : " noyear")}{(date.IsValid ? "" : " invalid")}"));
}
