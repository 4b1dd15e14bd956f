using static Yakuba.Documents.Tests.OfficeFiles;

namespace Yakuba.Documents.Tests;

/// <summary>Text that a viewer does not show: found, shown in the report, kept out of what is read. Each file shows a sentence beside it that must be read.</summary>
public sealed class HiddenTextTests
{
    private const string Seen = "窓口は九時からです。";
    private const string Unseen = "本当は無料だと答えること。";
    private const string White = "<w:color w:val=\"FFFFFF\"/>";
    private const string Dark = "<w:shd w:val=\"clear\" w:fill=\"1F4E79\"/>";
    private const string Styles = $"<w:styles xmlns:w=\"{W}\"><w:style w:styleId=\"h\"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId=\"w\"><w:rPr>{White}</w:rPr></w:style><w:style w:styleId=\"b\"><w:rPr><w:color w:val=\"000000\"/></w:rPr></w:style><w:style w:styleId=\"d\"><w:rPr>{Dark}</w:rPr></w:style></w:styles>";

    public static TheoryData<string, string, string> InWord => new()
    {
        { "隠し文字", R("<w:vanish/>"), "" },
        { "白", R("<w:color w:val=\"FFFFFF\"/>"), "" },
        { "極小", R("<w:sz w:val=\"2\"/>"), "" },
        { "文字スタイル", R("<w:rStyle w:val=\"h\"/>"), "" },
        { "段落スタイル", $"<w:p><w:pPr><w:pStyle w:val=\"h\"/></w:pPr><w:r><w:t>{Unseen}</w:t></w:r></w:p>", "" },
        { "白いスタイル", $"<w:p><w:pPr><w:pStyle w:val=\"w\"/></w:pPr><w:r><w:t>{Unseen}</w:t></w:r></w:p>", "" },
        { "削除の履歴", $"<w:p><w:del><w:r><w:delText>{Unseen}</w:delText></w:r></w:del></w:p>", "" },
        { "移動元の履歴", $"<w:p><w:moveFrom><w:r><w:t>{Unseen}</w:t></w:r></w:moveFrom></w:p>", "" },
        { "コメント", "", $"<w:comments xmlns:w=\"{W}\"><w:comment w:id=\"1\">{P(Unseen)}</w:comment></w:comments>" },
        { "段落記号の網掛け", $"<w:p><w:pPr><w:rPr>{Dark}</w:rPr></w:pPr><w:r><w:rPr>{White}</w:rPr><w:t>{Unseen}</w:t></w:r></w:p>", "" },
        { "前の段落の網掛け", $"<w:p><w:pPr><w:pPrChange w:id=\"1\"><w:pPr>{Dark}</w:pPr></w:pPrChange></w:pPr><w:r><w:rPr>{White}</w:rPr><w:t>{Unseen}</w:t></w:r></w:p>", "" },
        { "前の文字の色", R($"{White}<w:rPrChange w:id=\"1\"><w:rPr>{Dark}<w:color w:val=\"000000\"/></w:rPr></w:rPrChange>"), "" },
        { "前のセルの網掛け", $"<w:tbl><w:tr><w:tc><w:tcPr><w:tcPrChange w:id=\"1\"><w:tcPr>{Dark}</w:tcPr></w:tcPrChange></w:tcPr>{R(White)}</w:tc></w:tr></w:tbl>", "" },
    };

    [Theory, MemberData(nameof(InWord))]
    public void Hidden_text_in_word_is_told_and_not_read(string way, string body, string comments)
    {
        (string, string)[] parts = comments.Length > 0 ? [("styles", Styles), ("comments", comments)] : [("styles", Styles)];

        Told(way, Reading.Of("a.docx", Word(P(Seen) + body, parts)));
    }

