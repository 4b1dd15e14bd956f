using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Yakuba.Faults.Tests.Histories;
using Yakuba.Faults.Tests.Kills;
using Yakuba.Faults.Tests.Programs;
using Yakuba.Faults.Tests.Towns;
using Yakuba.Platform.Data;

namespace Yakuba.Faults.Tests.IoErrors;

/// <summary>A write, a sync, a rename that fails, at its n-th time in each thread, by EIO and by ENOSPC. The program may stop, then it says by name what is wrong with the disk; what it acknowledged is there, and import, ask, change-key, migration and backup, done once more, succeed (every fourth is tried).</summary>
public sealed partial class FailingCallTests
{
    private static readonly Deed[] Tried = [Deeds.Import, Deeds.Ask, Deeds.Erase, Deeds.ChangeKey, Deeds.Migrate, Deeds.Backup, Deeds.Restore, Deeds.FirstStart];

    public static TheoryData<string> Names => [.. Tried.Select(d => d.Name)];

    [Theory, MemberData(nameof(Names))]
    public Task A_call_that_fails_once_is_told_and_loses_nothing(string deed) => FailAsync(deed, deed == Deeds.Import.Name ? 8 : 3, 20261122);

    [Theory, MemberData(nameof(Names)), Trait("Run", "nightly")]
    public Task The_same_at_every_call(string deed) => FailAsync(deed, int.MaxValue, int.Parse(Environment.GetEnvironmentVariable("YAKUBA_FAULT_SEED") ?? "5", CultureInfo.InvariantCulture));

    [Theory, InlineData("EIO"), InlineData("ENOSPC")] // SQLite gives no reason for a sync that failed: the words name both
    public async Task A_sync_of_the_database_that_failed_is_told_as_the_disks_fault(string error)
    {
        await BaseTown.GetAsync();
        using var stage = new Stage(BaseTown.Data);
        var ran = await Strace.FailSyncsAsync(Path.Combine(stage.Data, "yakuba.db-wal"), error, Deeds.Sign.Command(stage));

        Assert.True(ran.Code == StorageProblems.DiskFailed.ExitCode, ran.ToString());
        Assert.Contains(StorageProblems.DiskFailed.Name, ran.Errors);
        Assert.Contains(StorageProblems.DiskFailed.Message, ran.Errors);
        var again = await Run.YakubaAsync(Deeds.Sign.Command(stage));
        Assert.True(again.Code == 0, again.ToString());
    }

    [Fact]
    public void What_is_drawn_depends_on_the_point_and_the_seed_and_not_on_what_else_there_is()
    {
        var points = Enumerable.Range(1, 200).Select(n => new KillPoint("fsync", n, "")).ToList();
        string[] Of(IEnumerable<KillPoint> all, int seed) => [.. all.OrderBy(p => Drawn(seed, p, "EIO"), StringComparer.Ordinal).Take(3).Select(p => p.ToString())];
        var (drawn, random) = (Of(points, 1), new Random(1));
        var others = points.Where(p => !drawn.Contains(p.ToString())).OrderBy(_ => random.Next()).Skip(30);
        Assert.Equal(drawn, Of([.. others, .. points.Where(p => drawn.Contains(p.ToString()))], 1));
        Assert.NotEqual(drawn, Of(points, 2));
    }

