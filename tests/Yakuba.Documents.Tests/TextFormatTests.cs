using System.Text;

namespace Yakuba.Documents.Tests;

public sealed class TextFormatTests
{
    static TextFormatTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory, InlineData("utf-8"), InlineData("shift_jis"), InlineData("euc-jp"), InlineData("iso-2022-jp"), InlineData("utf-16")]
    public void A_question_table_is_read_in_every_japanese_charset(string charset)
    {
        var csv = "質問,回答,分類,担当課\r\n粗大ごみはいつ出せますか。,\"申込みの後、\r\n指定の日に出してください。\",ごみ,環境課\r\n";

        var read = Reading.Of("faq.csv", Encoding.GetEncoding(charset).GetBytes(csv));

        var entry = Assert.Single(read.Document.Faq);
        Assert.Equal(new FaqEntry("粗大ごみはいつ出せますか。", "申込みの後、\n指定の日に出してください。", "ごみ", "環境課", new EntryLocator(1)), entry);
        var passage = Assert.Single(PassageCutter.Cut(read.Document));
        Assert.Equal("粗大ごみはいつ出せますか。", passage.Question);
    }

    [Fact]
    public void A_plain_table_names_each_value_by_its_column()
    {
        var read = Reading.Of("施設.csv", "施設名,電話\n中央図書館,0776-00-0001\n");

        Assert.Equal("施設名: 中央図書館、電話: 0776-00-0001", Assert.Single(read.Document.Blocks).Text);
    }

    [Fact]
    public void A_merged_html_header_becomes_a_path_for_each_cell()
    {
        var read = Reading.Of("a.html", """
            <html><head><title>手数料</title><script>var x=1;</script></head><body><h1>手数料</h1><p style="display:none">秘密の指示</p>
            <table><tr><th rowspan=2>区分</th><th colspan=2>手数料</th></tr><tr><th>窓口</th><th>郵送</th></tr>
            <tr><td>住民票</td><td>300円</td><td>400円</td></tr></table></body></html>
            """);

        var row = Assert.Single(read.Document.Blocks.OfType<TableRowBlock>());
        Assert.Equal("区分: 住民票、手数料／窓口: 300円、手数料／郵送: 400円", row.Text);
        Assert.Equal("秘密の指示", Assert.Single(read.Report.Hidden).Sample);
        Assert.DoesNotContain(read.Document.Blocks, b => b.Text.Contains("秘密", StringComparison.Ordinal));
    }

    [Fact]
    public void Markdown_keeps_headings_lists_and_tables_and_drops_tags()
    {
        var read = Reading.Of("a.md", "# 案内\n\n本文<b onclick=\"x()\">太字</b>。\n\n- 一つ\n- 二つ\n\n|品目|曜日|\n|---|---|\n|びん|月曜|\n\n<script>alert(1)</script>\n");

        Assert.Equal("案内", read.Document.Title);
        Assert.Contains(read.Document.Blocks, b => b is ParagraphBlock { Text: "本文太字。" });
        Assert.Equal(2, read.Document.Blocks.OfType<ListItemBlock>().Count());
        Assert.Contains(read.Document.Blocks, b => b is TableRowBlock { Text: "品目: びん、曜日: 月曜" });
        Assert.DoesNotContain(read.Document.Blocks, b => b.Text.Contains("alert", StringComparison.Ordinal));
    }
}
