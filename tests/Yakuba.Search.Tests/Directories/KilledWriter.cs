namespace Yakuba.Search.Tests.Directories;

/// <summary>
/// A process that commits and merges until it is killed. Each commit adds a group of three passages and takes the group of twenty
/// commits ago; its number is printed once the commit returned.
/// </summary>
internal static class KilledWriter
{
    internal const string Verb = "write-until-killed";
    internal const uint Kept = 20;

    internal static int Run(string directory, int seed)
    {
        var random = new Random(seed);
        using var writer = IndexWriter.Open(directory, PhraseTown.Schema);
        for (var commit = First(directory); ; commit++)
        {
            for (uint ordinal = 0; ordinal < 3; ordinal++)
            {
                writer.Add(Town.Passage(commit, ordinal, "", "通知 書 " + string.Join(' ', Enumerable.Range(0, 30).Select(_ => $"語{random.Next(500)}"))));
            }

            if (commit >= Kept)
            {
                writer.RemoveGroup(commit - Kept);
            }

            writer.Commit();
            Console.Out.WriteLine(commit);
            Console.Out.Flush();
            if (random.Next(3) == 0)
            {
                writer.Merge();
            }
            else if (random.Next(5) == 0)
            {
                writer.MergeAll();
            }
        }
    }

    /// <summary>Groups in the index, ascending; each must be whole.</summary>
    internal static List<uint> Groups(string directory)
    {
        using var index = SearchIndex.Open(directory);
        using var snapshot = index.Snapshot();
        snapshot.Verify();
        var hits = snapshot.Search(new IndexQuery([]) { Phrases = [new(1, ["通知", "書"], 1)] }, PermittedGroups.All, 1_000);
        Assert.Equal(snapshot.Passages, hits.Length);
        var groups = hits.GroupBy(hit => hit.Group).ToList();
        Assert.All(groups, group => Assert.Equal([0u, 1u, 2u], group.Select(hit => hit.Ordinal).Order()));
        return [.. groups.Select(group => group.Key).Order()];
    }

    private static uint First(string directory) => Groups(directory) is [.., var last] ? last + 1 : 0;
}
