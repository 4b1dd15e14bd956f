using System.Diagnostics;
using Yakuba.Faults.Tests.Histories;
using Yakuba.Faults.Tests.Kills;
using Yakuba.Faults.Tests.Programs;
using Yakuba.Faults.Tests.Towns;
using Yakuba.Office.Operate.RestoreBackup;
using Yakuba.Platform;
using Yakuba.Testing;

namespace Yakuba.Faults.Tests.Postgres;

/// <summary>PostgreSQL restarted while people ask: what was answered is there, what was not says that it may be asked again, and soon it can be.</summary>
public sealed class RestartTests
{
    // Ten seconds are the figure on a quiet machine; it is reported. A test must not fail because others build beside it.
    private static readonly TimeSpan LongestRecovery = TimeSpan.FromSeconds(60);

    [Fact]
    public Task Answers_go_on_after_each_way_of_stopping_the_database_server() => RestartAsync(1, TimeSpan.FromSeconds(1));

    [Fact, Trait("Run", "nightly")]
    public Task The_same_every_twenty_seconds() => RestartAsync(5, TimeSpan.FromSeconds(20));

    private static async Task RestartAsync(int times, TimeSpan between)
    {
        var town = await BaseTown.GetAsync();
        await using var server = await OwnPostgres.StartAsync();
        using var folder = new TemporaryFolder();
        var data = folder["data"];
        var restored = await new RestoreBackupHandler(TimeProvider.System).HandleAsync(new(BaseTown.Backup, data, server.Connection, "town"), Actor.Console("test"), (_, _, _) => { }, default);
        Assert.Null(restored.Problem);
        var history = Kills.Restored.HistoryOf(town.History);
        var (open, fault) = await OpenTown.OpenAsync(data);
        Assert.True(open is not null, fault);
        await using (open)
        {
            using var client = new HttpClient { BaseAddress = open.Address };
            using var over = new CancellationTokenSource();
            var longest = TimeSpan.Zero;
            Asker[] askers = [new(1), new(2), new(3)];
            var asking = askers.Select(a => Task.Run(() => a.AskOnAsync(client, over.Token))).ToList();
            for (var i = 0; i < times; i++)
            {
                foreach (var stop in new Func<Task>[] { () => server.RestartAsync("fast"), () => server.RestartAsync("immediate"), () => Task.Run(server.KillBackend) })
                {
                    await Task.Delay(between);
                    await stop();
                    var before = Answered();
                    for (var clock = Stopwatch.StartNew(); Answered() < before + 3; await Task.Delay(20))
                    {
                        longest = clock.Elapsed > longest ? clock.Elapsed : longest;
                        Assert.True(clock.Elapsed < LongestRecovery, "no answer within a minute: " + string.Join('\n', Refused().TakeLast(5)));
                    }
                }
            }

            await over.CancelAsync();
            await Task.WhenAll(asking);
            foreach (var answer in askers.SelectMany(a => a.Answers))
            {
                Promises.Answer(history, answer);
            }

            TestContext.Current.TestOutputHelper?.WriteLine($"{Answered()} answers, longest recovery {longest.TotalSeconds:F1} s, {Refused().Count()} refused: {string.Join(", ", Refused().GroupBy(f => f).Select(g => $"{g.Key} {g.Count()}"))}");
            Assert.DoesNotContain(Refused(), f => !f.StartsWith("503 ", StringComparison.Ordinal)); // each may simply be asked again

            int Answered() => askers.Sum(a => a.Answers.Count);

            IEnumerable<string> Refused() => askers.SelectMany(a => a.Refusals);
        }

        Assert.Empty(await TownCheck.RunAsync(data, history));
    }
}
