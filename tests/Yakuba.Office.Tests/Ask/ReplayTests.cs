using Yakuba.Office.Tests.Library;
using Yakuba.Platform;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Audit.Replay;
using Yakuba.Testing;

namespace Yakuba.Office.Tests.Ask;

/// <summary>What an asker saw can be shown later, for a reason that is recorded, and what has changed since is said.</summary>
public sealed class ReplayTests
{
    private const string Question = "町民プールの使用料はいくらですか";

    [Fact]
    public async Task A_replay_shows_question_answer_and_that_the_passages_are_what_they_were()
    {
        await using var town = await OpenAsync();
        var answer = (await town.Town.AskAsync(Question, "nishi")).Value;

        var replayed = (await ReplayAsync(town, answer.RecordIndex)).Value;

        Assert.Equal((answer.RecordIndex, Question), (replayed.Result, replayed.Question));
        Assert.Contains("400円", replayed.Answer, StringComparison.Ordinal);
        Assert.Equal(answer.Citations.Select(c => $"{c.Version}:{c.Passage}"), replayed.Search.Then.Select(p => p.Id));
        Assert.All(replayed.Search.Then, p => Assert.True(p is { State: "same", RankNow: > 0 }, p.ToString()));
        Assert.Contains(RecordActions.BodyOpened, await town.Town.AuditActionsAsync());
        Assert.Equal(replayed.Question, (await ReplayAsync(town, answer.RecordIndex - 1)).Value.Question); // by the number of the question too
    }

    [Fact]
    public async Task What_was_changed_or_is_gone_since_is_said()
    {
        await using var town = await OpenAsync();
        var answer = (await town.Town.AskAsync(Question, "nishi")).Value;
        await ExecuteAsync(town, "UPDATE passage SET text = text || '。'");
        Assert.Equal("changed", (await ReplayAsync(town, answer.RecordIndex)).Value.Search.Then[0].State);

        await ExecuteAsync(town, "DELETE FROM passage");
        Assert.Equal("gone", (await ReplayAsync(town, answer.RecordIndex)).Value.Search.Then[0].State);
    }

    [Fact]
    public async Task Without_a_reason_nothing_is_opened()
    {
        await using var town = await OpenAsync();
        var answer = (await town.Town.AskAsync(Question, "nishi")).Value;

        Assert.Equal("audit-reason-length", (await town.Town.Get<ReplayHandler>().HandleAsync(answer.RecordIndex, " ", Actor.Console("r"), default)).Problem?.Name);
        Assert.DoesNotContain(RecordActions.BodyOpened, await town.Town.AuditActionsAsync());
        Assert.Equal("audit-no-such-entry", (await ReplayAsync(town, 0)).Problem?.Name);
    }

    private static Task<Result<ReplayedAnswer>> ReplayAsync(LibraryTown town, long index) =>
        town.Town.Get<ReplayHandler>().HandleAsync(index, "苦情の確認", Actor.Console("r"), default);

    private static async Task<LibraryTown> OpenAsync()
    {
        var town = await LibraryTown.OpenAsync();
        await town.ImportAsync("プール.md", "# 町民プールの利用案内\n\n町民プールの使用料は、1人1回につき400円です。");
        return town;
    }

    private static async Task ExecuteAsync(LibraryTown town, string sql)
    {
        await using var work = await town.Town.Database.BeginAsync();
        await work.ExecuteAsync(sql);
        await work.CommitAsync();
    }
}
