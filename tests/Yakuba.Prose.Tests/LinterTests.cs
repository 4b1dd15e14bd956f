namespace Yakuba.Prose.Tests;

/// <summary>A sentence about behaviour each.</summary>
public sealed class LinterTests
{
    [Fact]
    public void A_finding_has_its_place_and_what_to_write_instead()
    {
        const string text = "申請書に署名して頂き、窓口にお出しください。";
        var finding = Assert.Single(Desk.Linter.Check(text));
        Assert.Equal("kana-hojo-itadaku", finding.Rule);
        Assert.Equal(text.IndexOf('頂'), finding.Start);
        Assert.Equal("いただ", finding.Suggestion);
        Assert.Equal(Severity.Error, finding.Severity);
    }

    [Theory]
    [InlineData("工事の期間は、7月1日から7月31日までです。", "kana-koto")]
    [InlineData("町長は「花を植えて下さい」と書かれた看板を設置しました。", "kana-hojo-kudasai")]
    [InlineData("東京都千代田区の施設を御利用ください。", "kana-hojo-kudasai")]
    public void What_only_looks_wrong_is_left_alone(string text, string rule) => Assert.Empty(Desk.Found(text, rule));

    [Fact]
    public void A_rule_that_is_off_finds_nothing()
    {
        const string text = "窓口に出して下さい。";
        Assert.Contains(Desk.Linter.Check(text), f => f.Rule == "kana-hojo-kudasai");
        Assert.DoesNotContain(Desk.Linter.Check(text, new LintOptions(Off: new HashSet<string> { "kana-hojo-kudasai" })), f => f.Rule == "kana-hojo-kudasai");
    }

    [Fact]
    public void What_the_writer_wants_so_is_left_alone()
    {
        Assert.Empty(Desk.Found("窓口に出して下さい。〔この行は校正しない〕", "kana-hojo-kudasai"));
        Assert.Empty(Desk.Found("<!-- 〔校正しない：kana-hojo-kudasai〕 -->\n窓口に出して下さい。\n<!-- 〔校正する〕 -->", "kana-hojo-kudasai"));
        Assert.Single(Desk.Found("〔校正しない：kana-koto〕窓口に出して下さい。", "kana-hojo-kudasai"));
        Assert.Single(Desk.Found("〔校正しない〕窓口に出して下さい。〔校正する〕\n窓口に出して下さい。", "kana-hojo-kudasai"));
    }

    [Fact]
    public void Legal_drafting_has_ways_of_its_own()
    {
        const string text = "施設の管理は、町が行うものとします。";
        Assert.Single(Desk.Found(text, "law-mono-tosuru"));
        Assert.Empty(Desk.Found(text, "law-mono-tosuru", ProseKind.Ordinance));
        Assert.Empty(Desk.Found("第1条　施設の管理は、町が行うものとします。", "law-mono-tosuru"));
    }

    [Fact]
    public void An_ending_before_a_bracket_is_marked_where_it_stands() => Assert.StartsWith("だ", Assert.Single(Desk.Found("これは市の本だ（注を見よ）。", "bunmatsu-da")), StringComparison.Ordinal);

    [Fact]
    public void Two_things_that_the_law_parts_are_not_called_one() =>
        Assert.Empty(Desk.Found("避難所は、公民館です。避難場所は、中央公園です。補助金と交付金の別は、別に定めます。", "term-word"));

    [Fact]
    public void Findings_come_in_order_and_those_of_one_rule_do_not_overlap()
    {
        var found = Desk.Linter.Check("出来る事は出来る丈行なって下さい。\n説明会は、令和8年5月12日（月）に開きます。");
        Assert.Contains(found, f => f.Rule == "fact-weekday");
        Assert.Equal(found.OrderBy(f => f.Start).Select(f => f.Start), found.Select(f => f.Start));
    }
}
