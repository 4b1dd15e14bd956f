using System.Net;
using Yakuba.Office.Ask;
using Yakuba.Office.Ask.Compose;
using Yakuba.Office.Tests.Library;
using Yakuba.Testing;

namespace Yakuba.Office.Tests.Ask;

/// <summary>No answer without its record: the intent stands before a word is composed, the result before a word is handed over.</summary>
public sealed class RecordFirstTests
{
    private const string Question = "町民プールの使用料はいくらですか";
    private const string Told = "町民プールの使用料は、1人1回につき400円です。";

    [Fact]
    public async Task The_intent_is_recorded_before_composing_and_the_result_before_the_answer()
    {
        await using var town = await OpenAsync();
        IReadOnlyList<string> before = [];
        long open = 0;
        var looking = new ScriptedComposer(async _ =>
        {
            before = await town.Town.AuditActionsAsync();
            await using var read = await town.Town.Database.ReadAsync();
            open = await read.CountAsync("SELECT count(*) FROM answer WHERE status = '' AND question = @Question", new { Question });
            return [new DraftSentence(Told, [1])];
        });

        var answer = (await town.Town.AskAsync(Question, composer: looking)).Value;

        Assert.Equal(AskActions.Intent, before[^1]);
        Assert.DoesNotContain(AskActions.Result, before);
        Assert.Equal(1, open);
        var after = await town.Town.AuditActionsAsync();
        Assert.Equal(AskActions.Result, after[(int)answer.RecordIndex]);
        Assert.Equal(before.Count + 1, after.Count);
        await using var store = await town.Town.Database.ReadAsync();
        Assert.Equal("answered", await store.SingleOrDefaultAsync<string>("SELECT status FROM answer WHERE id = @Id", new { answer.Id }));
    }

    [Fact]
    public async Task When_the_store_cannot_be_written_nothing_is_composed_and_nobody_gets_an_answer()
    {
        await using var town = await OpenAsync();
        await CloseForWritingAsync(town.Town);
        var asked = false;
        var composer = new ScriptedComposer(_ =>
        {
            asked = true;
            return Task.FromResult<IReadOnlyList<DraftSentence>>([new DraftSentence(Told, [1])]);
        });

        Assert.Equal("ask-record-unavailable", (await town.Town.AskAsync(Question, composer: composer)).Problem?.Name);
        Assert.False(asked);
        using var browser = town.Town.Browser();
        using var response = await browser.PostQuestionAsync(Question);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("ask-record-unavailable", await LibraryTown.ProblemAsync(response));
        Assert.Equal(0, await town.Town.AnswersAsync());
    }

    [Fact]
    public async Task When_the_result_cannot_be_written_what_was_composed_does_not_leave()
    {
        await using var town = await OpenAsync();
        var breaking = new ScriptedComposer(async _ =>
        {
            await CloseForWritingAsync(town.Town);
            return [new DraftSentence(Told, [1])];
        });

        Assert.Equal("ask-record-unavailable", (await town.Town.AskAsync(Question, composer: breaking)).Problem?.Name);
        Assert.DoesNotContain(AskActions.Result, await town.Town.AuditActionsAsync());
    }

    [Fact]
    public async Task Without_the_record_no_answer_leaves()
    {
        await using var town = await OpenAsync();
        await using (var work = await town.Town.Database.BeginAsync())
        {
            await work.ExecuteAsync("DROP TABLE audit_entry");
            await work.CommitAsync();
        }

        using var browser = town.Town.Browser();
        using var response = await browser.PostQuestionAsync(Question);

        Assert.True((int)response.StatusCode >= 500, $"{response.StatusCode}");
        Assert.DoesNotContain("400円", await response.Content.ReadAsStringAsync());
        Assert.Equal(0, await town.Town.AnswersAsync());
    }

    private static async Task<LibraryTown> OpenAsync()
    {
        var town = await LibraryTown.OpenAsync();
        await town.ImportAsync("プール.md", $"# 町民プールの利用案内\n\n{Told}");
        return town;
    }

    // The connection that writes may from now on only read, as when the disk was mounted anew.
    private static async Task CloseForWritingAsync(TestTown town)
    {
        await using var work = await town.Database.BeginAsync();
        await work.ExecuteAsync("PRAGMA query_only = ON");
        await work.CommitAsync();
    }
}
