using System.Text;

namespace Yakuba.Documents.Tests;

/// <summary>Found by fuzzing: a word said to begin four billion points away kept the reader busy without end.</summary>
public sealed class FarWordTests
{
    [Fact]
    public void A_word_far_beyond_any_page_is_brought_near_it()
    {
        var layout = """<doc><page width="595" height="842"><flow><block xMin="1" yMin="2" xMax="3" yMax="4"><line xMin="1" yMin="2" xMax="3" yMax="4"><word xMin="4294967296.28" yMin="2" xMax="3" yMax="-1e18">納税</word></line></block></flow></page></doc>""";
        var source = new ReadSource("案内.pdf", Encoding.UTF8.GetBytes(layout), ReadLimits.Default, TestContext.Current.CancellationToken);

        var word = Assert.Single(Assert.Single(Assert.Single(Assert.Single(PdfLayout.Pages(source, new MemoryStream(source.Content))).Blocks).Lines).Words);

        Assert.Equal("納税", word.Text);
        Assert.Equal(new PageBox(3, -30_000, 30_000, 2), word.Box);
    }
}
