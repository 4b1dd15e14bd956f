namespace Yakuba.Text.Tests;

public sealed class SuggesterTests
{
    private static readonly Suggester s_suggester = Suggester.Of(
    [
        new("住民票", "ジュウミンヒョウ"), new("住民税", "ジュウミンゼイ"), new("保育園", "ほいくえん"), new("保険", "ほけん"), new("道路", "どうろ"), new("読めない", ""),
    ]);

    [Theory]
    [InlineData("じゅみんひょう", "住民票")]
    [InlineData("じゅうみんびょう", "住民票")]
    [InlineData("じゆうみんひよう", "住民票")]
    [InlineData("じゅうみんひうょ", "住民票")]
    [InlineData("じゅうみんせい", "住民税")]
    [InlineData("ホイクエンン", "保育園")]
    [InlineData("どろ", "道路")]
    public void A_slip_leads_to_the_nearest_word(string typed, string written) => Assert.Equal(written, Assert.Single(s_suggester.Near(typed, _ => 1, 1)).Written);

    [Theory, InlineData("かばん"), InlineData("みけん"), InlineData("住民票"), InlineData(""), InlineData("ん"), InlineData("\uD83D")]
    public void What_is_near_nothing_gets_nothing(string typed) => Assert.Empty(s_suggester.Near(typed, _ => 1, 3));

    [Fact]
    public void What_may_not_be_shown_is_passed_over() =>
        Assert.DoesNotContain(s_suggester.Near("じゅうみんひょう", word => word != "住民票" ? 1 : 0, 5), suggestion => suggestion.Written == "住民票");

    [Theory, InlineData("歯科", "鹿"), InlineData("鹿", "歯科")]
    public void Of_two_words_as_near_the_one_comes_first_that_more_readable_passages_hold(string more, string less)
    {
        var suggester = Suggester.Of([new("歯科", "しか"), new("鹿", "しか")]);
        Assert.Equal([more, less], suggester.Near("しか", word => word == more ? 2 : 1, 5).Select(s => s.Written));
    }

    [Fact]
    public void Every_word_is_near_itself_after_any_one_slip_that_keeps_it_long()
    {
        var random = new Random(5);
        const string word = "こくみんけんこうほけん";
        var suggester = Suggester.Of([new("国民健康保険", word)]);
        for (var round = 0; round < 500; round++)
        {
            var at = random.Next(word.Length);
            var slip = random.Next(3) switch { 0 => word.Remove(at, 1), 1 => word.Insert(at, "ぬ"), _ => word.Remove(at, 1).Insert(at, "め") };
            Assert.Single(suggester.Near(slip, _ => 1, 1));
        }
    }
}
