using System.Text;
using System.Xml.Linq;

namespace Yakuba.Papers.Tests;

/// <summary>What nobody should send: a named problem or a safe file, never a broken one.</summary>
public sealed class BadInputTests
{
    public static TheoryData<string, string> Refused => new()
    {
        { "paper-empty", """{"title":"","kind":"Other","blocks":[]}""" },
        { "paper-json", """{"title":"","kind":"Other","blocks":[{"block":"line","role":"Body"}]}""" },
        { "paper-json", """{"title":"","kind":"Other","blocks":[null,{"block":"""},
        { "paper-json", """{"title":null,"kind":"Other","blocks":[]}""" },
        { "paper-json", """{"title":"","kind":"Other","blocks":[{"block":"picture"}]}""" },
        { "paper-json", "{\"title\":" + new string('[', 5_000) },
        { "paper-item-level", """{"title":"","kind":"Other","blocks":[{"block":"line","role":"Item","runs":[{"text":"八段目"}],"level":8}]}""" },
        { "paper-item-level", """{"title":"","kind":"Other","blocks":[{"block":"line","role":"Item","runs":[]}]}""" },
        { "paper-value", """{"title":"","kind":"Other","blocks":[{"block":"line","role":99,"runs":[]}]}""" },
        { "paper-value", """{"title":"","kind":"Other","blocks":[{"block":"line","role":"Body","runs":[],"indent":1e9}]}""" },
        { "paper-table", """{"title":"","kind":"Other","blocks":[{"block":"table","columns":[1,1],"rows":[{"cells":[{"lines":[]}]}]}]}""" },
        { "paper-cell-line", """{"title":"","kind":"Other","blocks":[{"block":"table","columns":[1],"rows":[{"cells":[{"lines":[{"role":"Item","runs":[],"level":1}]}]}]}]}""" },
        { "paper-page-setup", """{"title":"","kind":"Other","blocks":[{"block":"line","role":"Body","runs":[]}],"page":{"charactersPerLine":0}}""" },
        { "paper-page-setup", """{"title":"","kind":"Other","blocks":[{"block":"line","role":"Body","runs":[]}],"page":{"left":150,"right":150}}""" },
    };

    [Theory, MemberData(nameof(Refused))]
    public void What_cannot_be_written_has_a_name(string name, string json)
    {
        var (paper, problem) = PaperJson.Read(json);
        Assert.Null(paper);
        Assert.Equal(name, problem!.Name);
        Assert.Contains("ください。", problem.NextStep, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[null]")]
    [InlineData("""[{"block":"line","role":"Body","runs":[null]}]""")]
    [InlineData("""[{"block":"table","columns":[1],"rows":[null]}]""")]
    [InlineData("""[{"block":"table","columns":[1],"rows":[{"cells":[null]}]}]""")]
    [InlineData("""[{"block":"table","columns":[1],"rows":[{"cells":[{"lines":[null]}]}]}]""")]
    [InlineData("""[{"block":"table","columns":[1],"rows":[{"cells":[{"lines":[{"role":"Body","runs":[null]}]}]}]}]""")]
    public void Nothing_where_something_belongs_is_refused(string blocks) =>
        Assert.Equal("paper-value", PaperJson.Read($$"""{"title":"","kind":"Other","blocks":{{blocks}}}""").Problem?.Name);

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("""{"title":"","kind":"Other","blocks":[{}]}""")]
    [InlineData("""{"title":"","kind":"Other","blocks":[{"role":"Body","runs":[]}]}""")]
    public void Json_that_is_no_paper_is_a_problem(string json) => Assert.Equal("paper-json", PaperJson.Read(json).Problem?.Name);

    [Fact]
    public void A_line_feed_of_a_form_is_no_control_character() =>
        Assert.Empty(Written.Of(DocxWriter.Write(new Paper("", PaperKind.Other, [PaperLine.Of(LineRole.Body, "一行目\r\n二行目")]))).Notes);

    [Fact]
    public void Too_many_lines_are_refused_and_ten_thousand_items_are_not()
    {
        var items = Enumerable.Range(0, 10_000).Select(i => PaperLine.Item((i % 7) + 1, $"項目{i}"));
        Assert.Equal("", string.Join('\n', DocxTests.Faults(Written.Docx(new Paper("多い項目", PaperKind.Other, [.. items])))));
        Written.Of(HtmlWriter.Write(new Paper("多い項目", PaperKind.Other, [.. items])));
        Assert.Equal("paper-too-many-lines", Assert.IsType<RefusedPaper>(DocxWriter.Write(new Paper("", PaperKind.Other, [.. items, .. items, .. items]))).Problem.Name);
        Assert.Equal("paper-too-long", Assert.IsType<RefusedPaper>(HtmlWriter.Write(new Paper("", PaperKind.Other, [PaperLine.Of(LineRole.Body, new string('あ', 2_000_001))]))).Problem.Name);
    }

    // Not as data of a theory: an attribute cannot hold half a pair.
    private static readonly (string Text, string Shown)[] s_letters =
    [
        ("前\0後\u0008", "前後"),
        ("前\uD842後", "前〓後"),
        ("\uDFB7", "〓"),
        ("\uD842\uDFB7田", "\uD842\uDFB7田"), // 𠮷, whole
        ("前\uFFFE\uFFFF後", "前〓〓後"),
        ("前\u202E後\u200B", "前後"), // turned round, and a space that nobody sees
        ("葛\uDB40\uDD00城", "葛\uDB40\uDD00城"), // a variant of a name's letter stays
        ("<w:p>&amp;]]>", "<w:p>&amp;]]>"),
    ];

    [Fact]
    public void Letters_that_break_files_do_not_come_into_one() => Assert.All(s_letters, l => Shown(l.Text, l.Shown));

    private static void Shown(string text, string shown)
    {
        var paper = new Paper(text, PaperKind.Other, [PaperLine.Of(LineRole.Body, text), PaperLine.Item(1, text, 4, text), new PaperTable([1], [PaperRow.Of(text)]), new PaperLine(LineRole.Body, [new(text) { Ruby = text, Source = text }, new(text) { Spread = 9 }])]) { Creator = text };
        var file = Written.Docx(paper, new DocxOptions { ChangedBy = text });
        Assert.Equal("", string.Join('\n', DocxTests.Faults(file)));
        Assert.Equal(shown, DocxTests.Part(file, "word/document.xml").Descendants(Word.Main + "p").First().Value);
        var html = Encoding.UTF8.GetString(Written.Of(HtmlWriter.Write(paper)).Content);
        Assert.Contains(shown.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal), html, StringComparison.Ordinal);
    }

    [Fact]
    public void Letters_of_a_private_area_stay_and_are_told_of()
    {
        var written = Written.Of(DocxWriter.Write(new Paper("外字", PaperKind.Other, [PaperLine.Of(LineRole.Body, "戸籍の\uE000字")])));
        Assert.Contains("外字", Assert.Single(written.Notes), StringComparison.Ordinal);
        Assert.Contains("\uE000", DocxTests.Part(written.Content, "word/document.xml").Root!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_font_with_a_name_of_markup_stays_a_name()
    {
        var paper = new Paper("", PaperKind.Other, [PaperLine.Of(LineRole.Body, "文")]) { Page = PageSetup.Standard with { Font = "x\";}</style><script>" } };
        Assert.DoesNotContain("<script", Encoding.UTF8.GetString(Written.Of(HtmlWriter.Write(paper)).Content), StringComparison.Ordinal);
        Assert.Equal("", string.Join('\n', DocxTests.Faults(Written.Docx(paper))));
    }
}
