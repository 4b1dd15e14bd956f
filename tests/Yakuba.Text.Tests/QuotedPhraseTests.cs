namespace Yakuba.Text.Tests;

public sealed class QuotedPhraseTests
{
    [Theory]
    [InlineData("「子育て応援券」は何に使えますか", "子育て応援券")]
    [InlineData("『住民票の写し』と“印鑑証明”", "住民票の写し|印鑑証明")]
    [InlineData("\"AB CD\" ＂二重＂ ”三重”", "AB CD|二重|三重")]
    [InlineData("「 粗大ごみ 」「粗大ごみ」", "粗大ごみ")]
    [InlineData("「『条例』の施行」", "『条例』の施行")]
    [InlineData("「税」「」「。。」", "")] // nothing that could be looked for
    [InlineData("「閉じない", "")]
    [InlineData("引用符なし", "")]
    public void Words_in_any_quotation_marks_are_phrases(string question, string phrases) =>
        Assert.Equal(phrases.Split('|', StringSplitOptions.RemoveEmptyEntries), QuotedPhrase.Of(question).Select(p => p.Text));

    [Theory]
    [InlineData("「ＡＥＤの貸出」", "aedの貸出を行う", true)]
    [InlineData("「慶應」", "慶応大学", true)]
    [InlineData("「住民票 写し」", "住民票、写し", true)]
    [InlineData("「住民票 写し」", "住民票の写し", false)]
    [InlineData("「申請請書」", "申請。請書", false)]
    [InlineData("「応援券」", "応援 券", false)]
    public void A_phrase_is_held_word_for_word_whatever_the_width_and_the_signs(string question, string text, bool isIn) =>
        Assert.Equal(isIn, Assert.Single(QuotedPhrase.Of(question)).IsIn(text));

    [Fact]
    public void A_place_is_told_in_the_original()
    {
        var phrase = Assert.Single(QuotedPhrase.Of("「令和6年4月」"));
        Assert.Equal((2, 6), phrase.In("平㍻令和６年４月１日"));
        Assert.Null(phrase.In("令和7年4月"));
    }

    [Fact]
    public void What_is_outside_and_what_is_left_without_marks()
    {
        Assert.Equal("住民票", QuotedPhrase.Outside("住民票 「本人確認書類」"));
        Assert.Equal("住民票 税", QuotedPhrase.Outside("住民票 「税」"));
        Assert.Equal("住民票 本人確認書類", QuotedPhrase.WithoutMarks("住民票 「本人確認書類」"));
    }

    [Fact]
    public void Any_text_can_be_asked()
    {
        foreach (var text in new[] { "「\ud800」", "「" + new string('あ', 5_000) + "」", string.Concat(Enumerable.Repeat("「甲乙」\"丙丁\"", 500)), "「\u0000\u0001」", "\"\"\"\"" })
        {
            Assert.All(QuotedPhrase.Of(text), p => Assert.NotEmpty(p.Terms));
            Assert.True(QuotedPhrase.Of(text).Count <= QuotedPhrase.Most);
            Assert.NotNull(QuotedPhrase.Outside(text));
        }
    }
}
