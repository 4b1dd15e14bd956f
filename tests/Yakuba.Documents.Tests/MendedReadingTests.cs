using static Yakuba.Documents.Tests.OfficeFiles;

namespace Yakuba.Documents.Tests;

/// <summary>What real files showed to be read wrongly, each in the smallest form that shows it.</summary>
public sealed class MendedReadingTests
{
    [Fact]
    public void Rows_no_higher_than_small_print_are_a_table()
    {
        if (!File.Exists("/usr/bin/pdftotext"))
        {
            Assert.Skip("poppler is not here.");
        }

        var page = "0.5 w\n" + string.Concat(Enumerable.Range(0, 6).Select(r => Line(50, 300 - (6 * r), 170, 300 - (6 * r))))
            + string.Concat(new[] { 50, 90, 130, 170 }.Select(x => Line(x, 300, x, 270)))
            + Row(0, "Month", "Cans", "Paper") + Row(1, "May", "41", "51") + Row(2, "June", "42", "52") + Row(3, "July", "43", "53") + Row(4, "August", "44", "54");

        var rows = Reading.Of("a.pdf", Pdf(page)).Document.Blocks.OfType<TableRowBlock>().ToList();

        Assert.Equal(4, rows.Count);
        Assert.Equal(["Month: June", "Cans: 42", "Paper: 52"], rows[1].Cells.Select(c => $"{string.Join('>', c.HeaderPath)}: {c.Text}"));
    }

