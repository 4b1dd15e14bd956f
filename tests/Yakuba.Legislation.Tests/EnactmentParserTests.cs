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
    public void What_is_written_is_what_was_read()
    {
        var enactment = EnactmentParser.Parse(Ordinance).Enactment;

        var lines = EnactmentText.Write(enactment);

        Assert.Equal(Blanks.Without(Ordinance), Blanks.Without(string.Concat(lines)));
        Assert.Equal(enactment, EnactmentParser.Parse(lines).Enactment);
    }
}
