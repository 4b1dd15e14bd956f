namespace Yakuba.Documents.Tests;

public sealed class OrdinanceTests
{
    internal const string Text = """
        八重桜市手数料条例
        （令和八年十二月二十日条例第三十号）

        　　　第一章　総則

        （趣旨）
        第一条　この条例は、手数料について定める。

        （手数料の額）
        第二条　手数料の額は、次に掲げるとおりとする。
        　一　住民票の写し　一通につき三百円
        　二　次に掲げる証明
        　　イ　所得の証明
        　　ロ　納税の証明
        ２　前項の手数料は、前納とする。

        第二条の二　市長は、手数料を減免することができる。

        　　　附　則
        （施行期日）
        １　この条例は、令和九年四月一日から施行する。ただし、第二条の二の規定は、令和十年四月一日から施行する。
        ２　なお従前の例による。

        別表第一（第二条関係）
        普通の行
        """;

    [Fact]
    public void Articles_paragraphs_items_and_supplements_get_their_paths()
    {
        var read = Reading.Of("手数料条例.txt", Text);

        Assert.Equal("八重桜市手数料条例", read.Document.Title);
        Assert.Equal(
            ["第1条", "第2条", "第2条第1項第1号", "第2条第1項第2号", "第2条第1項第2号イ", "第2条第1項第2号ロ", "第2条第2項", "第2条の2", "附則第1項", "附則第2項"],
            read.Document.Blocks.OfType<ArticleBlock>().Select(b => b.Path));
        Assert.Equal("手数料の額", read.Document.Blocks.OfType<ArticleBlock>().First(b => b.Article == "第2条").Caption);
    }

    [Fact]
    public void The_days_of_promulgation_and_enforcement_are_read()
    {
        var dates = Reading.Of("手数料条例.txt", Text).Document.Dates;

        Assert.Equal(new DateOnly(2026, 12, 20), dates.Promulgated);
        Assert.Equal(new DateOnly(2027, 4, 1), dates.EnforcedFrom);
        Assert.Null(dates.RepealedFrom);
        Assert.False(dates.SaysRepealed);
    }

    [Fact]
    public void A_passage_never_crosses_an_article_and_carries_its_own_days()
    {
        var passages = PassageCutter.Cut(Reading.Of("手数料条例.txt", Text).Document);

        var own = Assert.Single(passages, p => p.HeadingPath.Contains("第2条の2"));
        Assert.Equal(new PassageDates(new DateOnly(2028, 4, 1), null), own.Dates);
        Assert.DoesNotContain(passages, p => p.Text.Contains("第一条", StringComparison.Ordinal) && p.Text.Contains("第二条　", StringComparison.Ordinal));
        Assert.Equal(Enumerable.Range(0, passages.Count), passages.Select(p => p.Ordinal));
    }

    [Fact]
    public void A_day_until_which_a_scheme_runs_is_not_its_first_day()
    {
        var dates = Reading.Of("移住支援.txt", "移住支援の案内\n\nこの制度は、令和9年3月31日までです。同日までに申請があったものが対象になります。").Document.Dates;

        Assert.Null(dates.EnforcedFrom);
    }
}
