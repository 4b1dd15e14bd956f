using System.Collections.Concurrent;
using System.Globalization;
using Yakuba.Faults.Tests.Histories;
using Yakuba.Faults.Tests.Programs;
using Yakuba.Faults.Tests.Towns;

namespace Yakuba.Faults.Tests.Kills;

/// <summary>The real program, ended by SIGKILL right before a write, a sync, a rename. Nothing acknowledged is lost, nothing is there twice, nothing half.</summary>
public sealed class KilledTests
{
    private const int Seed = 20261122;

    public static TheoryData<string> Names => [.. Deeds.All.Select(d => d.Deed.Name)];

    [Theory, MemberData(nameof(Names))]
    public Task A_program_killed_at_any_write_or_sync_loses_nothing_that_it_acknowledged(string deed) => KillAsync(deed, 1, Seed);

    [Theory, MemberData(nameof(Names)), Trait("Run", "nightly")]
    public Task The_same_at_every_point(string deed) => KillAsync(deed, 100, int.Parse(Environment.GetEnvironmentVariable("YAKUBA_FAULT_SEED") ?? "5", CultureInfo.InvariantCulture));

    private static async Task KillAsync(string name, int times, int seed)
    {
        var (deed, share) = Deeds.All.Single(d => d.Deed.Name == name);
        var town = await BaseTown.GetAsync();
        var all = await CountAsync(deed);
        var points = Chosen.Of(all, share * times, new Random(seed));
        var (findings, killed) = (new ConcurrentQueue<string>(), 0);
        await Parallel.ForEachAsync(points.Select((p, i) => (Point: p, Number: i)), new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (at, _) =>
        {
            using var stage = new Stage(deed.Town);
            deed.Prepare(stage);
            var history = new History(town.History);
            var (ran, _) = await Strace.InjectAsync(at.Point, "signal=KILL", deed.Command(stage));
            Interlocked.Add(ref killed, ran.Code == 137 ? 1 : 0);
            foreach (var finding in await AfterAsync(deed, stage, ran, history, at.Number))
            {
                findings.Enqueue($"{deed} killed at {at.Point}: {finding} [{ran}]");
            }
        });

        TestContext.Current.TestOutputHelper?.WriteLine($"{deed}: {all.Count} points, {points.Count} tried, {killed} killed, {TownCheck.LongestSeen}, seed {seed}");
        Assert.True(findings.IsEmpty, string.Join("\n", findings.Take(20)));
        Assert.True(killed >= points.Count / 2, $"only {killed} of {points.Count} runs were killed"); // threads share the calls anew in each run
    }

    /// <summary>What stands after a fault, and after the same was done once more.</summary>
    internal static async Task<IReadOnlyList<string>> AfterAsync(Deed deed, Stage stage, Ran ran, History history, int number)
    {
        if (ran.Code == 0)
        {
            deed.Acknowledge(stage, ran, history);
        }

        List<string> findings = [.. await TownCheck.RunAsync(stage.Data, history, isVerifiedApart: number % 25 == 0), .. await deed.LookBeside(stage, ran.Code == 0, history)];
        if (number % 4 == 0 && deed.IsRepeated(stage))
        {
            var again = await Run.YakubaAsync(deed.Command(stage));
            if (again.Code != 0)
            {
                findings.Add("once more: " + again);
            }
            else
            {
                deed.Acknowledge(stage, again, history);
                findings.AddRange((await TownCheck.RunAsync(stage.Data, history)).Select(f => "once more: " + f));
                findings.AddRange((await deed.LookBeside(stage, true, history)).Select(f => "once more: " + f));
            }
        }

        return findings;
    }

    private static async Task<IReadOnlyList<KillPoint>> CountAsync(Deed deed)
    {
        using var stage = new Stage(deed.Town);
        deed.Prepare(stage);
        var (ran, points) = await Strace.PointsAsync(stage.Root, deed.Command(stage));
        Assert.True(ran.Code == 0, ran.ToString());
        return points;
    }
}
