using Yakuba.Legislation;

namespace Yakuba.Legislation.Tests;

/// <summary>Each check finds what it is for, and is silent when the text is mended.</summary>
public sealed class EnactmentCheckTests
{
    [Theory]
    [InlineData("reference-missing", "第1条　第9条による。", "第1条　第2条による。\n第2条　い。")]
    [InlineData("reference-deleted", "第1条　次条による。\n第2条　削除", "第1条　次条による。\n第2条　い。")]
    [InlineData("contents-differ", "目次\n第1章　総則（第1条―第3条）\n附則\n第1章　総則\n第1条　あ。\n第2条　い。\n附　則\n1　あ。", "目次\n第1章　総則（第1条・第2条）\n附則\n第1章　総則\n第1条　あ。\n第2条　い。\n附　則\n1　あ。")]
    [InlineData("items-missing", "第1条　次の各号に掲げる者", "第1条　次の各号に掲げる者\n(1)　あ\n(2)　い")]
    [InlineData("definition-unused", "第1条　自転車を置く者（以下「使用者」という。）が行う。", "第1条　自転車を置く者（以下「使用者」という。）が行う。\n第2条　使用者は、行う。")]
    [InlineData("definition-unused", "第1条　次の各号に掲げる用語の意義は、当該各号に定めるところによる。\n(1)　自転車　車をいう。", "第1条　次の各号に掲げる用語の意義は、当該各号に定めるところによる。\n(1)　自転車　車をいう。\n第2条　自転車を置く。")]
    [InlineData("definition-twice", "第1条　あ（以下「使用者」という。）\n第2条　い（以下「使用者」という。）\n第3条　使用者", "第1条　あ（以下この条において「使用者」という。）は使用者\n第2条　い（以下この条において「使用者」という。）は使用者")]
    [InlineData("abbreviation-undefined", "第1条　法第3条の規定による。", "第1条　道路法（昭和27年法律第180号。以下「法」という。）第2条及び法第3条の規定による。")]
    [InlineData("appendix-relation", "第1条　あ。\n附　則\n1　あ。\n別表第1（第1条関係）\nい", "第1条　別表第1による。\n附　則\n1　あ。\n別表第1（第1条関係）\nい")]
    [InlineData("term-variants", "第1条　申込みを行う。\n第2条　申し込みをした者", "第1条　申込みを行う。\n第2条　申し込み、届け出た者")]
    [InlineData("date-impossible", "第1条　平成12年2月30日", "第1条　平成12年2月29日")]
    [InlineData("date-reversed", "第1条　平成12年4月1日から平成11年3月31日まで", "第1条　平成12年4月1日から平成13年3月31日まで")]
    [InlineData("enforced-before-promulgation", "（平成12年3月21日条例第7号）\n第1条　あ。\n附　則\n1　この条例は、平成11年4月1日から施行する。", "（平成12年3月21日条例第7号）\n第1条　あ。\n附　則\n1　この条例は、平成12年4月1日から施行する。")]
    [InlineData("repeal-without-transition", "第1条　あ。\n附　則\n1　八重桜市自転車条例は、廃止する。", "第1条　あ。\n附　則\n1　八重桜市自転車条例は、廃止する。\n2　この条例の施行前にした行為については、なお従前の例による。")]
    public void A_check_finds_its_fault_and_is_silent_without_it(string id, string faulty, string sound)
    {
        Assert.Contains(Check(faulty), f => f.Id == id);
        Assert.DoesNotContain(Check(sound), f => f.Id == id);
    }

    [Fact]
    public void A_finding_says_where_what_and_why()
    {
        var finding = Assert.Single(Check("第1条　あ。\n2　第9条の規定による。"));

        Assert.Equal(("第1条第2項", 0, 3), (finding.Path.ToString(), finding.Start, finding.Length));
        Assert.Equal("「第9条」の引用先がありません。", finding.Message);
        Assert.EndsWith("。", finding.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_check_is_in_the_catalogue_once_with_a_next_step()
    {
        Assert.Equal(EnactmentChecks.Catalogue.Length, EnactmentChecks.Catalogue.Select(c => c.Id).Distinct().Count());
        Assert.All(EnactmentChecks.Catalogue, c => Assert.EndsWith("ください。", c.Why, StringComparison.Ordinal));
    }

    [Fact]
    public void Between_an_ordinance_and_its_rule_dead_references_and_open_delegations_are_found()
    {
        var ordinance = Index("八重桜市駐輪場条例\n第1条　規則で定める者\n第2条　規則で定める額\n第3条　この条例に定めるもののほか、必要な事項は、規則で定める。");
        var rule = Index("八重桜市駐輪場条例施行規則\n第1条　八重桜市駐輪場条例（平成12年条例第7号。以下「条例」という。）第1条の規則で定める者は、市民とする。\n第2条　条例第8条の額");

        Assert.Equal(["第2条第1項"], EnactmentChecks.Run(ordinance, [rule]).Where(f => f.Id == "delegation-without-rule").Select(f => f.Path.ToString()));
        Assert.Equal(["第2条第1項"], EnactmentChecks.Run(rule, [ordinance]).Where(f => f.Id == "reference-missing-elsewhere").Select(f => f.Path.ToString()));
    }

    [Fact]
    public void A_supplement_speaks_of_another_enactment_as_it_stood_on_its_day()
    {
        var ordinance = Index("八重桜市駐輪場条例\n第1条　あ。");
        var other = Index("八重桜市自転車条例\n第1条　い。\n附　則\n1　う。\n附　則（平成20年条例第18号）\n第1条　八重桜市駐輪場条例第9条の改正規定は、公布の日から施行する。");

        Assert.DoesNotContain(EnactmentChecks.Run(other, [ordinance]), f => f.Id == "reference-missing-elsewhere");
        Assert.Contains(EnactmentReferences.Of(other), r => r.Enactment == "八重桜市駐輪場条例" && string.Concat(r.Targets) == "第9条");
    }

    private static System.Collections.Immutable.ImmutableArray<EnactmentFinding> Check(string body) => EnactmentChecks.Run(Index("件名\n" + body), []);

    private static EnactmentIndex Index(string text) => new(EnactmentParser.Parse(text).Enactment);
}
