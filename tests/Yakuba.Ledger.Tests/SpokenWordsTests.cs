namespace Yakuba.Ledger.Tests;

public sealed class SpokenWordsTests
{
    private static readonly Checkpoint Head = new(SampleLog.Origin, 20852, new TreeHash(Enumerable.Range(0, 32).Select(i => (byte)(i * 7)).ToArray()));

    [Fact]
    public void A_head_has_eight_words_of_three_kana_and_they_never_change()
    {
        Assert.Equal("つさす てらに めせて みあけ かこひ くたみ やこむ えやけ", SpokenWords.Of(Head)); // printed sheets must stay readable
    }

    [Fact]
    public void Another_size_root_or_log_has_other_words()
    {
        Checkpoint[] others = [Head with { Size = 20853 }, Head with { Root = new TreeHash(new byte[32]) }, Head with { Origin = "yakuba.example/132013/audit" }];
        Assert.DoesNotContain(SpokenWords.Of(Head), others.Select(SpokenWords.Of));
    }

    [Theory]
    [InlineData("20852 {0}")]
    [InlineData("20,852件　{0}")]
    [InlineData("  ２０８５２ 件 {0}  ")]
    public void A_sheet_is_read_as_people_type_it(string typed)
    {
        var words = SpokenWords.Of(Head);
        var katakana = string.Concat(words.Select(c => c is >= 'ぁ' and <= 'ゖ' ? (char)(c - 'ぁ' + 'ァ') : c)).Replace(' ', '、');
        Assert.True(EarlierHead.Printed(string.Format(typed, words))!.Is(Head));
        Assert.True(EarlierHead.Printed(string.Format(typed, katakana))!.Is(Head));
        Assert.False(EarlierHead.Printed(string.Format(typed, words))!.Is(Head with { Root = new TreeHash(new byte[32]) }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1234")]
    [InlineData("かきく さしす たちつ なにの はひふ まみむ やらも けこい")]
    [InlineData("1234 かきく さしす")]
    [InlineData("1234 ほわん ほわん ほわん ほわん ほわん ほわん ほわん ほわん")]
    [InlineData("99999999999999999999 かきく さしす たちつ なにの はひふ まみむ やらも けこい")]
    public void What_is_no_sheet_is_not_read(string typed) => Assert.Null(EarlierHead.Printed(typed));
}
