using System.Text;
using static Yakuba.Documents.Tests.OfficeFiles;

namespace Yakuba.Documents.Tests;

/// <summary>Characters beyond the everyday ones keep their code points, and what depends on a maker's font is told.</summary>
public sealed class CharacterTests
{
    /// <summary>葛 with the selector of its other shape, 𠮷 of plane 2, a character made by the office (外字), vendor characters.</summary>
    private const string Rare = "葛\U000E0100城　\U00020BB7田　\uE000村　①㈱髙﨑∑㌔";

    /// <summary>The word "free", spelled in characters that show nothing.</summary>
    private static readonly string Tags = string.Concat("free".Select(c => char.ConvertFromUtf32(0xE0000 + c)));

    public static TheoryData<string, byte[]> Files => new()
    {
        { "a.docx", Word(P(Rare)) },
        { "a.xlsx", Excel("0", ("表", "visible", Rows([Rare]))) },
        { "a.html", Encoding.UTF8.GetBytes($"<p>{Rare}</p>") },
        { "b.html", Encoding.UTF8.GetBytes("<p>葛&#xE0100;城　&#x20BB7;田　&#xE000;村　①㈱髙﨑∑㌔</p>") },
        { "a.csv", Encoding.UTF8.GetBytes($"氏名,備考\n{Rare},なし\n") },
        { "a.txt", Encoding.UTF8.GetBytes($"{Rare}\n") },
        { "a.md", Encoding.UTF8.GetBytes($"{Rare}\n") },
        { "a.eml", Encoding.UTF8.GetBytes($"Subject: x\nContent-Type: text/plain; charset=utf-8\n\n{Rare}\n") },
        { "a.pptx", Slides(("", $"<p:sp xmlns:p=\"p\" xmlns:a=\"a\"><a:p><a:r><a:t>{Rare}</a:t></a:r></a:p></p:sp>")) },
    };

