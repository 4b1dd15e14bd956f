namespace Yakuba.Search.Tests;

public sealed class ConcurrencyTests
{
    [Fact]
    public async Task Readers_always_see_whole_commits_while_a_writer_commits_removes_and_merges()
    {
        using var folder = new TemporaryFolder();
        using var writer = IndexWriter.Open(folder.Path, Town.Schema);
        using var index = SearchIndex.Open(folder.Path);
        using var other = SearchIndex.Open(folder.Path); // Like another process: shares nothing but the files.
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 8).Select(number => Task.Run(() => Read(number % 2 == 0 ? index : other, stop.Token))).ToArray();

        for (uint commit = 0; commit < 100; commit++)
        {
            // Each commit brings a group of four passages and takes the group of ten commits ago.
            for (uint ordinal = 0; ordinal < 4; ordinal++)
            {
                writer.Add(Town.Passage(commit, ordinal, "", "通知"));
            }

            if (commit >= 10)
            {
                writer.RemoveGroup(commit - 10);
            }

            writer.Commit();
            if (commit % 7 == 0)
            {
                writer.Merge();
            }
        }

        await stop.CancelAsync();
        Assert.All(await Task.WhenAll(readers), searches => Assert.NotEqual(0, searches));
    }

    private static int Read(SearchIndex index, CancellationToken stop)
    {
        var searches = 0;
        do
        {
            using var snapshot = index.Snapshot();
            var hits = snapshot.Search(Town.InBody("通知"), PermittedGroups.All, 1_000);
            Assert.Equal(snapshot.Passages, hits.Length);
            Assert.True(hits.Length <= 40);
            Assert.All(hits.GroupBy(hit => hit.Group), group => Assert.Equal(4, group.Count()));
            if (hits.Length > 0)
            {
                Assert.Equal(hits.Max(hit => hit.Group) - hits.Min(hit => hit.Group) + 1, (uint)hits.Length / 4);
            }

            searches++;
        }
        while (!stop.IsCancellationRequested);
        return searches;
    }
}
