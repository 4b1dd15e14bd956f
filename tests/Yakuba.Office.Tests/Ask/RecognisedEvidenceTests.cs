using Yakuba.Office.Ask;

namespace Yakuba.Office.Tests.Ask;

/// <summary>An answer that rests on text recognised from a picture says so.</summary>
public sealed class RecognisedEvidenceTests
{
    [Theory]
    [InlineData("page:3@ocr", true)]
    [InlineData("attachment:2/page:3@ocr", true)]
    [InlineData("page:3", false)]
    [InlineData("page:3@56.7,72,538.6,90", false)]
    [InlineData("article:第3条", false)]
    public void A_citation_of_a_recognised_page_brings_a_caution(string key, bool recognised)
    {
        var citation = new Citation(1, "d", 1, 0, "要綱", "総務課", "3ページ", key, [], "手数料は300円です。", "", "", "公開", "published", null, null);
        var answer = new Answer("a", AnswerStatus.Answered, "", [new("手数料は300円です。", [1])], [citation], [], [], new DateOnly(2026, 11, 22), Answer.Extractive, -1, 1);

        Assert.Equal(recognised, answer.Caution.Contains("認識文字", StringComparison.Ordinal));
    }
}