    [Fact]
    public void The_ticks_of_a_chart_are_neither_headings_nor_a_table()
    {
        if (!File.Exists("/usr/bin/pdftotext"))
        {
            Assert.Skip("poppler is not here.");
        }

        var ticks = string.Concat(Enumerable.Range(0, 5).Select(i => Words(60, 300 - (40 * i), 14, $"{250 - (50 * i)}%")));
        var read = Reading.Of("a.pdf", Pdf(ticks + Words(60, 60, 9, "The amount of waste that each person puts out a day has fallen.")));

        Assert.DoesNotContain(read.Document.Blocks, b => b is HeadingBlock or TableRowBlock);
        Assert.Equal("図の文字: 250%、200%、150%、100%、50%", Assert.Single(read.Document.Blocks.OfType<CaptionBlock>()).Text);
        Assert.Contains(read.Report.Lines, l => l.Contains("図の中の文字の位置", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("The hall has 10m", "The hall has 10m2")]
    [InlineData("The hall has 30 cm", "The hall has 30 cm2")]
    [InlineData("The fee for Team", "The fee for Team（注2）")]
    public void The_square_of_a_metre_was_the_mark_of_a_footnote(string words, string text)
    {
        if (!File.Exists("/usr/bin/pdftotext"))
        {
            Assert.Skip("poppler is not here.");
        }

        var end = 40 + (int)Math.Ceiling(words.Sum(c => c switch { 'm' => 10.0, 'T' => 7.33, 'c' or 's' => 6.0, 'r' => 4.0, ' ' or 'f' => 3.34, 'l' => 2.67, _ => 6.67 }));
        var page = MadePdf.Words(40, 300, 12, words) + MadePdf.Words(end, 305, 7, "2") + MadePdf.Words(40, 280, 12, "A visit costs 300 yen for every person from the town") + MadePdf.Words(322, 285, 7, "2") + MadePdf.Words(40, 60, 8, "2 Children pay nothing at all");

        var read = Reading.Of("a.pdf", new MadePdf().AddPage(page).ToBytes());

        Assert.Contains("（注2）", read.Document.Blocks[1].Text, StringComparison.Ordinal);
        Assert.Equal(text, read.Document.Blocks[0].Text.Replace("m 2", "m2", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("（金品の請求等の禁止）", true)]
    [InlineData("（以下「トレイ等」という。）の中間選別業務とする。", false)]
    public void A_caption_below_a_full_line_opens_something_new(string line, bool anew) =>
        Assert.Equal(anew, JapaneseLines.StartsAnew(line));

    [Fact]
    public void A_table_of_figures_with_dashes_is_no_blank_form()
    {
        var read = Reading.Of("a.xlsx", Excel("General", ("決算", "visible", Rows(["区分", "決算額", "構成比"], ["地方税", "752", "26.3"], ["交付金", "-", "-"], ["寄附金", "-", "-"]))));

        Assert.Contains(read.Document.Blocks, b => b.Text == "区分: 交付金、決算額: -、構成比: -");
        Assert.DoesNotContain(read.Document.Blocks, b => b.Text == BlankForm.Heading);
    }

    [Fact]
    public void A_unit_in_a_cell_of_its_own_stays_with_its_figure_or_its_label()
    {
        var texts = Form([["人口", "国調", "5224", "人"], ["", "増減率", "-2.9", "％"], ["比率", "（％）", "2.1"]], (0, 0)).Select(r => r.Text).ToList();

        Assert.Equal(["人口／国調: 5224人", "人口／増減率: -2.9％", "比率（％）: 2.1"], texts);
    }

    [Fact]
    public void A_name_of_a_column_on_two_lines_is_one_name_and_no_group()
    {
        var rows = Form(
            [["区分", "職員数", "給料月額", "一人当たり"], ["", "", "", "平均"], ["警察官", "10483", "33912505", "3235"], ["合計", "61242", "213887689", "3493"]],
            (0, 0), (0, 1), (0, 2)).Select(r => r.Text).ToList();

        Assert.Contains("警察官／職員数: 10483、警察官／給料月額: 33912505、警察官／一人当たり平均: 3235", rows);
    }

    [Fact]
    public void The_number_of_a_law_is_no_caption_of_its_first_article()
    {
        var read = Reading.Of("法.txt", "見本法\n（昭和二十二年十月二十七日法律第百二十五号）\n第一条　国は、これを行う。\n第二条　町は、これに従う。\n第三条　前二条による。\n");

        Assert.Equal("", read.Document.Blocks.OfType<ArticleBlock>().First().Caption);
        Assert.Equal(new DateOnly(1947, 10, 27), read.Document.Dates.Promulgated);
    }

    [Fact]
    public void Articles_that_were_struck_out_from_one_to_another_are_an_article()
    {
        var read = Reading.Of("法.txt", "見本法\n第一条　国は、これを行う。\n第二条乃至第四条　削除\n第五条　町は、これに従う。\n");

        Assert.Equal(["第1条", "第2条", "第5条"], read.Document.Blocks.OfType<ArticleBlock>().Select(b => b.Article));
    }

    [Fact]
    public void An_article_below_its_caption_is_found_without_the_space_after_its_number()
    {
        var read = Reading.Of("法.html", "<p>見本法</p><p>第一条　国は、これを行う。</p><p>（補償）</p><p><b>第二条</b>\n政府は、補償する。</p><p>第三条　町は、これに従う。</p>");

        Assert.Equal("補償", read.Document.Blocks.OfType<ArticleBlock>().Single(b => b.Path == "第2条").Caption);
    }

    [Fact]
    public void Names_over_columns_without_values_are_not_lost()
    {
        var read = Reading.Of("a.html", "<table><tr><th>収入</th><th>油</th><th>缶</th></tr><tr><td></td><td>23</td><td>102</td></tr><tr><td></td><td>24</td><td>103</td></tr></table>");

        Assert.Equal(["収入", "油: 23、缶: 102", "油: 24、缶: 103"], read.Document.Blocks.Select(b => b.Text));
    }

    [Theory]
    [InlineData("99999")]
    [InlineData("-3000")]
    [InlineData("0")]
    public void A_law_of_a_year_that_no_calendar_has_ended_the_reader(string year)
    {
        string Law(string of) => $"<Law Era=\"Reiwa\" Year=\"{of}\" Num=\"1\" LawType=\"Act\" Lang=\"ja\" PromulgateMonth=\"4\" PromulgateDay=\"1\"><LawNum>令和六年法律第一号</LawNum><LawBody><LawTitle>見本法</LawTitle><MainProvision><Article Num=\"1\"><ArticleTitle>第一条</ArticleTitle><Paragraph Num=\"1\"><ParagraphNum/><ParagraphSentence><Sentence>町は、これを行う。</Sentence></ParagraphSentence></Paragraph></Article></MainProvision></LawBody></Law>";

        Assert.Null(Reading.Of("a.xml", Law(year)).Document.Dates.Promulgated);
        Assert.Equal(new DateOnly(2024, 4, 1), Reading.Of("a.xml", Law("6")).Document.Dates.Promulgated); // the control
    }

    private static List<TableRowBlock> Form(string[][] rows, params (int Row, int Column)[] down)
    {
        var grid = new TableGrid();
        foreach (var (r, c) in from r in Enumerable.Range(0, rows.Length) from c in Enumerable.Range(0, rows[r].Length) where rows[r][c].Length > 0 select (r, c))
        {
            grid.Put(r, c, new GridCell(rows[r][c], new LineLocator(r + 1), down.Contains((r, c)) ? 2 : 1));
        }

        return FormRows.Of(grid, r => new LineLocator(r + 1));
    }

    private static string Line(int x, int y, int toX, int toY) => $"{x} {y} m {toX} {toY} l S\n";

    private static string Words(int x, int y, int size, string words) => $"BT /F1 {size} Tf {x} {y} Td ({words}) Tj ET\n";

    private static string Row(int row, params string[] cells) => string.Concat(cells.Select((c, i) => Words(52 + (40 * i), 296 - (6 * row), 5, c)));

    private static string Pdf(string page) => "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 400]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj\n"
        + $"4 0 obj<</Length {page.Length}>>stream\n{page}\nendstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n";
}
