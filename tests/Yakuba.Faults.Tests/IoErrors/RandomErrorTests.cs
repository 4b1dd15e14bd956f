using System.Collections.Concurrent;
using Yakuba.Faults.Tests.Histories;
using Yakuba.Faults.Tests.Kills;
using Yakuba.Faults.Tests.Programs;
using Yakuba.Faults.Tests.Towns;

namespace Yakuba.Faults.Tests.IoErrors;

/// <summary>Reads, writes, syncs and renames that fail at random all through a run, and come out short (libfiu, which takes no seed). The program may stop; the data is never wrong.</summary>
public sealed class RandomErrorTests
{
    [Fact, Trait("Run", "nightly")] // like what follows: what chance found could not be repeated
    public Task Errors_at_random_make_no_data_wrong() => FailAsync(1, 0.01);

    [Fact, Trait("Run", "nightly")]
    public Task The_same_fifty_times_each_with_fewer_and_more() => FailAsync(50, 0.001, 0.01, 0.05);

    private static async Task FailAsync(int times, params double[] chances)
    {
        var town = await BaseTown.GetAsync();
        Deed[] deeds = [Deeds.Import, Deeds.Ask, Deeds.ChangeKey, Deeds.Migrate, Deeds.Backup];
        var (findings, stopped) = (new ConcurrentQueue<string>(), 0);
        var runs = (from time in Enumerable.Range(0, times) from deed in deeds from chance in chances select (deed, chance, time)).ToList();
        await Parallel.ForEachAsync(runs, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (run, _) =>
        {
            using var stage = new Stage(run.deed.Town);
            run.deed.Prepare(stage);
            var history = new History(town.History);
            string[] command = [.. FailingDisk.Under(stage["fiu"], run.chance), Run.Yakuba, .. run.deed.Command(stage)];
            var ran = await Run.ProgramAsync(command[0], command[1..]);
            Interlocked.Add(ref stopped, ran.Code == 0 ? 0 : 1);
            foreach (var finding in await KilledTests.AfterAsync(run.deed, stage, ran, history, run.time))
            {
                findings.Enqueue($"{run.deed}, {run.chance:P1}: {finding} [{ran}]");
            }
        });
        TestContext.Current.TestOutputHelper?.WriteLine($"{runs.Count} runs, {stopped} stopped the program");
        Assert.True(findings.IsEmpty, string.Join("\n", findings.Take(20)));
        Assert.True(stopped > 0 || times == 1, "no error was seen by any run: is libfiu there?");
    }
}
