using System.Diagnostics;

namespace Yakuba.Search.Tests;

/// <summary>One writer that adds, removes and merges beside 64 readers, each of which checks what it finds.</summary>
public sealed class SoakTests : IDisposable
{
    private const int Readers = 64;
    private const uint Kept = 40;
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Sixty_four_readers_see_whole_commits_for_some_seconds() => await RunAsync(TimeSpan.FromSeconds(4));

    [Fact]
    [Trait("Run", "nightly")]
    public async Task Sixty_four_readers_see_whole_commits_for_ten_minutes() => await RunAsync(TimeSpan.FromMinutes(10));

    private async Task RunAsync(TimeSpan time)
    {
        using var writer = IndexWriter.Open(_folder.Path, PhraseTown.Schema);
        using var index = SearchIndex.Open(_folder.Path);
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, Readers).Select(number => Task.Factory.StartNew(
            () => Read(index, new Random(number), stop.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();
        var begun = Stopwatch.GetTimestamp();
        uint commit = 0;
        for (; (Stopwatch.GetElapsedTime(begun) < time || commit <= 2 * Kept) && !readers.Any(reader => reader.IsFaulted); commit++)
        {
            for (uint ordinal = 0; ordinal < 4; ordinal++)
            {
                writer.Add(Town.Passage(commit, ordinal, $"第{commit % 7}", $"通知 書 第{ordinal}"));
            }

            if (commit >= Kept)
            {
                writer.RemoveGroup(commit - Kept);
            }

            writer.Commit();
            if (commit % 11 == 0)
            {
                writer.Merge();
            }
            else if (commit % 97 == 0)
            {
                writer.MergeAll();
            }
        }

        await stop.CancelAsync();
        var searches = await Task.WhenAll(readers);
        TestContext.Current.SendDiagnosticMessage("{0} commits, {1} searches.", commit, searches.Sum());
        Assert.True(commit > Kept);
        Assert.All(searches, count => Assert.NotEqual(0, count));
    }

    private static long Read(SearchIndex index, Random random, CancellationToken stop)
    {
        long searches = 0;
        do
        {
            using var snapshot = index.Snapshot();
            var hits = snapshot.Search(Town.InBody("通知"), PermittedGroups.All, 1_000);
            Assert.Equal(snapshot.Passages, hits.Length);
            Assert.True(hits.Length <= (Kept + 1) * 4);
            if (hits.Length > 0)
            {
                var (first, last) = (hits.Min(hit => hit.Group), hits.Max(hit => hit.Group));
                Assert.Equal((last - first + 1) * 4, (uint)hits.Length);
                var some = Enumerable.Range(0, 5).Select(_ => first + (uint)random.Next((int)(last - first) + 1)).ToHashSet();
                var found = snapshot.Search(Town.InBody("第2") with { Phrases = [new(1, ["通知", "書"], 1, IsRequired: true)] }, PermittedGroups.Of(some), 1_000);
                Assert.Equal(some.Order(), found.Select(hit => hit.Group).Distinct().Order());
                Assert.Equal(some.Count * 4, found.Length);
                Assert.All(found.Take(some.Count), hit => Assert.Equal(2u, hit.Ordinal)); // It alone holds the term, too.
            }

            searches++;
        }
        while (!stop.IsCancellationRequested);
        return searches;
    }
}
