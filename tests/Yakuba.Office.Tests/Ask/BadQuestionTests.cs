using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Yakuba.Office.Ask;
using Yakuba.Office.Tests.Library;
using Yakuba.Testing;

namespace Yakuba.Office.Tests.Ask;

/// <summary>What is no question gets a name and a next step, and leaves nothing behind.</summary>
public sealed class BadQuestionTests
{
    public static readonly TheoryData<string, string> Bad = new()
    {
        { "", "ask-empty" },
        { " \t\r\n", "ask-empty" },
        { "　　", "ask-empty" }, // ideographic spaces
        { "\0\0\0", "ask-empty" },
        { new string('税', 2_001), "ask-too-long" },
        { new string('税', 10_000), "ask-too-long" },
        { "住民票\u0007の手数料は", "ask-not-text" },
        { "住民票\u0000の手数料は", "ask-not-text" },
        { "住民票\u001b[31mの手数料は", "ask-not-text" },
        { "住民票\uffffの手数料は", "ask-not-text" },
        { Encoding.UTF8.GetString([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0xff, 0xd8]), "ask-not-text" }, // the first bytes of pictures
    };

    [Theory, MemberData(nameof(Bad))]
    public async Task A_question_that_is_none_is_refused_by_name_and_nothing_is_recorded(string question, string name)
    {
        await using var town = await TestTown.OpenAsync(plan: TownPlan.Whole);
        using var browser = town.Browser();

        using var response = await browser.PostQuestionAsync(question);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(name, await LibraryTown.ProblemAsync(response));
        Assert.Equal(name, (await town.AskAsync(question)).Problem?.Name);
        Assert.Equal(0, await town.AnswersAsync());
        Assert.DoesNotContain(AskActions.Intent, await town.AuditActionsAsync());
    }

    [Theory, InlineData("\ud83d"), InlineData("住民票\udc00の手数料"), InlineData("\udc00\ud800")]
    public async Task Half_a_character_is_refused_by_name(string question)
    {
        await using var town = await TestTown.OpenAsync(plan: TownPlan.Whole);

        Assert.Equal("ask-not-text", (await town.AskAsync(question)).Problem?.Name);
        Assert.Equal(0, await town.AnswersAsync());
    }

    [Theory]
    [InlineData("{\"question\":\"\\ud83d\"}")]
    [InlineData("{\"question\":[1,2]}")]
    [InlineData("{\"question\":")]
    [InlineData("\u0001\u0002\u0003")]
    public async Task A_body_that_is_no_question_is_refused_with_a_problem(string body)
    {
        await using var town = await TestTown.OpenAsync(plan: TownPlan.Whole);
        using var browser = town.Browser();

        using var response = await browser.PostAsync("/api/v1/questions", new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(0, await town.AnswersAsync());
        Assert.Empty(town.Errors.Lines);
    }

    [Theory, InlineData("2026/04/01"), InlineData("2026-02-30"), InlineData("きのう")]
    public async Task A_day_that_is_none_is_refused_by_name(string day)
    {
        await using var town = await TestTown.OpenAsync(plan: TownPlan.Whole);
        using var browser = town.Browser();

        using var response = await browser.PostQuestionAsync("住民票の手数料は", day);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("ask-not-a-day", await LibraryTown.ProblemAsync(response));
        Assert.Equal(0, await town.AnswersAsync());
    }

    [Theory]
    [InlineData("私のマイナンバーは123456789018です。住民票を送ってください", "123456789018")]
    [InlineData("個人番号 1234-5678-9018 の国保税の額を教えて", "1234-5678-9018")]
    [InlineData("個人番号 1234 5678 9018 の国保税の額を教えて", "1234 5678 9018")]
    [InlineData("マイナンバー１２３４５６７８９０１８で登録状況を確認したいです", "１２３４５６７８９０１８")]
    public async Task A_My_Number_is_blocked_and_kept_nowhere(string question, string number)
    {
        await using var town = await TestTown.OpenAsync(plan: TownPlan.Whole);
        using var browser = town.Browser();

        using var response = await browser.PostQuestionAsync(question);

        Assert.Equal("blocked", (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("status").GetString());
        Assert.Equal(AnswerStatus.Blocked, (await town.AskAsync(question)).Value.Status);
        var kept = await town.KeptAsync();
        Assert.Contains("受け付けませんでした", kept);
        Assert.DoesNotContain(number, kept);
        Assert.DoesNotContain("123456789018", kept);
        Assert.DoesNotContain(question, kept);
    }

    [Fact]
    public async Task Twelve_digits_without_the_check_digit_are_a_question_like_any_other()
    {
        await using var town = await TestTown.OpenAsync(plan: TownPlan.Whole);

        Assert.Equal(AnswerStatus.NotInDocuments, (await town.AskAsync("お問い合わせ番号123456789012は何ですか")).Value.Status);
    }
}
