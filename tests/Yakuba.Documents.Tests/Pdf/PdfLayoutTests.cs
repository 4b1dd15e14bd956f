using System.Text;

namespace Yakuba.Documents.Tests;

/// <summary>Layouts that poppler would not print, as fuzzing found them.</summary>
public sealed class PdfLayoutTests
{
    [Fact]
    public void A_word_whose_box_is_inside_out_ended_the_reading()
    {
        const string Layout = "<doc><page width=\"400\" height=\"400\"><flow><block xMin=\"90\" yMin=\"50\" xMax=\"40\" yMax=\"40\"><line xMin=\"90\" yMin=\"50\" xMax=\"40\" yMax=\"40\">"
            + "<word xMin=\"90\" yMin=\"50\" xMax=\"40\" yMax=\"40\">住民票</word></line></block></flow></page></doc>";
        var source = new ReadSource("a", Encoding.UTF8.GetBytes(Layout), ReadLimits.Default, TestContext.Current.CancellationToken);

        var line = PdfLayout.Pages(source, new MemoryStream(source.Content)).Single().Blocks.Single().Lines.Single();

        Assert.Equal(new PageBox(40, 40, 90, 50), line.Box);
        Assert.Equal(10, line.Size);
    }

    [Fact]
    public void A_heading_of_unseen_characters_alone_ended_the_cutting()
    {
        var document = new Document("案内", DocumentKind.Pdf, [new HeadingBlock("", new PageLocator(1, null), 1)], [], DocumentDates.None);

        Assert.Empty(PassageCutter.Cut(document));
    }
}
