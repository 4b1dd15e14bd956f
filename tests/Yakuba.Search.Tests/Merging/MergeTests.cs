using Yakuba.Search.Merging;

namespace Yakuba.Search.Tests.Merging;

public sealed class MergeTests
{
    [Theory]
    [InlineData(1, 20)] // Fewer words would occur so often in a passage that 8 bits do not tell the counts apart.
    [InlineData(2, 30)]
    [InlineData(3, 300)]
    [InlineData(4, 3_000)]
    public void A_merged_index_answers_like_one_built_afresh(int seed, int words)
    {
        using var folder = new TemporaryFolder();
        var town = new RandomTown(seed, words);
        using var writer = IndexWriter.Open(folder.At("merged"), RandomTown.Schema);
        for (var commit = 0; commit < 4; commit++)
        {
            town.RemoveSome(writer, 0.3);
            town.AddGroups(writer, 60);
            town.Add(writer, town.Groups.FirstOrDefault(1u));
            town.Commit(writer);
        }

        writer.MergeAll();
        using var fresh = IndexWriter.Open(folder.At("fresh"), RandomTown.Schema);
        foreach (var entry in town.Live)
        {
            fresh.Add(entry);
        }

        fresh.Commit();
        using var mergedIndex = SearchIndex.Open(folder.At("merged"));
        using var freshIndex = SearchIndex.Open(folder.At("fresh"));
        using var merged = mergedIndex.Snapshot();
        using var expected = freshIndex.Snapshot();
        Assert.Equal(1, merged.Segments);
        Assert.Equal(expected.Passages, merged.Passages);
        for (var i = 0; i < 50; i++)
        {
            var query = i % 2 == 0 ? town.Query() : town.QueryWithPhrases();
            Assert.Equal(expected.Search(query, PermittedGroups.All, 1_000), merged.Search(query, PermittedGroups.All, 1_000));
        }
    }

    [Fact]
    public void Many_small_commits_become_few_segments_and_nothing_is_lost()
    {
        using var folder = new TemporaryFolder();
        using var writer = IndexWriter.Open(folder.Path, Town.Schema);
        using var index = SearchIndex.Open(folder.Path);
        for (uint i = 0; i < 100; i++)
        {
            writer.Add(Town.Passage(i, 0, "", "告示"));
            writer.Commit();
            writer.Merge();
            using var snapshot = index.Snapshot();
            Assert.InRange(snapshot.Segments, 1, MergePlan.SegmentsInTier);
            Assert.Equal((int)i + 1, snapshot.Search(Town.InBody("告示"), PermittedGroups.All, 1_000).Length);
        }
    }

    [Fact]
    public void A_segment_that_lost_half_of_its_passages_is_written_again_without_them()
    {
        using var folder = new TemporaryFolder();
        using var writer = IndexWriter.Open(folder.Path, Town.Schema);
        for (uint i = 0; i < 10; i++)
        {
            writer.Add(Town.Passage(i, 0, "", "告示"));
        }

        writer.Commit();
        for (uint i = 0; i < 6; i++)
        {
            writer.RemoveGroup(i);
        }

        writer.Merge();
        using var index = SearchIndex.Open(folder.Path);
        using var snapshot = index.Snapshot();
        Assert.Equal(4, snapshot.DocumentFrequency(1, "告示", PermittedGroups.All)); // Removed passages count until a merge drops them.
        Assert.Empty(Directory.GetFiles(folder.Path, "*.removed-*"));
    }

    [Theory]
    [InlineData(25, true)]
    [InlineData(11, false)]
    public void A_segment_whose_mean_lengths_are_more_than_a_tenth_off_is_sealed_anew(int words, bool isRewritten)
    {
        using var folder = new TemporaryFolder();
        using var writer = IndexWriter.Open(folder.At("grown"), Town.Schema);
        using var fresh = IndexWriter.Open(folder.At("fresh"), Town.Schema);
        for (uint group = 0; group < 200; group++)
        {
            var length = group < 100 ? 10 : words; // The mean goes from 10 to the middle between 10 and that.
            var passage = Town.Passage(group, 0, "", "告示 " + string.Join(' ', Enumerable.Range(0, length - 1)));
            writer.Add(passage);
            fresh.Add(passage);
            if (group == 99)
            {
                writer.Commit();
            }
        }

        fresh.Commit();
        writer.Merge();
        Assert.Equal(!isRewritten, File.Exists(Path.Combine(folder.At("grown"), "segment-00000001")));
        using var grownIndex = SearchIndex.Open(folder.At("grown"));
        using var freshIndex = SearchIndex.Open(folder.At("fresh"));
        using var grown = grownIndex.Snapshot();
        using var expected = freshIndex.Snapshot();
        var hits = grown.Search(Town.InBody("告示 3"), PermittedGroups.All, 200);
        Assert.Equal(isRewritten, hits.SequenceEqual(expected.Search(Town.InBody("告示 3"), PermittedGroups.All, 200)));
    }

    [Fact]
    public void A_merge_takes_no_more_than_a_segment_can_hold()
    {
        MergePlan.Size[] sizes = [.. Enumerable.Range(1, 8).Select(i => new MergePlan.Size(i * 10, i * 10))];

        Assert.Equal([0, 1, 2, 3], MergePlan.Next(sizes, 100));
        Assert.Equal([0, 1, 2, 3], MergePlan.Everything(sizes, 100));
        Assert.Empty(MergePlan.Next(sizes, 20));
    }
}
