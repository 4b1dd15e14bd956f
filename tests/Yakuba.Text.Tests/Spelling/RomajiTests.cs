namespace Yakuba.Text.Tests;

public sealed class RomajiTests
{
    [Theory]
    [InlineData("juminhyo", "じゅみんひょ")]
    [InlineData("zyuuminhyou", "じゅうみんひょう")]
    [InlineData("Kōchi", "こち")]
    [InlineData("gakkō", "がっこ")]
    [InlineData("matcha", "まっちゃ")]
    [InlineData("Gumma", "ぐんま")]
    [InlineData("kin'en", "きんえん")]
    [InlineData("annai", "あんない")]
    [InlineData("konnyaku", "こんにゃく")]
    [InlineData("shimbun", "しんぶん")]
    public void Romaji_of_every_school_is_read(string typed, string kana) => Assert.Equal(kana, Romaji.ToHiragana(typed));

    [Theory, InlineData("pdf"), InlineData("line"), InlineData("wifi"), InlineData("q"), InlineData(""), InlineData("住民票"), InlineData("\uD83D")]
    public void What_is_no_romaji_is_left_alone(string typed) => Assert.Null(Romaji.ToHiragana(typed));

    [Fact]
    public void Only_a_question_wholly_in_romaji_is_spoken()
    {
        Assert.Equal("ごみのだしかた", SearchAnalyser.Spoken("gomi no dashikata"));
        Assert.Equal("PDFの出し方", SearchAnalyser.Spoken("PDFの出し方"));
        Assert.Equal("とうきょう", Romaji.Prolonged("ときょ"));
    }
}
