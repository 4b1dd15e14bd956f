using Yakuba.Legislation;

namespace Yakuba.Legislation.Tests;

/// <summary>Lines of ordinances and acts to a tree.</summary>
public sealed class EnactmentParserTests
{
    private const string Ordinance = """
        ○八重桜市駐輪場条例
        （平成12年3月21日条例第7号）
        目次
        　第1章　総則（第1条・第2条）
        　第2章　利用（第3条―第6条）
        　附則
        　　　第1章　総則
        （目的）
        第1条　この条例は、駐輪場の設置及び管理について定める。
        （定義）
        第2条　この条例において、次の各号に掲げる用語の意義は、当該各号に定めるところによる。
        (1)　自転車　道路を走る二輪の車で、次に掲げるものをいう。
        ア　足で踏むもの
        (ア)　一人で乗るもの
        (イ)　二人で乗るもの
        イ　電気が助けるもの
        (2)　駐輪場　自転車を置く所をいう。
        2　前項の規定にかかわらず、市長が別に定めるものは、自転車とみなす。
        　　　第2章　利用
        （使用料）
        第3条　使用料は、別表第1に定める額とする。ただし、市長が認めるときは、この限りでない。
        第4条から第5条まで　削除
        第5条の2　使用料は、返さない。
        （委任）
        第6条　この条例に定めるもののほか、必要な事項は、規則で定める。
        　　　附　則
        （施行期日）
        1　この条例は、平成12年4月1日から施行する。
        （経過措置）
        2　この条例の施行の日の前日までの使用料については、なお従前の例による。
        附　則（平成20年6月25日条例第18号）抄
        この条例は、公布の日から施行する。
        別表第1（第3条関係）
        	区分	金額
        	1日	100円
        備考　市民は、半額とする。
        様式第1号（第6条関係）
        申請書
        """;

    [Fact]
    public void An_ordinance_becomes_a_tree_with_every_part_in_its_place()
    {
        var (enactment, problems) = EnactmentParser.Parse(Ordinance);

        Assert.Empty(problems);
        Assert.Equal("八重桜市駐輪場条例", enactment.Name);
        Assert.Equal(["（平成12年3月21日条例第7号）"], enactment.Front);
        Assert.Equal(4, enactment.Contents.Length);
        Assert.Equal(["第1章", "第2章"], enactment.Body.Select(p => p.Label));
        Assert.Equal(["1", "2", "3", "4:5", "5_2", "6"], enactment.Articles.Select(a => a.Number.ToString()));
        Assert.True(enactment.Articles.Single(a => a.Number.IsRange).IsDeleted);
        Assert.Equal(["", "2"], enactment.Articles.ElementAt(1).Children.Select(p => p.Label));
        Assert.Equal("（目的）", enactment.Articles.First().Caption);
        Assert.Equal(
            ["Item (1)", "Subitem1 ア", "Subitem2 (ア)", "Subitem2 (イ)", "Subitem1 イ", "Item (2)"],
            enactment.Articles.ElementAt(1).Children[0].WithAllBelow().Skip(1).Select(p => $"{p.Kind} {p.Label}"));
        Assert.Equal(["", "（平成20年6月25日条例第18号）抄"], enactment.Supplements.Select(s => s.Text));
        Assert.Equal(["（施行期日）", "（経過措置）"], enactment.Supplements.First().Children.Select(p => p.Caption));
        Assert.Equal(["Appendix 別表第1", "Form 様式第1号"], enactment.Appendices.Select(p => $"{p.Kind} {p.Label}"));
        Assert.Equal("100円", enactment.Appendices.First().Children[0].Table!.Rows[1][1]);
    }

    [Fact]
    public void Articles_of_a_contract_in_a_form_stay_in_the_form()
    {
        var enactment = EnactmentParser.Parse("件名\n第1条　あ。\n第2条　い。\n附　則\n1　う。\n様式第1号\n契約書\n第1条　甲は。\n第2条　乙は。\n第3条　丙は。").Enactment;

        Assert.Equal(2, enactment.Articles.Count());
        Assert.Equal(4, enactment.Appendices.Single().Children.Length);
    }

    [Fact]
    public void A_chapter_on_the_first_line_is_a_chapter()
    {
        var enactment = EnactmentParser.Parse("第1章　総則\n（目的）\n第1条　あ。").Enactment;

        Assert.Equal(("", "総則"), (enactment.Title, Assert.Single(enactment.Provisions).Text));
    }

    [Fact]
    public void Tabs_as_indents_do_not_hide_articles()
    {
        var (enactment, problems) = EnactmentParser.Parse("件名\n\t（目的）\n\t第1条　あ。\n\t第2条\tい。\n\t附則\n1　う。");

        Assert.Equal(["（目的）"], enactment.Articles.Select(a => a.Caption));
        Assert.Single(enactment.Supplements);
        Assert.Equal(("legislation-row-looks-like-provision", 4), (problems.Single().Name, problems.Single().Line));
    }

    [Theory]
    [InlineData("第2条（第2項を除く。）の規定", 1)]
    [InlineData("第2条（返還）第1条第1項の規定により返す。", 2)]
    [InlineData("第2条（入学）中学校の生徒は、入る。", 2)]
    public void A_bracket_behind_the_number_of_an_article_is_a_caption_unless_it_quotes(string line, int articles) =>
        Assert.Equal(articles, EnactmentParser.Parse("件名\n第1条（目的）あ。\n" + line).Enactment.Articles.Count());

    [Theory]
    [InlineData("附則〔平成20年条例第18号〕\n1　あ。", "〔平成20年条例第18号〕", "あ。")]
    [InlineData("附　則　この規則は、公布の日から施行する。", "", "この規則は、公布の日から施行する。")]
    [InlineData("附　則　１　この規則は、公布の日から施行する。", "", "この規則は、公布の日から施行する。")]
    public void A_supplement_is_known_in_every_writing(string lines, string name, string text)
    {
        var supplement = EnactmentParser.Parse("件名\n第1条　い。\n" + lines).Enactment.Supplements.Single();

        Assert.Equal((name, text), (supplement.Text, supplement.Children.Single().Text));
    }

    [Fact]
    public void What_is_written_is_what_was_read()
    {
        var enactment = EnactmentParser.Parse(Ordinance).Enactment;

        var lines = EnactmentText.Write(enactment);

        Assert.Equal(Blanks.Without(Ordinance), Blanks.Without(string.Concat(lines)));
        Assert.Equal(enactment, EnactmentParser.Parse(lines).Enactment);
    }
}
