namespace Yakuba.Papers.Tests;

/// <summary>The paper itself: as JSON, and its numbers.</summary>
public sealed class PaperTests
{
    [Theory, MemberData(nameof(GoldenPapers.Names), MemberType = typeof(GoldenPapers))]
    public void What_is_written_as_JSON_is_read_again(string name)
    {
        var json = PaperJson.Write(GoldenPapers.All[name]);
        var (paper, problem) = PaperJson.Read(json);
        Assert.Null(problem);
        Assert.Equal(json, PaperJson.Write(paper!));
        Assert.Equal(Written.Docx(GoldenPapers.All[name]), Written.Docx(paper!));
    }

    [Fact]
    public void Zero_and_None_are_not_lost_in_JSON()
    {
        var paper = new Paper("題", PaperKind.Other, [PaperLine.Of(LineRole.Body, "文")]) { PageNumbers = PageNumbers.None, Page = PageSetup.Standard with { Left = 0 } };
        var read = PaperJson.Read(PaperJson.Write(paper)).Paper!;
        Assert.Equal(PageNumbers.None, read.PageNumbers);
        Assert.Equal(0, read.Page.Left);
    }

    [Theory]
    [InlineData(1, 12, false, "第１２")]
    [InlineData(2, 3, false, "３")]
    [InlineData(3, 10, false, "(10)")]
    [InlineData(4, 46, false, "ン")]
    [InlineData(4, 47, false, "アア")]
    [InlineData(5, 2, false, "(イ)")]
    [InlineData(6, 26, false, "z")]
    [InlineData(7, 27, false, "(aa)")]
    [InlineData(1, 21, true, "第二十一")]
    [InlineData(2, 110, true, "百十")]
    [InlineData(3, 4, true, "（四）")]
    public void Numbers_are_written_as_in_official_documents(int level, int value, bool isVertical, string number) => Assert.Equal(number, ItemNumber.Of(level, value, isVertical));

    [Fact]
    public void Numbers_begin_anew_after_記_and_別紙_and_where_an_item_says_so()
    {
        var paper = new Paper("", PaperKind.Other,
        [
            PaperLine.Item(2, "一つ"), PaperLine.Item(3, "中"), PaperLine.Item(2, "二つ"), PaperLine.Of(LineRole.Body, "間の文"), PaperLine.Item(2, "三つ"),
            PaperLine.Of(LineRole.Ki, "記"), PaperLine.Item(1, "一つ"), PaperLine.Item(2, "中"),
            PaperLine.Of(LineRole.Attachment, "別紙"), PaperLine.Item(2, "一つ"), PaperLine.Item(2, "また一つ") with { Restart = true },
        ]);
        var places = ItemPlaces.Of(paper);
        Assert.Equal(["１", "(1)", "２", "-", "３", "-", "第１", "１", "-", "１", "１"], paper.Blocks.Select((_, i) => places[i]?.Number ?? "-"));
        Assert.Equal([0, 1, 0, -1, 0, -1, 0, 1, -1, 0, 0], paper.Blocks.Select((_, i) => places[i]?.Column ?? -1));
    }
}
