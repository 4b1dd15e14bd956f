using System.Text.RegularExpressions;
using Yakuba.Papers;
using Yakuba.Papers.Tests;

namespace Yakuba.Documents.Tests;

/// <summary>Papers that we wrote are read by our own reader like anybody's: nothing lost, the same numbers.</summary>
public sealed class ReadBackTests
{
    /// <summary>All but those whose text the reader rightly tells otherwise: articles of an ordinance as provisions, what was taken out not at all.</summary>
    public static TheoryData<string> Names => [.. GoldenPapers.All.Keys.Except(["comparison-table", "changed"])];

    [Theory, MemberData(nameof(Names))]
    public void A_Word_file_has_the_text_of_the_paper(string name) => Holds(Reading.Of(name + ".docx", Written.Docx(GoldenPapers.All[name])), GoldenPapers.All[name]);

    [Theory, MemberData(nameof(Names))]
    public void An_HTML_file_has_the_text_of_the_paper(string name) => Holds(Reading.Of(name + ".html", Written.Of(HtmlWriter.Write(GoldenPapers.All[name])).Content), GoldenPapers.All[name]);

    [Fact]
    public void Word_counts_the_numbers_that_the_paper_has()
    {
        var items = Reading.Of("inquiry.docx", Written.Docx(Letters.Inquiry)).Document.Blocks.OfType<ListItemBlock>().Select(b => $"{b.Marker} {b.Level}");
        Assert.Equal(["第１ 1", "１ 2", "(1) 3", "(2) 3", "２ 2", "(1) 3", "ア 4", "(ア) 5", "a 6", "(a) 7", "(b) 7", "b 6", "(イ) 5", "イ 4", "(2) 3", "第２ 1", "第３ 1"], items);
    }

    [Fact]
    public void Numbers_begin_anew_in_Word_too()
    {
        var paper = new Paper("題", PaperKind.Other, [PaperLine.Item(2, "一つ"), PaperLine.Item(2, "二つ"), PaperLine.Of(LineRole.Ki, "記"), PaperLine.Item(2, "一つ"), PaperLine.Of(LineRole.Ki, "記"), PaperLine.Item(1, "一つ"), PaperLine.Item(2, "一つ") with { Restart = true }]);
        Assert.Equal(["１", "２", "１", "第１", "１"], Reading.Of("a.docx", Written.Docx(paper)).Document.Blocks.OfType<ListItemBlock>().Select(b => b.Marker));
    }

    [Fact]
    public void The_subject_is_the_title() => Assert.Equal("令和８年度自主防災訓練の実施について（通知）", Reading.Of("notice.docx", Written.Docx(Letters.Notice)).Document.Title);

    [Fact]
    public void What_was_taken_out_is_not_read_and_what_was_put_in_is()
    {
        var text = Text(Reading.Of("changed.docx", Written.Docx(GoldenPapers.All["changed"])));
        Assert.Contains("八重桜市保健センター３階大会議室", text, StringComparison.Ordinal);
        Assert.DoesNotContain("市の規程により支払います", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_is_not_there_is_noticed() =>
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Holds(Reading.Of("report.docx", Written.Docx(Letters.Report)), Letters.Reply));

    private static void Holds(ReadDocument read, Paper paper)
    {
        var text = Text(read);
        Assert.All(paper.Lines.Where(l => l.Text.Length > 0), line => Assert.Contains(Flat(line.Text), text, StringComparison.Ordinal));
        Assert.All(paper.Lines.Where(l => l.Label.Length > 0), line => Assert.Contains(Flat(line.Label), text, StringComparison.Ordinal));
    }

    private static string Text(ReadDocument read) => Flat(string.Concat(read.Document.Blocks.Select(b => b.Text)) + read.Document.Title);

    private static string Flat(string text) => Regex.Replace(text, @"\s|　", "");
}
