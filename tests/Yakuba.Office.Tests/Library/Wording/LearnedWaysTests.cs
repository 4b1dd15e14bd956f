using Yakuba.Office.Ask.Record;
using Yakuba.Office.Library.Index;
using Yakuba.Office.Library.Wording;
using Yakuba.Platform.Audit.RemoveTexts;
using Yakuba.Platform.Data;
using Yakuba.Search;
using Yakuba.Testing;
using Yakuba.Text;

namespace Yakuba.Office.Tests.Library.Wording;

public sealed class LearnedWaysTests
{
    [Fact]
    public async Task What_is_known_is_made_once_for_all_who_read_the_same_and_anew_for_others()
    {
        await using var town = await LearnedTownAsync();
        using var snapshot = town.Town.Get<LibraryIndex>().Snapshot();
        var learned = town.Town.Get<LearnedWays>();
        PermittedGroups some = PermittedGroups.Of([1]), other = PermittedGroups.Of([2]);

        var first = await learned.CurrentAsync(snapshot.CountsFor(some), default);
        Assert.Equal(1, first.Count);
        Assert.Same(first, await learned.CurrentAsync(snapshot.CountsFor(some), default));
        Assert.NotSame(first, await learned.CurrentAsync(snapshot.CountsFor(other), default));
        Assert.Same(first, await learned.CurrentAsync(snapshot.CountsFor(some), default)); // another reader throws nothing away
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task An_erased_question_steers_no_more_also_where_its_rows_were_read_before_by_somebody_who_is_told_nothing(StorageEngine engine)
    {
        await using var town = await LearnedTownAsync(engine);
        using var snapshot = town.Town.Get<LibraryIndex>().Snapshot();
        var counts = snapshot.CountsFor(PermittedGroups.All);
        var elsewhere = new LearnedWays(town.Town.Database, town.Town.Get<SearchAnalyser>(), MeantWords.None); // as in another process, or in a search that began before
        Assert.Equal(1, (await elsewhere.CurrentAsync(counts, default)).Count);

        await using (var work = await town.Town.Database.BeginAsync())
        {
            await AnswerEraser.Eraser.Run(work, new TextsToErase([], 10), default);
            await work.CommitAsync();
        }

        Assert.Equal(0, (await elsewhere.CurrentAsync(counts, default)).Count);
        Assert.Equal(0, (await town.Town.Get<LearnedWays>().CurrentAsync(counts, default)).Count);
    }

    private static async Task<LibraryTown> LearnedTownAsync(StorageEngine engine = StorageEngine.Sqlite)
    {
        var town = await LibraryTown.OpenAsync(engine);
        await town.ImportAsync("プール.csv", "質問,回答\nプールはいくらですか,400円です。\n");
        await town.ImportAsync("公園.csv", "質問,回答\n公園はどこですか,駅の前です。\n");
        await using var work = await town.Town.Database.BeginAsync();
        await work.ExecuteAsync("INSERT INTO learning (number, made_at, made_by, questions, score_without, score_with, active) VALUES (1, '', 'u', 1, 0, 0, 1)");
        await work.ExecuteAsync("INSERT INTO known_way (learning, idx, question, entry_question, entry_text) SELECT 1, 0, '水泳の料金', p.question, p.text FROM passage p WHERE p.version = 1");
        await work.ExecuteAsync("INSERT INTO answer (id, asked_at, asked_by, channel, intent, question) VALUES ('a', '', '', 'web', 3, '水泳の料金')");
        await work.CommitAsync();
        return town;
    }
}
