using static Yakuba.Documents.Tests.OfficeFiles;

namespace Yakuba.Documents.Tests;

public sealed class WordTests
{
    private const string Styles = $"""
        <w:styles xmlns:w="{W}"><w:style w:styleId="a"><w:name w:val="heading 1"/></w:style><w:style w:styleId="b"><w:name w:val="x"/><w:basedOn w:val="a"/></w:style></w:styles>
        """;

    private const string Numbering = $"""
        <w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="第%1条"/></w:lvl>
        <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="aiueoFullWidth"/><w:lvlText w:val="%2"/></w:lvl></w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>
        """;

    [Fact]
    public void A_style_based_on_a_heading_is_a_heading()
    {
        var read = Reading.Of("案内.docx", Word(P("受付時間", "<w:pStyle w:val=\"b\"/>") + P("平日の九時から。"), ("styles", Styles)));

        Assert.Equal(new HeadingBlock("受付時間", new BlockLocator(1), 1), read.Document.Blocks[0]);
        Assert.Equal("受付時間", read.Document.Title);
    }

    [Fact]
    public void Numbers_count_by_level_and_restart_where_the_list_says()
    {
        string Item(int number, int level, string text) => P(text, $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{number}\"/></w:numPr>");
        var body = Item(1, 0, "甲") + Item(1, 1, "乙") + Item(1, 1, "丙") + Item(1, 0, "丁") + Item(1, 1, "戊") + Item(2, 0, "己");

        var read = DocumentReader.Read("a.docx", Word(P("表題文") + body, ("numbering", Numbering)), ReadLimits.Default, CancellationToken.None);

        var texts = Assert.IsType<ReadDocument>(read).Document.Blocks.Skip(1).Select(b => b is ListItemBlock item ? $"{item.Marker} {item.Text}" : b.Text.Replace('　', ' '));
        Assert.Equal(["第1条 甲", "ア 乙", "イ 丙", "第2条 丁", "ア 戊", "第1条 己"], texts);
    }

    [Fact]
    public void Deleted_and_hidden_text_is_left_out_and_reported()
    {
        var read = Reading.Of("改正.docx", Word(
            "<w:p><w:r><w:t>手数料は</w:t></w:r><w:del><w:r><w:delText>二百円</w:delText></w:r></w:del><w:ins><w:r><w:t>三百円</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>内緒</w:t></w:r><w:r><w:t>です。</w:t></w:r></w:p>",
            ("comments", $"<w:comments xmlns:w=\"{W}\"><w:comment w:id=\"1\">{P("要確認")}</w:comment></w:comments>")));

        Assert.Equal("手数料は三百円です。", Assert.Single(read.Document.Blocks).Text);
        Assert.Equal(["隠し文字: 内緒", "変更履歴で削除された文字: 二百円", "コメント: 要確認"], read.Report.Hidden.Select(h => $"{h.Way}: {h.Sample}"));
    }

    [Fact]
    public void Ruby_keeps_its_base_and_a_footnote_follows_its_paragraph()
    {
        var read = Reading.Of("a.docx", Word(
            "<w:p><w:r><w:ruby><w:rt><w:r><w:t>やえざくら</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>八重桜</w:t></w:r></w:rubyBase></w:ruby></w:r><w:r><w:t>市の窓口です。</w:t><w:footnoteReference w:id=\"2\"/></w:r></w:p>",
            ("footnotes", $"<w:footnotes xmlns:w=\"{W}\"><w:footnote w:id=\"2\">{P("本庁に限る。")}</w:footnote></w:footnotes>")));

        Assert.Equal(["八重桜市の窓口です。", "注1　本庁に限る。"], read.Document.Blocks.Select(b => b.Text));
    }

    [Fact]
    public void A_table_with_merged_cells_names_each_value()
    {
        string Cell(string text, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr>{P(text)}</w:tc>";
        var table = "<w:tbl>"
            + $"<w:tr>{Cell("区分", "<w:vMerge w:val=\"restart\"/>")}{Cell("手数料", "<w:gridSpan w:val=\"2\"/>")}</w:tr>"
            + $"<w:tr>{Cell("", "<w:vMerge/>")}{Cell("窓口")}{Cell("郵送")}</w:tr>"
            + $"<w:tr>{Cell("戸籍謄本")}{Cell("450円")}{Cell("550円")}</w:tr></w:tbl>";

        var read = Reading.Of("a.docx", Word(P("手数料表") + table));

        Assert.Equal("区分: 戸籍謄本、手数料／窓口: 450円、手数料／郵送: 550円", read.Document.Blocks[^1].Text);
        Assert.Equal(1, read.Report.Tables);
    }

    [Theory]
    [InlineData("澄総第112号", "組織の改正について（お知らせ）")]
    [InlineData("令和８澄教第二十七号", "就学援助制度について")]
    public void A_letter_is_titled_by_its_subject_and_not_by_its_number(string number, string subject)
    {
        var letter = P(number) + P("令和8年3月18日") + P("各行政区長　様") + P("澄野町長　朝倉　修一") + P(subject, "<w:jc w:val=\"center\"/>") + P("日頃から御協力を賜り、お礼申し上げます。") + P("記", "<w:jc w:val=\"center\"/>");

        Assert.Equal(subject, Reading.Of("通知.docx", Word(letter)).Document.Title);
    }
}
