using System.Text.Json;
using Yakuba.Office.Ask.GiveFeedback;
using Yakuba.Office.Evaluate;
using Yakuba.Office.Evaluate.Learn;
using Yakuba.Office.Library.Rights;
using Yakuba.Office.Library.Searching;
using Yakuba.Office.Tests.Ask;
using Yakuba.Office.Tests.Library;
using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Testing;

namespace Yakuba.Office.Tests.Evaluate;

public sealed class LearnTests
{
    private static readonly Actor Operator = Actor.Console("test");

    [Theory, ClassData(typeof(BothEngines))]
    public async Task What_helps_is_used_survives_a_new_version_and_can_be_taken_back(StorageEngine engine)
    {
        await using var town = await OpenAsync(engine);
        var before = await FirstAsync(town, "桜は");
        Assert.NotEqual(LearnTown.Entry(0), before);

        var (gain, number) = (await town.Town.Get<LearnHandler>().LearnAsync(Judged(town, i => LearnTown.Said[i]), Operator, default)).Value;
        Assert.Equal(1, number);
        Assert.Equal(24, gain.Questions);
        Assert.True(gain.With > gain.Without + 0.2 && gain is { Places: 6, Chance: < 0.03 }, $"{gain}");
        Assert.Equal(LearnTown.Entry(0), await FirstAsync(town, "桜は"));

        await town.ImportAsync("faq.csv", LearnTown.Csv() + "図書館は何時までですか,午後5時までです。\n");
        Assert.Equal(LearnTown.Entry(0), await FirstAsync(town, "桜は"));

        Assert.Equal(0, (await town.Town.Get<LearnHandler>().UndoAsync(0, Operator, default)).Value);
        Assert.Equal(before, await FirstAsync(town, "桜は"));
        Assert.Equal("eval-learn-nothing-to-undo", (await town.Town.Get<LearnHandler>().UndoAsync(0, Operator, default)).Problem?.Name);
        var record = await town.Town.KeptAsync();
        Assert.Contains(EvaluateActions.Learned, record, StringComparison.Ordinal);
        Assert.Contains(EvaluateActions.Undone, record, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_brings_nothing_is_measured_and_left()
    {
        await using var town = await OpenAsync();
        var (gain, number) = (await town.Town.Get<LearnHandler>().LearnAsync(Judged(town, i => LearnTown.Names[i]), Operator, default)).Value;
        Assert.Equal(0, number);
        Assert.True(gain.With <= gain.Without, $"{gain}");
        await using var read = await town.Town.Database.ReadAsync();
        Assert.Empty(await LearningStore.ListAsync(read, default));
    }

    [Fact]
    public async Task What_is_taken_back_while_it_is_measured_is_not_kept()
    {
        await using var town = await OpenAsync();
        var file = Judged(town, i => LearnTown.Said[i]);
        var lines = await File.ReadAllLinesAsync(file);
        Task TakeBackAsync(int done, int all) => File.WriteAllLinesAsync(file, lines[1..]);

        Assert.Equal(1, (await town.Town.Get<LearnHandler>().LearnAsync(file, Operator, TakeBackAsync, default)).Value.Number);

        await using var read = await town.Town.Database.ReadAsync();
        Assert.Equal(23, await read.CountAsync("SELECT count(DISTINCT question) FROM known_way"));
    }

    [Fact]
    public async Task A_gain_that_chance_alone_could_bring_is_measured_and_left()
    {
        await using var town = await OpenAsync();
        var (gain, number) = (await town.Town.Get<LearnHandler>().LearnAsync(Judged(town, i => i < 2 ? LearnTown.Said[i] : LearnTown.Names[i]), Operator, default)).Value;
        Assert.True(gain.With > gain.Without && gain.Chance > GainTest.MostChance, $"{gain}");
        Assert.Equal(0, number);
    }

    [Fact]
    public async Task The_earlier_learning_comes_back_when_the_later_is_undone()
    {
        await using var town = await OpenAsync();
        var learn = town.Town.Get<LearnHandler>();
        var file = Judged(town, i => LearnTown.Said[i]);
        Assert.Equal(1, (await learn.LearnAsync(file, Operator, default)).Value.Number);
        Assert.Equal(2, (await learn.LearnAsync(file, Operator, default)).Value.Number);
        Assert.Equal(1, (await learn.UndoAsync(0, Operator, default)).Value);
        Assert.Equal(LearnTown.Entry(0), await FirstAsync(town, "桜は"));
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task What_was_undone_does_not_come_back_when_something_else_is_undone(StorageEngine engine)
    {
        await using var town = await OpenAsync(engine);
        var learn = town.Town.Get<LearnHandler>();
        var file = Judged(town, i => LearnTown.Said[i]);
        async Task<long> LearnAsync() => (await learn.LearnAsync(file, Operator, default)).Value.Number;
        async Task<long> UndoAsync() => (await learn.UndoAsync(0, Operator, default)).Value;

        Assert.Equal((1, 2), (await LearnAsync(), await LearnAsync()));
        Assert.Equal(1, await UndoAsync()); // 2 is undone
        Assert.Equal(3, await LearnAsync());
        Assert.Equal(1, await UndoAsync()); // not 2
        Assert.Equal(0, await UndoAsync());
        Assert.Equal(4, await LearnAsync());
        Assert.Equal(0, await UndoAsync()); // none of those before
    }

    [Theory]
    [InlineData("{\"question\": \"桜\", \"entry\": \"ない質問\"}", "eval-no-such-entry")]
    [InlineData("{\"question\": \"桜\"}", "eval-cannot-read-judged")]
    [InlineData("桜", "eval-cannot-read-judged")]
    [InlineData("{\"question\": \"桜\", \"entry\": \"転入届はどこに出しますか\"}", "eval-learn-too-few")]
    public async Task A_file_that_cannot_be_learned_from_is_refused_and_nothing_changes(string line, string problem)
    {
        await using var town = await OpenAsync();
        await File.WriteAllTextAsync(town.Files["judged.jsonl"], line);
        Assert.Equal(problem, (await town.Town.Get<LearnHandler>().LearnAsync(town.Files["judged.jsonl"], Operator, default)).Problem?.Name);
        await using var read = await town.Town.Database.ReadAsync();
        Assert.Empty(await LearningStore.ListAsync(read, default));
    }

    [Fact]
    public async Task Only_what_staff_found_helpful_teaches()
    {
        await using var town = await OpenAsync();
        await HelpedAsync(town, null);
        Assert.Empty(await town.Town.Get<HelpfulAnswers>().AllAsync(default));
        await HelpedAsync(town, "nishi");
        Assert.Equal(LearnTown.Entry(0), Assert.Single(await town.Town.Get<HelpfulAnswers>().AllAsync(default)).EntryQuestion);
    }

    private static async Task HelpedAsync(LibraryTown town, string? user)
    {
        var answer = (await town.Town.AskAsync(LearnTown.Entry(0), user)).Value;
        Assert.NotEmpty(answer.Citations);
        await using var work = await town.Town.Database.BeginAsync();
        var by = user is null ? "" : (await town.Town.PrincipalAsync(user)).UserId;
        await work.ExecuteAsync("INSERT INTO feedback (answer_id, given_at, given_by, kind) VALUES (@id, '2026-11-21T00:00:00.000Z', @by, 'helped')", new { id = answer.Id, by });
        await work.CommitAsync();
    }

    private static async Task<LibraryTown> OpenAsync(StorageEngine engine = StorageEngine.Sqlite)
    {
        var town = await LibraryTown.OpenAsync(engine);
        await town.ImportAsync("faq.csv", LearnTown.Csv());
        return town;
    }

    private static string Judged(LibraryTown town, Func<int, string> word)
    {
        var path = town.Files["judged.jsonl"];
        File.WriteAllLines(path, LearnTown.Asked(word).Select(a => JsonSerializer.Serialize(new { question = a.Question, entry = a.Entry })));
        return path;
    }

    private static async Task<string> FirstAsync(LibraryTown town, string question) =>
        (await town.Town.Get<LibrarySearch>().FindAsync(Principal.Resident, question, town.Town.Clock.Today(), Standing.InForce, 5, default))[0].Question;
}
