using System.Diagnostics;
using System.Globalization;
using Yakuba.Faults.Tests.Histories;
using Yakuba.Faults.Tests.Programs;
using Yakuba.Faults.Tests.Towns;
using Yakuba.Testing;

namespace Yakuba.Faults.Tests.Kills;

/// <summary>A server that people ask and that takes files in, killed after a random number of answers, again and again on the same data.</summary>
public sealed class KilledServerTests
{
    [Fact]
    public Task A_server_killed_under_load_keeps_every_answer_and_every_file() => KillAsync(4, 20261122);

    [Fact, Trait("Run", "nightly")]
    public Task The_same_five_hundred_times() => KillAsync(500, int.Parse(Environment.GetEnvironmentVariable("YAKUBA_FAULT_SEED") ?? "5", CultureInfo.InvariantCulture));

    private static async Task KillAsync(int times, int seed)
    {
        var random = new Random(seed);
        var history = new History((await BaseTown.GetAsync()).History);
        using var stage = new Stage(BaseTown.Data);
        for (var time = 0; time < times; time++)
        {
            var files = stage[$"files{time}"];
            FaultPapers.Write(files, 10 + (time % 40), edition: 1 + (time / 40));
            using var server = await ServingTown.StartAsync(stage.Data);
            using var client = new HttpClient { BaseAddress = server.Address };
            Asker[] askers = [new(1), new(2), new(3)];
            var asking = askers.Select(a => Task.Run(() => a.AskOnAsync(client, default))).ToList();
            var import = Run.YakubaAsync("import", files, "--section", "040", "--publish", "--json", "--data", stage.Data);
            var answers = random.Next(1, 25);
            for (var clock = Stopwatch.StartNew(); askers.Sum(a => a.Answers.Count) < answers; await Task.Delay(1))
            {
                Assert.True(clock.Elapsed < TimeSpan.FromMinutes(1), $"{askers.Sum(a => a.Answers.Count)} answers in a minute, {string.Join('\n', askers.SelectMany(a => a.Refusals).Take(5))}");
            }

            await server.KillAsync();
            await Task.WhenAll(asking);
            foreach (var answer in askers.SelectMany(a => a.Answers))
            {
                Promises.Answer(history, answer);
            }

            var done = await import;
            if (done.Code == 0)
            {
                Promises.Import(history, files, done);
            }

            var findings = await TownCheck.RunAsync(stage.Data, history);
            Assert.True(findings.Count == 0, $"after kill {time + 1}, seed {seed}: {string.Join('\n', findings.Take(20))}");
            if (done.Code != 0)
            {
                var again = await Run.YakubaAsync("import", files, "--section", "040", "--publish", "--json", "--data", stage.Data);
                Assert.True(again.Code == 0, $"once more after kill {time + 1}: {again}");
                Promises.Import(history, files, again);
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{times} kills, {history.Of(PromiseKind.Answer).Count()} answers, {history.Of(PromiseKind.Document).Count()} documents, {TownCheck.LongestSeen}, seed {seed}");
    }
}
