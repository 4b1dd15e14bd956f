using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Yakuba.Office.Ask;
using Yakuba.Office.Tests.Library;

namespace Yakuba.Office.Tests.Ask;

/// <summary>Each way in which an answer ends, in a town with documents.</summary>
public sealed class AnswerStatusTests
{
    private const string Pool = "# 町民プールの利用案内\n\n町民プールの使用料は、1人1回につき400円です。";

    [Fact]
    public async Task A_FAQ_answer_is_given_word_for_word_with_its_place()
    {
        const string Faq = "質問,回答\n犬の登録はどこでできますか,犬の登録は環境課の窓口で行います。鑑札を交付します。\n";
        await using var town = await LibraryTown.OpenAsync();
        var version = await town.ImportAsync("よくある質問.csv", Faq);
        using var browser = town.Town.Browser();

        using var response = await browser.PostQuestionAsync("犬の登録はどこでできますか");
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal("answered", answer.GetProperty("status").GetString());
        Assert.Equal("extractive", answer.GetProperty("composer").GetString());
        Assert.Equal("犬の登録は環境課の窓口で行います。鑑札を交付します。", string.Concat(answer.GetProperty("sentences").EnumerateArray().Select(s => s.GetProperty("text").GetString())));
        var citation = Assert.Single(answer.GetProperty("citations").EnumerateArray());
        Assert.Equal("犬の登録はどこでできますか", citation.GetProperty("question").GetString());
        Assert.Equal(version, citation.GetProperty("version").GetUInt32());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Faq))), citation.GetProperty("sha256").GetString());
        Assert.All(answer.GetProperty("sentences").EnumerateArray(), s => Assert.Equal(1, Assert.Single(s.GetProperty("evidence").EnumerateArray()).GetInt32()));
    }

    [Fact]
    public async Task What_no_document_says_is_not_answered()
    {
        await using var town = await LibraryTown.OpenAsync();
        await town.ImportAsync("プール.md", Pool);

        var answer = (await town.Town.AskAsync("ドローンの飛行許可はどこで取れますか")).Value;

        Assert.Equal(AnswerStatus.NotInDocuments, answer.Status);
        Assert.Empty(answer.Sentences);
        Assert.Empty(answer.Citations);
        Assert.NotEqual("", answer.Message);
    }

    [Fact]
    public async Task A_text_of_a_day_to_come_answers_from_that_day_on()
    {
        await using var town = await LibraryTown.OpenAsync();
        var version = await town.ImportAsync("プール.md", Pool, publish: false);
        using var head = await town.BrowserAsync("kudo");
        await LibraryTown.StepAsync(head, version, "publication", new { from = "2027-04-01" });
        const string Question = "町民プールの使用料はいくらですか";

        var today = (await town.Town.AskAsync(Question)).Value;
        var dayBefore = (await town.Town.AskAsync(Question, on: new DateOnly(2027, 3, 31))).Value;
        var thatDay = (await town.Town.AskAsync(Question, on: new DateOnly(2027, 4, 1))).Value;
        using var browser = town.Town.Browser();
        using var over = await browser.PostQuestionAsync(Question, "2027-04-01");

        Assert.All([today, dayBefore], a => Assert.Equal(AnswerStatus.NotYetInForce, a.Status));
        Assert.All([today, dayBefore], a => Assert.Empty(a.Sentences));
        Assert.Contains("2027年4月1日から", today.Message);
        Assert.Equal(AnswerStatus.Answered, thatDay.Status);
        Assert.Equal(new DateOnly(2027, 4, 1), thatDay.AsOf);
        Assert.Contains(thatDay.Sentences, s => s.Text.Contains("400円", StringComparison.Ordinal));
        Assert.Equal("answered", (await over.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_retired_text_is_named_as_no_longer_in_force_to_staff()
    {
        await using var town = await LibraryTown.OpenAsync();
        var version = await town.ImportAsync("プール.md", Pool);
        const string Question = "町民プールの使用料はいくらですか";
        Assert.Equal(AnswerStatus.Answered, (await town.Town.AskAsync(Question, "nishi")).Value.Status);
        using var head = await town.BrowserAsync("kudo");
        await LibraryTown.StepAsync(head, version, "retirement", new { reason = "プールの閉鎖" });

        var answer = (await town.Town.AskAsync(Question, "nishi")).Value;

        Assert.Equal(AnswerStatus.NoLongerInForce, answer.Status);
        Assert.Empty(answer.Sentences);
        Assert.Contains("町民プールの利用案内", answer.Message);
        Assert.NotEqual(AnswerStatus.Answered, (await town.Town.AskAsync(Question)).Value.Status);
    }

    [Theory]
    [InlineData("私の税額を計算してください")]
    [InlineData("私の申請の審査の結果を教えてください")]
    [InlineData("もう死にたいです")]
    public async Task A_matter_for_a_person_goes_to_a_person(string question)
    {
        await using var town = await LibraryTown.OpenAsync();
        await town.ImportAsync("税.md", "# 町税の案内\n\n税額は、納税通知書でお知らせします。審査の結果は、申請から30日以内に通知します。");

        var answer = (await town.Town.AskAsync(question)).Value;

        Assert.Equal(AnswerStatus.NeedsPerson, answer.Status);
        Assert.Empty(answer.Sentences);
        Assert.NotEqual("", answer.Message);
    }
}
