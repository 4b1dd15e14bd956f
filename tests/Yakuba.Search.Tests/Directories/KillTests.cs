using System.Diagnostics;
using System.Globalization;

namespace Yakuba.Search.Tests.Directories;

/// <summary>Kills a writing process (SIGKILL) at random moments of commits and merges, again and again over the same directory.</summary>
public sealed class KillTests : IDisposable
{
    private const int Kills = 30;
    private const int NightlyKills = 300;
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Nothing_committed_is_lost_when_the_writer_is_killed() => await KillAsync(Kills);

    [Fact]
    [Trait("Run", "nightly")]
    public async Task Nor_is_it_in_three_hundred_kills() => await KillAsync(NightlyKills);

    private async Task KillAsync(int kills)
    {
        var directory = _folder.At("index");
        IndexWriter.Open(directory, PhraseTown.Schema).Dispose();
        var random = new Random(5);
        var (commits, orphaned) = (0L, 0);
        for (var kill = 0; kill < kills; kill++)
        {
            var last = await RunUntilKilledAsync(directory, kill, TimeSpan.FromMilliseconds(random.Next(5, 120)));
            var groups = KilledWriter.Groups(directory);

            // The commit that was under way may have happened; all that were reported must have.
            Assert.InRange(groups[^1], last, last + 1);
            Assert.Equal(Enumerable.Range(0, groups.Count).Select(i => groups[0] + (uint)i), groups);
            Assert.Equal((int)Math.Min(KilledWriter.Kept, groups[^1] + 1), groups.Count);
            commits = groups[^1];
            orphaned += Directory.GetFiles(directory, "segment-*").Length > 8 || File.Exists(Path.Combine(directory, "manifest.new")) ? 1 : 0;
        }

        TestContext.Current.SendDiagnosticMessage("{0} commits survived {1} kills; {2} kills left files that no manifest names.", commits, kills, orphaned);
        Assert.True(commits >= kills - 1, "The writer was killed before it wrote; this shows nothing.");
        using (IndexWriter.Open(directory, PhraseTown.Schema))
        {
            Assert.False(File.Exists(Path.Combine(directory, "manifest.new")));
        }
    }

    /// <returns>The last commit that the process reported; at least one is waited for, so that the kill falls into its work.</returns>
    private static async Task<uint> RunUntilKilledAsync(string directory, int seed, TimeSpan after)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [KilledWriter.Verb, directory, seed.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
        {
            start.ArgumentList.Insert(0, typeof(KillTests).Assembly.Location);
        }

        using var process = Process.Start(start)!;
        var last = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The writer ended before it wrote.");
        var kill = Task.Delay(after).ContinueWith(_ => process.Kill(), TaskScheduler.Default);
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            last = line;
        }

        await kill;
        await process.WaitForExitAsync();
        return uint.Parse(last, CultureInfo.InvariantCulture);
    }
}
