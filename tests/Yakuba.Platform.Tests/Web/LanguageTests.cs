using Microsoft.AspNetCore.Http;
using Yakuba.Platform.Web;
using Yakuba.Platform.Web.Language;
using Yakuba.Platform.Web.Parts;

namespace Yakuba.Platform.Tests.Web;

public sealed class LanguageTests
{
    [Theory]
    [InlineData(null, null, "ja")]
    [InlineData(null, "en-GB,en;q=0.9", "en")]
    [InlineData(null, "fr,en;q=0.4,ja;q=0.8", "ja")]
    [InlineData(null, "en;q=0", "ja")]
    [InlineData("ja", "en", "ja")]
    [InlineData("tlh", "en", "en")]
    public void The_own_choice_comes_before_the_browsers_wish_and_Japanese_last(string? cookie, string? wish, string expected)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.Cookie = cookie is null ? "" : $"{RequestLanguage.CookieName}={cookie}";
        http.Request.Headers.AcceptLanguage = wish ?? "";

        Assert.Equal(expected, RequestLanguage.Of(http).Code);
    }

    [Theory]
    [InlineData("2019-04-30", "平成31年4月30日")]
    [InlineData("2019-05-01", "令和元年5月1日")]
    [InlineData("1926-12-24", "1926年12月24日")]
    public void A_day_is_written_in_the_era_it_belongs_to(string day, string expected) =>
        Assert.Equal(expected, Words.Japanese.Day(DateOnly.Parse(day)));

    [Fact]
    public void A_moment_is_written_in_Japan_time() =>
        Assert.Equal("2026/11/21 00:30", Words.Japanese.Moment(new DateTimeOffset(2026, 11, 20, 15, 30, 0, TimeSpan.Zero)));

    [Fact]
    public void Every_status_has_a_word_and_a_picture_of_its_own()
    {
        var marks = Enum.GetValues<AnswerMark>();
        Assert.Equal(marks.Length, marks.Select(mark => mark.Word(Words.Japanese)).Distinct().Count());
        Assert.Equal(marks.Length, marks.Select(mark => mark.Word(Words.English)).Distinct().Count());
        Assert.Equal(marks.Length, marks.Select(mark => IconShapes.Of(mark.Key())).Distinct().Count());
    }

    [Theory]
    [InlineData("/library?q=1", true)]
    [InlineData("//example.test/", false)]
    [InlineData("/\\example.test", false)]
    [InlineData("https://example.test/", false)]
    [InlineData("/a\r\nb", false)]
    [InlineData(null, false)]
    public void A_way_back_stays_on_this_server(string? path, bool isLocal) =>
        Assert.Equal(isLocal, PreferencesEndpoint.IsLocal(path));
}
