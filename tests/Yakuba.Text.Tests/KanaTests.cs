namespace Yakuba.Text.Tests;

public sealed class KanaTests
{
    [Theory]
    [InlineData("ジュウミンヒョウ", "じゅうみんひょう")]
    [InlineData("ヴァイオリンー", "ゔぁいおりんー")]
    [InlineData("漢字ＡＢ", "漢字ＡＢ")]
    public void Katakana_becomes_hiragana(string from, string to) => Assert.Equal(to, Kana.ToHiragana(from));

    [Fact]
    public void Hiragana_becomes_katakana_and_back() => Assert.Equal("ぁゖゝゞん", Kana.ToHiragana(Kana.ToKatakana("ぁゖゝゞん")));
}
