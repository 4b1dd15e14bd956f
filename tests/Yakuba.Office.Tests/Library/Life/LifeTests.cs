using Yakuba.Platform.Data;
using Yakuba.Testing;

namespace Yakuba.Office.Tests.Library.Life;

/// <summary>Whatever is done to documents in whatever order, an expired or superseded text is never found, never cited and never shown as current, on any day; and a current one is found.</summary>
public sealed class LifeTests
{
    private const int ActsInSequence = 24;

    public static TheoryData<StorageEngine, int> Sequences =>
        new(Enumerable.Range(1, 6).Select(seed => (StorageEngine.Sqlite, seed)).Concat(Enumerable.Range(101, 3).Select(seed => (StorageEngine.Postgres, seed))));

    public static TheoryData<int> Many => [.. Enumerable.Range(1_000, 60)];

    [Theory, MemberData(nameof(Sequences))]
    public Task No_sequence_of_acts_makes_an_old_text_current(StorageEngine engine, int seed) => RunAsync(engine, seed);

    [Theory, MemberData(nameof(Many)), Trait("Run", "nightly")]
    public Task No_sequence_of_acts_makes_an_old_text_current_in_many_more(int seed) => RunAsync(StorageEngine.Sqlite, seed);

    [Fact]
    public async Task A_rule_that_forgets_supersession_is_noticed_at_each_door()
    {
        await using var town = await LifeOfTown.OpenAsync(StorageEngine.Sqlite, 7);
        await town.ImportAsync("水車使用料", publish: true);
        town.Library.Town.Clock.Advance(TimeSpan.FromDays(3));
        await town.ImportAsync("水車使用料", publish: true);
        Assert.Empty(await LifeChecks.SearchAsync(town, "水車使用料", town.Today));
        Assert.Empty(await LifeChecks.PagesAsync(town));

        await using (var work = await town.Library.Town.Database.BeginAsync())
        {
            // The older one is current for ever, and the newer one never was.
            await work.ExecuteAsync("UPDATE version SET effective_to = CASE WHEN ordinal = 1 THEN '' ELSE '2000-01-01' END");
            await work.ExecuteAsync("UPDATE library_state SET generation = generation + 1");
            await work.CommitAsync();
        }

        Assert.Equal(3, (await LifeChecks.SearchAsync(town, "水車使用料", town.Today)).Count); // residents and staff find the older one, and residents not the newer
        Assert.Equal(2, (await LifeChecks.PagesAsync(town)).Count);
        Assert.NotEmpty((await LifeChecks.AskAsync(town, "水車使用料", town.Today)).Faults);
    }

    [Fact]
    public async Task An_answer_cites_what_is_current_so_that_the_check_of_citations_is_not_empty()
    {
        await using var town = await LifeOfTown.OpenAsync(StorageEngine.Sqlite, 8);
        await town.ImportAsync("水車使用料", publish: true);
        var (faults, cited) = await LifeChecks.AskAsync(town, "水車使用料", town.Today);
        Assert.Empty(faults);
        Assert.True(cited > 0);
    }

    private static async Task RunAsync(StorageEngine engine, int seed)
    {
        await using var town = await LifeOfTown.OpenAsync(engine, seed);
        for (var act = 1; act <= ActsInSequence; act++)
        {
            await town.ActAsync();
            var topic = town.SomeTopic();
            List<string> faults =
            [
                .. await LifeChecks.SearchAsync(town, topic, town.Today),
                .. await LifeChecks.SearchAsync(town, topic, town.SomeDay()),
            ];
            if (act % 4 == 0)
            {
                faults.AddRange(await LifeChecks.PagesAsync(town));
                faults.AddRange((await LifeChecks.AskAsync(town, topic, town.Today)).Faults);
                faults.AddRange((await LifeChecks.AskAsync(town, topic, town.SomeDay())).Faults);
            }

            Assert.True(faults.Count == 0, $"seed {seed}:\n{string.Join('\n', faults)}\nafter\n{string.Join('\n', town.Acts)}\nleaving\n{string.Join('\n', town.Model.Versions)}");
        }
    }
}
