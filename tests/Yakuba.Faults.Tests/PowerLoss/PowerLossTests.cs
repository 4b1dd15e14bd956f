using System.Collections.Concurrent;
using System.Globalization;
using Yakuba.Faults.Tests.Histories;
using Yakuba.Faults.Tests.Kills;
using Yakuba.Faults.Tests.Towns;

namespace Yakuba.Faults.Tests.PowerLoss;

/// <summary>The disk as it would be found if the power had gone at a sync: what was not synced is gone, torn or out of order. What was acknowledged before is there.</summary>
public sealed class PowerLossTests
{
    private const int Seed = 20261122;

    private static readonly Loss[] Losses = Enum.GetValues<Loss>();

    [Fact]
    public Task After_a_loss_of_power_at_any_sync_all_that_was_acknowledged_is_there() => AllAsync(100, Seed);

    [Fact, Trait("Run", "nightly")]
    public Task The_same_in_five_thousand_pictures_of_the_disk() =>
        AllAsync(5_000, int.Parse(Environment.GetEnvironmentVariable("YAKUBA_FAULT_SEED") ?? "5", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("the database")] // SQLite with synchronous=OFF
    [InlineData("small files")] // a DurableFile that leaves its syncs out, and originals
    [InlineData("/record")] // the folder in which the signed head is renamed
    [InlineData("/originals")] // the folder in which folders of originals are made
    public async Task A_program_that_leaves_out_some_of_its_syncs_is_found_out(string leftOut)
    {
        await BaseTown.GetAsync();
        using var recording = await Recording.MakeAsync(BaseTown.Data, Deeds.Sign, Deeds.Import);
        var findings = await TryAsync(recording, 0, new Random(Seed), call => leftOut switch
        {
            "the database" => IsDatabase(call),
            "small files" => !IsDatabase(call),
            _ => call.Path.EndsWith("/data" + leftOut, StringComparison.Ordinal),
        });
        Assert.NotEmpty(findings);

        static bool IsDatabase(TracedCall call) => call.Path.Contains("yakuba.db", StringComparison.Ordinal);
    }

    private static async Task AllAsync(int pictures, int seed)
    {
        await BaseTown.GetAsync();
        var random = new Random(seed);
        var findings = new List<string>();
        foreach (var (town, deeds, share) in new (string, Deed[], double)[]
        {
            (BaseTown.Data, [Deeds.Sign, Deeds.Import, Deeds.Ask, Deeds.Erase, Deeds.ChangeKey], 0.55),
            (BaseTown.Data, [Deeds.Backup, Deeds.Restore], 0.25),
            (BaseTown.Data, [Deeds.FirstStart], 0.12),
            (BaseTown.Older, [Deeds.Migrate], 0.08),
        })
        {
            using var recording = await Recording.MakeAsync(town, deeds);
            findings.AddRange(await TryAsync(recording, (int)(pictures * share), random, _ => false));
        }

        Assert.True(findings.Count == 0, string.Join("\n", findings.Take(20)));
    }

    /// <summary>Makes pictures of the disk and looks at each.</summary>
    /// <param name="recording">What happened.</param>
    /// <param name="pictures">How many; the ends of the deeds are always among them.</param>
    /// <param name="random">Chooses.</param>
    /// <param name="isLeftOut">Syncs that are taken for never made.</param>
    private static async Task<IReadOnlyCollection<string>> TryAsync(Recording recording, int pictures, Random random, Func<TracedCall, bool> isLeftOut)
    {
        var ends = recording.Deeds.SelectMany((d, i) => Losses.Select(loss => (Deed: i, Calls: d.Calls.Count, Loss: loss))).ToList();
        var syncs = recording.Deeds.SelectMany((d, i) => Enumerable.Range(0, d.Calls.Count).Where(c => d.Calls[c].IsSync).SelectMany(c => new[] { c, c + 1 }).Distinct()
            .SelectMany(calls => Losses.Select(loss => (Deed: i, Calls: calls, Loss: loss)))).ToList();
        var chosen = ends.Concat(Chosen.Of(syncs, Math.Max(0, pictures - ends.Count), random)).ToLookup(p => (p.Deed, p.Calls), p => p.Loss);
        var (findings, looked) = (new ConcurrentQueue<string>(), 0);
        var looks = new List<Task>();
        using var two = new SemaphoreSlim(2);
        for (var deed = 0; deed < recording.Deeds.Count; deed++)
        {
            for (var done = 0; done <= recording.Deeds[deed].Calls.Count; done++)
            {
                foreach (var loss in chosen[(deed, done)])
                {
                    await two.WaitAsync();
                    var stage = Stage.Empty();
                    recording.Start.Show(loss, random, stage.Root);
                    looks.Add(LookAsync(recording, deed, done, loss, stage));
                }

                if (done < recording.Deeds[deed].Calls.Count && recording.Deeds[deed].Calls[done] is var call && !(call.IsSync && isLeftOut(call)))
                {
                    recording.Start.Do(call);
                }
            }
        }

        await Task.WhenAll(looks);
        TestContext.Current.TestOutputHelper?.WriteLine($"{string.Join(", ", recording.Deeds.Select(d => d.Deed))}: {syncs.Count / Losses.Length} moments, {looked} pictures, {TownCheck.LongestSeen}");
        return findings;

        async Task LookAsync(Recording from, int deed, int done, Loss loss, Stage stage)
        {
            try
            {
                foreach (var finding in await Task.Run(() => FindAsync(from, deed, done, stage)))
                {
                    var calls = from.Deeds[deed].Calls;
                    findings.Enqueue($"{from.Deeds[deed].Deed}, {loss} lost after call {done} of {calls.Count} ({(done == 0 ? "" : calls[done - 1].Name + " " + calls[done - 1].Path)}): {finding}");
                }

                Interlocked.Increment(ref looked);
            }
            finally
            {
                stage.Dispose();
                two.Release();
            }
        }
    }

    private static async Task<IReadOnlyList<string>> FindAsync(Recording recording, int at, int done, Stage stage)
    {
        var isOver = done == recording.Deeds[at].Calls.Count;
        var history = isOver ? recording.Deeds[at].After : recording.Deeds[at].Before;
        List<string> findings = [.. await TownCheck.RunAsync(stage.Data, history)];
        for (var i = 0; i <= at; i++)
        {
            findings.AddRange(await recording.Deeds[i].Deed.LookBeside(stage, i < at || isOver, history));
        }

        return findings;
    }
}
