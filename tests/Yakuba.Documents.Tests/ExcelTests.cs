using static Yakuba.Documents.Tests.OfficeFiles;

namespace Yakuba.Documents.Tests;

public sealed class ExcelTests
{
    [Fact]
    public void A_drawn_form_reads_as_labels_with_values()
    {
        var form = Rows(["補助金交付申請書"], [], ["申請者", "氏名", "山田 花子"], ["", "住所", "八重桜市一丁目1番"], ["電話番号", "", "0776-00-0001"])
            + "<mergeCells><mergeCell ref=\"A1:D1\"/><mergeCell ref=\"A3:A4\"/><mergeCell ref=\"A5:B5\"/></mergeCells>";

        var read = Reading.Of("申請書.xlsx", Excel("General", ("様式", "visible", form)));

        Assert.Equal(
            ["様式", "補助金交付申請書", "申請者／氏名: 山田 花子", "申請者／住所: 八重桜市一丁目1番", "電話番号: 0776-00-0001"],
            read.Document.Blocks.Select(b => b.Text));
        var name = read.Document.Blocks.OfType<TableRowBlock>().First().Cells.Single();
        Assert.Equal(new CellLocator("様式", "C3"), name.At);
    }

    [Fact]
    public void A_hidden_sheet_is_reported_and_not_read()
    {
        var read = Reading.Of("a.xlsx", Excel("General",
            ("公開", "visible", Rows(["品目", "曜日", "備考"], ["びん", "月曜", "洗う"], ["かん", "火曜", "つぶす"])),
            ("控え", "veryHidden", Rows(["極秘の単価"]))));

        Assert.DoesNotContain(read.Document.Blocks, b => b.Text.Contains("極秘", StringComparison.Ordinal));
        Assert.Equal("極秘の単価", Assert.Single(read.Report.Hidden).Sample);
        Assert.Contains(read.Report.Lines, l => l.Contains("控え", StringComparison.Ordinal) && l.Contains("非表示", StringComparison.Ordinal));
    }

    [Fact]
    public void A_sheet_that_a_workbook_names_many_times_is_read_once()
    {
        var file = Excel("0", ("表", "visible", Rows(["窓口の案内"])));
        var workbook = "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
            + string.Concat(Enumerable.Repeat("<sheet name=\"表\" sheetId=\"1\" r:id=\"s0\"/>", 2_000)) + "</sheets></workbook>";

        var read = Reading.Of("a.xlsx", With(file, ("xl/workbook.xml", workbook)));

        Assert.Single(read.Document.Blocks, b => b.Text == "窓口の案内");
        Assert.Contains(read.Report.Lines, l => l.Contains("重なっています", StringComparison.Ordinal));
    }

    [Fact]
    public void A_question_sheet_becomes_entries()
    {
        var read = Reading.Of("faq.xlsx", Excel("General", ("FAQ", "visible", Rows(["番号", "質問", "回答", "担当課"], ["1", "開庁時間は。", "八時半からです。", "総務課"], ["2", "駐車場は。", "あります。", "管財課"]))));

        Assert.Equal(["開庁時間は。", "駐車場は。"], read.Document.Faq.Select(f => f.Question));
        Assert.Equal("総務課", read.Document.Faq[0].Section);
    }

    [Theory]
    [InlineData(46113, "[$-411]ggge\"年\"m\"月\"d\"日\"", "令和8年4月1日")]
    [InlineData(46113, "[$-411]ge.m.d", "R8.4.1")]
    [InlineData(43586, "ggge\"年\"", "令和1年")]
    [InlineData(46113.5, "yyyy/m/d h:mm", "2026/4/1 12:00")]
    [InlineData(46113, "yyyy\"年\"m\"月\"d\"日\"(aaa)", "2026年4月1日(水)")]
    [InlineData(1234567, "#,##0", "1,234,567")]
    [InlineData(-1234, "#,##0;\"△\"#,##0", "△1,234")]
    [InlineData(0.125, "0.0%", "12.5%")]
    [InlineData(300, "#,##0\"円\"", "300円")]
    [InlineData(12345678, "#,##0,\"千円\"", "12,346千円")]
    [InlineData(1.5, "[h]:mm", "36:00")]
    [InlineData(0.1, "General", "0.1")]
    [InlineData(7, "000", "007")]
    [InlineData(2.5, "0", "3")]
    public void A_number_shows_as_the_cell_shows_it(double value, string format, string shown) =>
        Assert.Equal(shown, NumberDisplay.Of(value, format));

    [Fact]
    public void A_blank_form_says_what_it_asks_for_under_one_heading()
    {
        var form = Rows(
            ["証明書交付請求書"],
            ["窓口に来た人", "氏名", "", "（署名）"],
            ["", "住所", "□町内　□町外（　　　　）", ""],
            ["必要なもの", "証明書の種類", "手数料", "通数"],
            ["", "□住民票の写し", "300円", "通"],
            ["", "□身分証明書", "350円", "通"],
            ["使いみち", "□年金　□相続", "", ""])
            + "<mergeCells><mergeCell ref=\"A1:D1\"/><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"A4:A6\"/></mergeCells>";

        var read = Reading.Of("請求書.xlsx", Excel("General", ("請求書", "visible", form)));

        var passage = Assert.Single(PassageCutter.Cut(read.Document), p => p.Text.Contains("300円", StringComparison.Ordinal));
        Assert.Equal(["証明書交付請求書", "様式"], passage.HeadingPath);
        Assert.Contains("証明書の種類: 住民票の写し、手数料: 300円", passage.Text, StringComparison.Ordinal);
        Assert.Contains(read.Document.Blocks, b => b.Text == "記入欄　窓口に来た人: 氏名、住所（□町内　□町外）");
        Assert.DoesNotContain(read.Document.Blocks, b => b.Text.Contains("署名", StringComparison.Ordinal));
    }
}