    private static async Task FailAsync(string name, int most, int seed)
    {
        var deed = Tried.Single(d => d.Name == name);
        var town = await BaseTown.GetAsync();
        var all = (await CallsAsync(deed)).SelectMany(p => new[] { (Point: p, Error: "EIO"), (Point: p, Error: "ENOSPC") }).ToList();
        var chosen = all.OrderBy(p => Drawn(seed, p.Point, p.Error), StringComparer.Ordinal).Take(most).ToList();
        var (findings, failed, stopped, told) = (new ConcurrentQueue<string>(), 0, 0, new ConcurrentDictionary<string, int>());
        await Parallel.ForEachAsync(chosen.Select((p, i) => (p.Point, p.Error, Number: i)), new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (at, _) =>
        {
            using var stage = new Stage(deed.Town);
            deed.Prepare(stage);
            var history = new History(town.History);
            var (ran, hasFailed) = await Strace.InjectAsync(at.Point, $"error={at.Error}", deed.Command(stage));
            Interlocked.Add(ref failed, hasFailed ? 1 : 0);
            Interlocked.Add(ref stopped, ran.Code == 0 ? 0 : 1);
            List<string> found = [.. await KilledTests.AfterAsync(deed, stage, ran, history, at.Number)];
            if (ran.Code != 0 && !Run.IsNamed(ran))
            {
                found.Add("it stopped and did not say why");
            }

            told.AddOrUpdate(ran.Code == 0 ? "none" : Named().Match(ran.Output + ran.Errors) is { Success: true } named ? named.Groups[1].Value : "?", 1, (_, times) => times + 1);
            foreach (var finding in found)
            {
                findings.Enqueue($"{deed}, {at.Error} at {at.Point}: {finding} [{ran}]");
            }
        });
        TestContext.Current.TestOutputHelper?.WriteLine($"{deed}: {all.Count} failures, {chosen.Count} tried, {failed} came, {stopped} stopped the program ({string.Join(", ", told.OrderBy(t => t.Key).Select(t => $"{t.Key} {t.Value}"))}), seed {seed}");
        Assert.True(findings.IsEmpty, string.Join("\n", findings.Take(20)));
        Assert.True(failed > 0, "no call was failed");
        Assert.True(stopped > 0 || most < int.MaxValue, "no failure stopped the program"); // of a few, all may be of the kind that is rightly borne
    }

    [Theory]
    [InlineData("EIO", "storage-disk-failed")]
    [InlineData("ENOSPC", "storage-disk-full")]
    public async Task A_sync_of_a_folder_that_failed_fails_the_restore_and_leaves_nothing(string error, string name)
    {
        await BaseTown.GetAsync();
        using var stage = new Stage(Deeds.Restore.Town);
        Deeds.Restore.Prepare(stage);
        var ran = await Strace.FailSyncsAsync(stage.Root, error, Deeds.Restore.Command(stage)); // the last of its syncs: yakuba.json is in place by then

        Assert.True(ran.Code != 0, ran.ToString());
        Assert.Contains(name, ran.Output + ran.Errors);
        Assert.Empty(Directory.EnumerateFileSystemEntries(stage["restored"]));
        var again = await Run.YakubaAsync(Deeds.Restore.Command(stage));
        Assert.True(again.Code == 0, again.ToString());
    }

    [Fact]
    public async Task A_folder_that_cannot_be_opened_to_be_synced_fails_the_restore()
    {
        await BaseTown.GetAsync();
        using var stage = new Stage(Deeds.Restore.Town);
        Deeds.Restore.Prepare(stage);
        var ran = await Strace.FailOpensAsync(stage.Root, "EIO", Deeds.Restore.Command(stage));

        Assert.True(ran.Code == StorageProblems.DiskFailed.ExitCode, ran.ToString());
        Assert.Contains(StorageProblems.DiskFailed.Name, ran.Output + ran.Errors);
        Assert.Empty(Directory.EnumerateFileSystemEntries(stage["restored"]));
        var unreadable = await Strace.FailOpensAsync(stage.Root, "EACCES", Deeds.Restore.Command(stage)); // somebody else's folder, above ours
        Assert.True(unreadable.Code == 0, unreadable.ToString());
    }

    private static async Task<IReadOnlyList<KillPoint>> CallsAsync(Deed deed)
    {
        await BaseTown.GetAsync();
        using var stage = new Stage(deed.Town);
        deed.Prepare(stage);
        var (ran, points) = await Strace.PointsAsync(stage.Root, deed.Command(stage));
        Assert.True(ran.Code == 0, ran.ToString());
        return points;
    }

    // By the point itself, not by its place in a list that each run makes anew: a run that changed nothing tries what the run before tried.
    private static string Drawn(int seed, KillPoint point, string error) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed} {point.Call}:{point.When} {error}"))));

    [GeneratedRegex("(?:\"problem\": \"|（)([a-z]+(?:-[a-z]+)+)")]
    private static partial Regex Named();
}
