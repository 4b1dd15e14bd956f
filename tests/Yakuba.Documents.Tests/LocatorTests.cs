namespace Yakuba.Documents.Tests;

public sealed class LocatorTests
{
    public static TheoryData<Locator, string, string> Forms => new()
    {
        { new PageLocator(12, null), "page:12", "12ページ" },
        { new PageLocator(3, new PageBox(56.7, 72, 538.6, 90)), "page:3@56.7,72,538.6,90", "3ページ" },
        { new PageLocator(3, null) { Recognised = true }, "page:3@ocr", "3ページ（認識文字）" },
        { new CellLocator("手数料", "B3:C3"), "cell:手数料!B3:C3", "シート「手数料」B3:C3" },
        { new CellLocator("注意!", "A1"), "cell:注意!!A1", "シート「注意!」A1" },
        { new ArticleLocator("第12条の2第2項第3号"), "article:第12条の2第2項第3号", "第12条の2第2項第3号" },
        { new LineLocator(7), "line:7", "7行目" },
        { new SlideLocator(2), "slide:2", "スライド2" },
        { new EntryLocator(5), "entry:5", "5件目" },
        { new AttachmentLocator(2, new CellLocator("表/計", "B3")), "attachment:2/cell:表/計!B3", "2番目の添付ファイルのシート「表/計」B3" },
    };

    [Theory, MemberData(nameof(Forms))]
    public void A_locator_survives_its_key(Locator locator, string key, string label)
    {
        Assert.Equal(key, locator.ToKey());
        Assert.Equal(locator, Locator.Parse(key));
        Assert.Equal(label, locator.ToLabel());
    }

    [Theory, InlineData(""), InlineData("page:0"), InlineData("page:x"), InlineData("page:1@1,2,3"), InlineData("page:@ocr"), InlineData("page:1@ocr@ocr"), InlineData("cell:A1"), InlineData("line:-1"), InlineData("attachment:1/attachment:1/line:2"), InlineData("attachment:x/line:2"), InlineData("何か:1")]
    public void What_is_no_key_is_not_read_as_one(string key)
    {
        Assert.Null(Locator.TryParse(key));
        Assert.Throws<FormatException>(() => Locator.Parse(key));
    }
}
