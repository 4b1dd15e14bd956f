using System.Text.Json;
using System.Text.Json.Nodes;
using Yakuba.Office.Ask;
using Yakuba.Office.Tests.Library;

namespace Yakuba.Office.Tests.Ask;

/// <summary>Whether a document that one may not read exists cannot be told from any answer.</summary>
public sealed class TwoWorldsTests
{
    private static readonly string[] Changing = ["id", "record", "document", "version"];

    [Theory]
    [InlineData("差押えをしない少額の目安はいくらですか", "機密性2")]
    [InlineData("差押えをしない少額の目安はいくらですか", "機密性1")]
    [InlineData("町税の納付の相談はどこでできますか", "機密性2")]
    [InlineData("滞納整理の手引きの分納は何回まで認められますか", "機密性2")]
    [InlineData("督促手数料はいくらですか", "機密性2")]
    public async Task A_resident_gets_the_same_bytes_whether_the_restricted_text_exists_or_not(string question, string label)
    {
        await using var without = await OpenAsync(null);
        await using var with = await OpenAsync(label);

        Assert.Equal(await ShownAsync(without, question), await ShownAsync(with, question));
    }

    [Fact]
    public async Task An_insider_is_answered_from_the_restricted_text()
    {
        await using var town = await OpenAsync("機密性2");
        const string Question = "差押えをしない少額の目安はいくらですか";

        var insider = (await town.Town.AskAsync(Question, "nishi")).Value;
        var outsider = (await town.Town.AskAsync(Question, "tani")).Value;

        Assert.Equal(AnswerStatus.Answered, insider.Status);
        Assert.Contains(insider.Sentences, s => s.Text.Contains("5,000円", StringComparison.Ordinal));
        Assert.NotEqual(AnswerStatus.Answered, outsider.Status);
        Assert.DoesNotContain("5,000円", JsonSerializer.Serialize(outsider, Yakuba.Office.Ask.Record.AnswerStore.Json));
    }

    // The restricted text comes first, so that it would push everything else along.
    private static async Task<LibraryTown> OpenAsync(string? label)
    {
        var town = await LibraryTown.OpenAsync();
        if (label is not null)
        {
            await town.ImportAsync("滞納整理.md", "# 滞納整理の手引き\n\n差押えをしない少額の目安は、5,000円です。分納は12回まで認めます。督促手数料の免除は課長が決めます。", label);
        }

        await town.ImportAsync("町税.md", "# 町税の納め方\n\n町税の納付の相談は、税務課の窓口でできます。町税は、口座振替でも納められます。\n\n## 督促\n\n督促手数料は、1通100円です。");
        await town.ImportAsync("よくある質問.csv", "質問,回答\n町税の口座振替はどこで申し込めますか,町税の口座振替は金融機関の窓口で申し込めます。\n");
        return town;
    }

    private static async Task<string> ShownAsync(LibraryTown town, string question)
    {
        using var browser = town.Town.Browser();
        using var response = await browser.PostQuestionAsync(question);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject();
        foreach (var part in answer["citations"]!.AsArray().Append(answer))
        {
            foreach (var name in Changing)
            {
                part!.AsObject().Remove(name);
            }
        }

        return $"{(int)response.StatusCode} {answer.ToJsonString()}";
    }
}