    [Theory, MemberData(nameof(Files))]
    public void Every_code_point_is_kept_and_private_ones_are_told(string name, byte[] content)
    {
        var read = Reading.Of(name, content);

        Assert.Contains(read.Document.Blocks, b => b.Text.Contains(Rare, StringComparison.Ordinal));
        Assert.Contains(PassageCutter.Cut(read.Document), p => p.Text.Contains(Rare, StringComparison.Ordinal));
        Assert.Equal(1, read.Report.PrivateUseCharacters);
        Assert.Contains(read.Report.Lines, l => l.Contains("外字", StringComparison.Ordinal) && l.Contains("1字", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(new byte[] { 0xF0, 0x40 }, "\uE000")]
    [InlineData(new byte[] { 0xF9, 0xFC }, "\uE757")]
    [InlineData(new byte[] { 0x87, 0x40, 0x87, 0x8A }, "①㈱")]
    [InlineData(new byte[] { 0xFB, 0xFC, 0xFA, 0xB1 }, "髙﨑")]
    [InlineData(new byte[] { 0xEE, 0xE0, 0xED, 0x95 }, "髙﨑")] // The same two as NEC counts them.
    public void Vendor_and_private_characters_of_shift_jis_are_kept(byte[] bytes, string text)
    {
        byte[] around = [0x8E, 0x81, 0x96, 0xBC, 0x81, 0x46]; // 氏名：
        var read = Reading.Of("a.txt", [.. around, .. bytes, .. "\r\n"u8]);

        Assert.Equal("shift_jis", read.Report.Charset);
        Assert.Equal("氏名：" + text, Assert.Single(read.Document.Blocks).Text);
        Assert.Equal(text.Count(c => c is >= '\uE000' and <= '\uF8FF'), read.Report.PrivateUseCharacters);
    }

    public static TheoryData<byte[], string> Iso2022Jp => new()
    {
        { [.. "\u001b$B0!0\u001b(Bcar"u8], "亜\uFFFDcar" }, // Half a kanji swallowed the end of the kanji.
        { [.. "\u001b$B0!0\ncar"u8], "亜\uFFFD\ncar" },
        { [.. "\u001b$B0!0"u8], "亜\uFFFD" },
        { [.. "\u001b$(O0!-!z!\u001b(Bcar"u8], "亜①\uFFFDcar" }, // JIS X 0213: what it has in common with the older tables.
        { [.. "\u001b$(Q0!\u001b(Bcar"u8], "亜car" },
        { [.. "\u001b$(P!!\u001b(Bcar"u8], "\uFFFDcar" },
    };

    [Theory, MemberData(nameof(Iso2022Jp))]
    public void What_iso_2022_jp_breaks_off_or_does_not_know_takes_nothing_with_it(byte[] bytes, string text) =>
        Assert.Equal(text, JapaneseEncodings.Iso2022Jp.GetString(bytes));

    public static TheoryData<string, byte[]> Tagged => new()
    {
        { "a.txt", Encoding.UTF8.GetBytes($"見本条例\n（目的{Tags}）\n第一条　町は、これを行う。\n２　前項による。\n第二条　これに従う。\n") },
        { "b.txt", Encoding.UTF8.GetBytes($"見本条例\n第一条　町は、これを行う。\n附　則（平成２年条例第３号{Tags}）\n第一条　この条例は、公布の日から施行する。\n") },
        { "a.html", Encoding.UTF8.GetBytes($"<table><tr><th>区分</th><th>案内{Tags}</th><th>窓口</th></tr><tr><td>一{Tags}</td><td>{string.Concat(Enumerable.Repeat("町の案内です。", 40))}</td><td>{string.Concat(Enumerable.Repeat("窓口です。", 40))}</td></tr></table>") },
        { "a.csv", Encoding.UTF8.GetBytes($"質問,回答,分類,担当課\nいつですか。,明日です。,ごみ{Tags},環境課{Tags}\n") },
        { "a.xlsx", Excel("0", ($"表{Tags}", "visible", Rows(["区分", "額"], ["一", "二"]))) },
        { "a.docx", Word(P("一つ目", "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>"), ("numbering", $"<w:numbering xmlns:w=\"{W}\"><w:abstractNum w:abstractNumId=\"7\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1{Tags}\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num></w:numbering>")) },
    };

    [Theory, MemberData(nameof(Tagged))]
    public void Tag_characters_reached_passages_by_captions_cells_and_marks(string name, byte[] content)
    {
        var read = Reading.Of(name, content);

        Assert.DoesNotContain(PassageCutter.Cut(read.Document), p => string.Concat([p.Text, p.Question ?? "", .. p.HeadingPath]).Contains('\uDB40', StringComparison.Ordinal));
        Assert.DoesNotContain(read.Document.Blocks, b => b.At.ToKey().Contains('\uDB40', StringComparison.Ordinal));
        Assert.DoesNotContain(read.Document.Faq, f => $"{f.Category}{f.Section}".Contains('\uDB40', StringComparison.Ordinal));
        Assert.Contains(read.Report.Hidden, h => h.Sample.Contains("free", StringComparison.Ordinal));
    }

    [Fact]
    public void The_reading_over_a_word_leaves_the_word_whole_and_is_told()
    {
        const string Ruby = "<w:r><w:ruby><w:rt><w:r><w:t>やえざくら</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>八重桜</w:t></w:r></w:rubyBase></w:ruby></w:r>";
        var word = Reading.Of("a.docx", Word($"<w:p><w:r><w:t>明日</w:t></w:r>{Ruby}<w:r><w:t>市に行く。</w:t></w:r></w:p>"));
        var html = Reading.Of("a.html", "<p>明日<ruby>八重桜<rp>（</rp><rt>やえざくら</rt><rp>）</rp></ruby>市に行く。</p>");

        foreach (var read in new[] { word, html })
        {
            Assert.Equal("明日八重桜市に行く。", Assert.Single(read.Document.Blocks).Text);
            Assert.Contains(read.Report.Lines, l => l.Contains("ふりがな（1か所）", StringComparison.Ordinal) && l.Contains("八重桜（やえざくら）", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Columns_and_vertical_text_in_word_are_read_in_the_order_of_the_text_with_their_notes()
    {
        const string Column = "<w:sectPr><w:type w:val=\"continuous\"/><w:cols w:num=\"2\"/><w:textDirection w:val=\"tbRl\"/></w:sectPr>";
        var body = P("左の段の初め。") + "<w:p><w:r><w:br w:type=\"column\"/><w:t>右の段。</w:t><w:footnoteReference w:id=\"3\"/></w:r></w:p>"
            + $"<w:p><w:pPr>{Column}</w:pPr><w:r><w:t>縦書きの文。</w:t><w:endnoteReference w:id=\"4\"/></w:r></w:p>" + Column;
        var read = Reading.Of("a.docx", Word(
            body,
            ("footnotes", $"<w:footnotes xmlns:w=\"{W}\"><w:footnote w:type=\"separator\" w:id=\"0\">{P("線")}</w:footnote><w:footnote w:id=\"3\">{P("脚注です。")}</w:footnote></w:footnotes>"),
            ("endnotes", $"<w:endnotes xmlns:w=\"{W}\"><w:endnote w:id=\"4\">{P("文末脚注です。")}</w:endnote></w:endnotes>")));

        Assert.Equal(["左の段の初め。", "右の段。", "注1　脚注です。", "縦書きの文。", "注2　文末脚注です。"], read.Document.Blocks.Select(b => b.Text));
        Assert.Equal(2, read.Document.Blocks.OfType<FootnoteBlock>().Count());
    }

    [Fact]
    public void A_box_from_a_picture_font_is_a_box()
    {
        var read = Reading.Of("a.docx", Word("<w:p><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/><w:t>新規</w:t><w:sym w:font=\"Wingdings\" w:char=\"F0A8\"/><w:t>継続</w:t></w:r></w:p>"));

        Assert.Equal("☑新規□継続", Assert.Single(read.Document.Blocks).Text);
    }
}
