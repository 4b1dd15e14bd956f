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

    [Fact]
    public void Half_width_marks_join_the_kana_before_them() => Assert.Equal("ガギグ・パーアﾞ".Replace('ﾞ', '\u3099'), Kana.HalfToFull("ｶﾞｷﾞｸﾞ･ﾊﾟｰアﾞ"));
}