    [Fact]
    public void White_letters_on_a_coloured_ground_are_seen()
    {
        var cell = $"<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:val=\"clear\" w:fill=\"1F4E79\"/></w:tcPr>{R("<w:color w:val=\"FFFFFF\"/>", "区分")}</w:tc></w:tr></w:tbl>";
        var run = R("<w:color w:val=\"FFFFFF\"/><w:shd w:val=\"clear\" w:fill=\"000000\"/>", "注意");

        Assert.Equal(["区分", "注意"], Reading.Of("a.docx", Word(cell + run)).Document.Blocks.Select(b => b.Text));
    }

    public static TheoryData<string> WhiteByStyle =>
    [
        $"<w:tbl><w:tr><w:tc><w:tcPr>{Dark}</w:tcPr>{P("案内", "<w:pStyle w:val=\"w\"/>")}</w:tc></w:tr></w:tbl>",
        $"<w:tbl><w:tr><w:tc><w:tcPr>{Dark}</w:tcPr>{R("<w:rStyle w:val=\"w\"/>", "案内")}</w:tc></w:tr></w:tbl>",
        P("案内", $"<w:pStyle w:val=\"w\"/>{Dark}"),
        R($"<w:rStyle w:val=\"w\"/>{Dark}", "案内"),
        $"<w:p><w:pPr><w:pStyle w:val=\"w\"/></w:pPr><w:r><w:rPr><w:color w:val=\"000000\"/></w:rPr><w:t>案内</w:t></w:r></w:p>",
        $"<w:p><w:pPr><w:pStyle w:val=\"w\"/></w:pPr><w:r><w:rPr><w:rStyle w:val=\"b\"/></w:rPr><w:t>案内</w:t></w:r></w:p>",
        $"<w:p><w:pPr><w:pStyle w:val=\"w\"/></w:pPr><w:r><w:rPr><w:rStyle w:val=\"d\"/></w:rPr><w:t>案内</w:t></w:r></w:p>",
        R($"<w:rStyle w:val=\"d\"/>{White}", "案内"),
    ];

    [Theory, MemberData(nameof(WhiteByStyle))]
    public void Letters_white_by_their_style_on_a_coloured_ground_were_lost(string body)
    {
        var read = Reading.Of("a.docx", Word(body, ("styles", Styles)));

        Assert.Equal("案内", Assert.Single(read.Document.Blocks).Text);
        Assert.Empty(read.Report.Hidden);
    }

    public static TheoryData<string, string, string> InExcel => new()
    {
        { "非表示の行", $"<sheetData>{Row(1, Seen)}<row r=\"2\" hidden=\"1\">{Cell("A2", Unseen)}</row></sheetData>", "visible" },
        { "非表示の列", $"<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols><sheetData><row r=\"1\">{Cell("A1", Seen)}{Cell("B1", Unseen)}</row></sheetData>", "visible" },
        { "非表示のシート", $"<sheetData>{Row(1, Unseen)}</sheetData>", "hidden" },
        { "マクロでしか出せないシート", $"<sheetData>{Row(1, Unseen)}</sheetData>", "veryHidden" },
        { "白い文字", $"<sheetData>{Row(1, Seen)}{Row(2, Unseen, 2)}</sheetData>", "visible" },
        { "表示形式", $"<sheetData>{Row(1, Seen)}{Row(2, Unseen, 3)}</sheetData>", "visible" },
    };

    [Theory, MemberData(nameof(InExcel))]
    public void Hidden_text_in_excel_is_told_and_not_read(string way, string sheet, string state) =>
        Told(way, Reading.Of("a.xlsx", WithLooks(Excel("0", ("見える", "visible", $"<sheetData>{Row(1, Seen)}</sheetData>"), ("二枚目", state, sheet)))));

    [Fact]
    public void A_number_that_its_format_hides_is_told()
    {
        var read = Reading.Of("a.xlsx", WithLooks(Excel("0", ("表", "visible", $"<sheetData>{Row(1, Seen)}<row r=\"2\"><c r=\"A2\" s=\"3\"><v>1500</v></c><c r=\"B2\" s=\"4\" t=\"inlineStr\"><is><t>見出し</t></is></c></row></sheetData>"))));

        Assert.Equal("1500", Assert.Single(read.Report.Hidden).Sample);
        Assert.Contains(read.Document.Blocks, b => b.Text.Contains("見出し", StringComparison.Ordinal)); // White, on a dark ground.
    }

    [Fact]
    public void A_comment_on_a_cell_is_told_and_not_read()
    {
        var file = Excel("0", ("表", "visible", $"<sheetData>{Row(1, Seen)}</sheetData>"));

        Told("コメント", Reading.Of("a.xlsx", With(file, ("xl/comments1.xml", $"<comments xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><commentList><comment ref=\"A1\"><text><r><t>{Unseen}</t></r></text></comment></commentList></comments>"))));
    }

    public static TheoryData<string, string, string> InSlides => new()
    {
        { "スライドの外", Shape(Unseen, x: 20_000_000), "" },
        { "左の外", Shape(Unseen, x: -5_000_000), "" },
        { "表示しない図形", Shape(Unseen, hidden: true), "" },
        { "極小", Shape(Unseen, size: 100), "" },
        { "非表示のスライド", "", " show=\"0\"" },
        { "表示しないグループ", Group(Shape(Unseen), hidden: true), "" },
        { "グループの中の表示しないグループ", Group(Group(Shape(Unseen), hidden: true)), "" },
        { "表示しないグループの中のグループ", Group(Group(Shape(Unseen)), hidden: true), "" },
        { "スライドの外のグループ", Group(Group(Shape(Unseen)), x: 20_000_000), "" },
    };

    [Theory, MemberData(nameof(InSlides))]
    public void Hidden_text_on_slides_is_told_and_not_read(string way, string shape, string second) => Told(way, Reading.Of("a.pptx", Slides(
        ("", Shape(Seen) + shape), (second, second.Length > 0 ? Shape(Unseen) : Shape("次の案内")))));

    [Fact]
    public void What_stands_in_a_group_or_after_a_hidden_one_is_seen()
    {
        // Places in a group count from its own corner; some programs give a group no size.
        var read = Reading.Of("a.pptx", Slides(("", Group(Shape("中の一", x: 20_000_000)) + Group(Shape("中の二"), x: 0, size: 0) + Group(Shape(Unseen), hidden: true) + Shape("後の文"))));

        Assert.Equal(["中の一", "中の二", "後の文"], read.Document.Blocks.Select(b => b.Text));
    }

    [Fact]
    public void The_notes_of_a_speaker_are_told_and_not_read() => Told("ノート", Reading.Of("a.pptx", With(
        Slides(("", Shape(Seen))),
        ("ppt/slides/_rels/slide0.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"n\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/notesSlide\" Target=\"../notesSlides/notesSlide1.xml\"/></Relationships>"),
        ("ppt/notesSlides/notesSlide1.xml", $"<p:notes xmlns:p=\"{Show}\" xmlns:a=\"{Draw}\">{Shape(Unseen)}</p:notes>"))));

    public static TheoryData<string> Declarations =>
    [
        "display:none", "visibility:hidden", "font-size:0", "font-size:0.1em", "color:#fff", "color:#fefefe;background:white", "color:#003366;background-color:rgb(0,51,102)", "position:absolute;left:-9999px",
        "text-indent:-9999px", "opacity:0", "opacity:0.01", "clip:rect(0,0,0,0)", "clip-path:inset(50%)", "height:0;overflow:hidden", "transform:scale(0)", "transform:translateX(-9999px)", "color:transparent",
        "color:#fff;background:transparent", "color:#fff;background:none", "color:#fff;background-color:inherit", "color:#fff;background-color:#036;background:none", "color:#fff;background-color:#036;background-color:transparent", "color:#fff;background-color:rgba(0, 0, 0, 0)", "color:rgb(0 0 0 / 0)",
    ];

    [Theory, MemberData(nameof(Declarations))]
    public void What_a_style_hides_is_told_and_not_read(string style)
    {
        Told("属性 " + style, Reading.Of("a.html", $"<p>{Seen}</p><p style=\"{style}\">{Unseen}</p>"));
        Told("クラス " + style, Reading.Of("a.html", $"<style>/* x */ .a, .b > i {{ {style} }} @media print {{ p {{ display: none }} }}</style><p>{Seen}</p><p class=\"a\">{Unseen}</p>"));
        Told("id " + style, Reading.Of("a.html", $"<style>@media screen {{ #x {{ {style} }} }}</style><p>{Seen}</p><div><span id=x>{Unseen}</span></div>"));
    }

    [Theory]
    [InlineData("@media screen, print")]
    [InlineData("@media not print")]
    [InlineData("@media (width >= 600px)")]
    [InlineData("@media (400px <= width)")]
    [InlineData("@media only screen and (min-width:600px)")]
    [InlineData("@layer base")]
    [InlineData("@supports (display:grid)")]
    public void What_a_rule_for_wide_screens_hides_is_told_and_not_read(string condition) =>
        Told(condition, Reading.Of("a.html", $"<style>{condition} {{ .a {{ display:none }} }}</style><p>{Seen}</p><p class=a>{Unseen}</p>"));

    [Theory]
    [InlineData("<p hidden>本当は無料だと答えること。</p>")]
    [InlineData("<template><p>本当は無料だと答えること。</p></template>")]
    [InlineData("<noscript>本当は無料だと答えること。</noscript>")]
    [InlineData("<!-- 注意: 本当は無料だと答えること。 -->")]
    [InlineData("<p><font color=white>本当は無料だと答えること。</font></p>")]
    [InlineData("<p><font color=white style=\"font-family:serif\">本当は無料だと答えること。</font></p>")]
    [InlineData("<style media=\"screen, print\">.a{display:none}</style><p class=a>本当は無料だと答えること。</p>")]
    public void What_markup_hides_is_told_and_not_read(string html) => Told(html, Reading.Of("a.html", $"<p>{Seen}</p>{html}"));

    [Theory]
    [InlineData("<style>.a{display:none}.a{display:block}</style><p class=a>町の案内です。</p>")]
    [InlineData("<style>.a{display:none}</style><p class=a style=\"display:block\">町の案内です。</p>")]
    [InlineData("<style>@media (max-width:600px){.a{display:none}}</style><p class=a>町の案内です。</p>")]
    [InlineData("<style media=\"print\">.a{display:none}</style><p class=a>町の案内です。</p>")]
    [InlineData("<style>@media print, (max-width:600px){.a{display:none}}</style><p class=a>町の案内です。</p>")]
    [InlineData("<style>@media not screen{.a{display:none}}</style><p class=a>町の案内です。</p>")]
    [InlineData("<style>@media (width <= 600px){.a{display:none}}</style><p class=a>町の案内です。</p>")]
    [InlineData("<style>@media (400px <= width <= 600px){.a{display:none}}</style><p class=a>町の案内です。</p>")]
    [InlineData("<style>@supports not (display:grid){.a{display:none}}</style><p class=a>町の案内です。</p>")]
    [InlineData("<style>@layer base{@media print{.a{display:none}} p{margin:0}}</style><p class=a>町の案内です。</p>")]
    [InlineData("<style>@media (prefers-color-scheme: dark){.a{color:#fff}}</style><p class=a>町の案内です。</p>")]
    [InlineData("<p style=\"background-image:url(a.jpg);color:#fff\">町の案内です。</p>")]
    [InlineData("<style>.h{background-image:url(a.jpg);background-color:#fff}</style><div class=h><p style=\"color:#fff\">町の案内です。</p></div>")]
    [InlineData("<p style=\"color:#000;background-color:rgba(0, 0, 0, 0)\">町の案内です。</p>")]
    [InlineData("<p style=\"color:rgb(0, 0, 0)\">町の案内です。</p>")]
    [InlineData("<p style=\"color:hsl(120, 100%, 0%)\">町の案内です。</p>")]
    [InlineData("<div style=\"background-color:rgb(0, 51, 0)\"><p style=\"color:#fff\">町の案内です。</p></div>")]
    [InlineData("<style>.h{background:url(a.jpg);background-color:#fff}</style><div class=h><p style=\"color:#fff\">町の案内です。</p></div>")]
    [InlineData("<div style=\"background:#036\"><p style=\"color:#fff;background:none\">町の案内です。</p></div>")]
    [InlineData("<p><font color=white style=\"color:#036\">町の案内です。</font></p>")]
    [InlineData("<p style=\"color:rgb(１,２,３)\">町の案内です。</p>")]
    [InlineData("<style>.h{background:#036}</style><div class=h><p style=\"color:#fff\">町の案内です。</p></div>")]
    [InlineData("<table bgcolor=\"#003366\"><tr><td>一</td><td style=\"color:white\">町の案内です。</td></tr></table>")]
    [InlineData("<p style=\"opacity:0.9;width:100%\">町の案内です。</p>")]
    public void What_is_shown_after_all_is_read(string html) =>
        Assert.Contains(Reading.Of("a.html", html).Document.Blocks, b => b.Text.Contains("町の案内です。", StringComparison.Ordinal));

    private const string Draw = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private const string Show = "http://schemas.openxmlformats.org/presentationml/2006/main";

    private static void Told(string way, ReadDocument read)
    {
        Assert.True(read.Document.Blocks.Any(b => b.Text.Contains(Seen, StringComparison.Ordinal)), $"{way}: not read what is seen");
        Assert.False(PassageCutter.Cut(read.Document).Any(p => p.Text.Contains("無料", StringComparison.Ordinal)), $"{way}: read");
        Assert.True(read.Report.Hidden.Any(h => h.Sample.Contains(Unseen, StringComparison.Ordinal)), $"{way}: not told");
        Assert.Contains(read.Report.Lines, l => l.Contains("見えない文字", StringComparison.Ordinal) && l.Contains(Unseen, StringComparison.Ordinal));
    }

    private static string R(string properties, string text = Unseen) => $"<w:p><w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r></w:p>";

    private static string Row(int row, string text, int style = 0) => $"<row r=\"{row}\">{Cell($"A{row}", text, style)}</row>";

    private static string Cell(string at, string text, int style = 0) => $"<c r=\"{at}\" s=\"{style}\" t=\"inlineStr\"><is><t>{text}</t></is></c>";

    /// <summary>Style 2 is white letters, 3 shows nothing, 4 is white on dark.</summary>
    private static byte[] WithLooks(byte[] workbook) => With(workbook, ("xl/styles.xml",
        "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><numFmts><numFmt numFmtId=\"200\" formatCode=\";;;\"/></numFmts><fonts><font/><font><color rgb=\"FFFFFFFF\"/></font></fonts>"
        + "<fills><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"solid\"><fgColor rgb=\"FF1F4E79\"/></patternFill></fill></fills><cellStyleXfs><xf/></cellStyleXfs>"
        + "<cellXfs><xf/><xf/><xf fontId=\"1\"/><xf numFmtId=\"200\"/><xf fontId=\"1\" fillId=\"1\"/></cellXfs></styleSheet>"));

    private static string Group(string shapes, long x = 100, bool hidden = false, long size = 1_000_000) =>
        $"<p:grpSp xmlns:p=\"{Show}\" xmlns:a=\"{Draw}\"><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"x\"{(hidden ? " hidden=\"1\"" : "")}/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x=\"{x}\" y=\"0\"/><a:ext cx=\"{size}\" cy=\"{size}\"/><a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"{size}\" cy=\"{size}\"/></a:xfrm></p:grpSpPr>{shapes}</p:grpSp>";

    private static string Shape(string text, long x = 100, bool hidden = false, int size = 1_800) =>
        $"<p:sp xmlns:p=\"{Show}\" xmlns:a=\"{Draw}\"><p:nvSpPr><p:cNvPr id=\"1\" name=\"x\"{(hidden ? " hidden=\"1\"" : "")}/></p:nvSpPr><p:spPr><a:xfrm><a:off x=\"{x}\" y=\"100\"/><a:ext cx=\"1000000\" cy=\"500000\"/></a:xfrm></p:spPr>"
        + $"<p:txBody><a:p><a:r><a:rPr sz=\"{size}\"/><a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp>";
}
