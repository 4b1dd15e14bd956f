using System.Net;
using System.Text.RegularExpressions;
using Yakuba.Office.Ask;
using Yakuba.Office.Tests.Ask;
using Yakuba.Testing;

namespace Yakuba.Office.Tests.Privacy;

/// <summary>Who writes of a person on the ask page is told before anything is kept. Without scripts this is the way.</summary>
public sealed class PersonalQuestionTests
{
    private const string Question = "住民票の写しを取りたいです。申請者は佐々木健、電話は090-0111-2222です。";

    [Theory, InlineData("text/html"), InlineData("text/event-stream")]
    public async Task Nothing_is_kept_before_the_asker_has_said_that_it_is_meant(string accept)
    {
        await using var town = await TestTown.OpenAsync(plan: TownPlan.Whole);
        using var browser = town.Browser();
        browser.DefaultRequestHeaders.Add("Accept", accept);

        using var told = await PostAsync(browser, Question);

        Assert.Equal(HttpStatusCode.Conflict, told.StatusCode);
        var page = await told.Content.ReadAsStringAsync();
        Assert.Contains("個人のことが書かれているようです", page);
        Assert.Contains("氏名、電話番号", page);
        Assert.Contains("このまま質問する", page);
        Assert.Contains("佐々木健", page); // what was typed is not lost
        Assert.Equal(0, await town.AnswersAsync());
        Assert.DoesNotContain(AskActions.Intent, await town.AuditActionsAsync());
        Assert.DoesNotContain("佐々木", await town.KeptAsync());

        browser.DefaultRequestHeaders.Remove("Accept");
        browser.DefaultRequestHeaders.Add("Accept", "text/html");
        using var meant = await PostAsync(browser, Question, ("sure", "1"));
        Assert.Equal(HttpStatusCode.Redirect, meant.StatusCode);
        Assert.Equal(1, await town.AnswersAsync());
    }

    [Theory]
    [InlineData("住民票の写しの手数料はいくらですか")]
    [InlineData("〒100-0001 の区域のごみの日はいつですか")]
    [InlineData("令和8年4月1日からの手数料を教えてください")]
    public async Task A_question_of_nobody_is_answered_at_once(string question)
    {
        await using var town = await TestTown.OpenAsync(plan: TownPlan.Whole);
        using var browser = town.Browser();

        using var answered = await PostAsync(browser, question);

        Assert.Equal(HttpStatusCode.Redirect, answered.StatusCode);
        Assert.Equal(1, await town.AnswersAsync());
    }

    [Fact]
    public async Task Twelve_digits_that_may_be_a_My_Number_are_asked_about_and_a_My_Number_is_blocked()
    {
        await using var town = await TestTown.OpenAsync(plan: TownPlan.Whole);
        using var browser = town.Browser();
        browser.DefaultRequestHeaders.Add("Accept", "text/html");

        using var bare = await PostAsync(browser, "262626262621 は何の番号ですか");
        using var named = await PostAsync(browser, "マイナンバー 262626262621 の登録を見てください", ("sure", "1"));

        Assert.Contains("12桁の番号（個人番号かもしれません）", await bare.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Redirect, named.StatusCode);
        Assert.Contains("受け付けませんでした", await browser.GetStringAsync(named.Headers.Location));
        Assert.DoesNotContain("262626262621", await town.KeptAsync());
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string question, params (string Name, string Value)[] more)
    {
        var form = await browser.GetStringAsync("/ask");
        var token = Regex.Match(form, "name=\"form-token\"[^>]*value=\"([^\"]+)\"").Groups[1].Value;
        var fields = new List<KeyValuePair<string, string>> { new("form-token", token), new("question", question) };
        fields.AddRange(more.Select(m => KeyValuePair.Create(m.Name, m.Value)));
        return await browser.PostAsync("/ask", new FormUrlEncodedContent(fields));
    }
}
