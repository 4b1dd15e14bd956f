namespace Yakuba.Search.Tests;

public sealed class IndexWriterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Nothing_is_seen_before_a_commit_and_what_was_not_committed_is_forgotten()
    {
        using (var writer = IndexWriter.Open(_folder.Path, Town.Schema))
        {
            writer.Add(Town.Passage(1, 0, "ごみ", "収集 日"));
            Assert.Empty(Search("収集"));
        }

        using (IndexWriter.Open(_folder.Path, Town.Schema))
        {
            Assert.Empty(Search("収集"));
        }
    }

    [Fact]
    public void A_group_added_again_replaces_its_passages_of_earlier_commits()
    {
        using var writer = IndexWriter.Open(_folder.Path, Town.Schema);
        writer.Add(Town.Passage(7, 0, "", "粗大 ごみ"));
        writer.Add(Town.Passage(7, 1, "", "粗大 料金"));
        writer.Commit();
        writer.Add(Town.Passage(7, 0, "", "粗大 予約"));
        writer.Commit();

        Assert.Equal([(7u, 0u)], Search("粗大").Places());
        Assert.Empty(Search("料金"));
    }

    [Fact]
    public void Removing_a_group_also_drops_what_waits_for_the_commit_but_not_what_comes_after()
    {
        using var writer = IndexWriter.Open(_folder.Path, Town.Schema);
        writer.Add(Town.Passage(1, 0, "", "旧 手数料"));
        writer.Add(Town.Passage(2, 0, "", "旧 使用料"));
        writer.RemoveGroup(1);
        writer.Add(Town.Passage(1, 0, "", "新 手数料"));
        writer.RemoveGroup(99);
        writer.Commit();

        Assert.Equal([(2u, 0u)], Search("旧").Places());
        Assert.Equal([(1u, 0u)], Search("新").Places());
    }

    [Fact]
    public void A_segment_without_a_live_group_is_named_no_more_and_its_files_go()
    {
        using var writer = IndexWriter.Open(_folder.Path, Town.Schema);
        writer.Add(Town.Passage(1, 0, "", "水道"));
        writer.Commit();
        writer.RemoveGroup(1);
        writer.Commit();

        Assert.Empty(Search("水道"));
        Assert.Empty(Directory.GetFiles(_folder.Path, "segment-*"));
    }

    [Fact]
    public void A_passage_added_twice_is_refused()
    {
        using var writer = IndexWriter.Open(_folder.Path, Town.Schema);
        writer.Add(Town.Passage(1, 0, "", "税"));

        Assert.Throws<ArgumentException>(() => writer.Add(Town.Passage(1, 0, "", "税")));
    }

    [Fact]
    public void An_entry_must_have_a_list_for_each_field()
    {
        using var writer = IndexWriter.Open(_folder.Path, Town.Schema);

        Assert.Throws<ArgumentException>(() => writer.Add(new IndexEntry(1, 0, [["税"]])));
    }

    [Fact]
    public void Slices_of_a_text_are_indexed_like_strings()
    {
        using var writer = IndexWriter.Open(_folder.Path, Town.Schema);
        var text = "住民票の写し住民票".AsMemory();
        writer.Add(4, 2, [ReadOnlyMemory<ReadOnlyMemory<char>>.Empty, new[] { text[..3], text[4..6], text[6..] }]);
        writer.Add(Town.Passage(5, 0, "", "住民票 写し 住民票"));
        writer.Commit();

        var hits = Search("住民票");
        Assert.Equal([(4u, 2u), (5u, 0u)], hits.Places());
        Assert.Equal(hits[0].Score, hits[1].Score);
        Assert.Throws<ArgumentException>(() => writer.Add(6, 0, []));
    }

    [Fact]
    public void A_commit_too_large_for_memory_is_sealed_in_parts_and_published_whole()
    {
        using var writer = IndexWriter.Open(_folder.Path, Town.Schema);
        writer.Add(Town.Passage(7, 0, "", "旧 規則"));
        writer.Commit();
        writer.SealAfterPostings = 20;
        for (uint group = 0; group < 40; group++)
        {
            writer.Add(Town.Passage(group, 0, "", "新 規則"));
            writer.Add(Town.Passage(group, 1, "", "新 様式"));
        }

        writer.RemoveGroup(3);
        writer.Add(Town.Passage(4, 9, "", "新 附則")); // Not replaced: passages of one commit belong together.
        Assert.Equal([(7u, 0u)], Search("旧").Places());
        writer.Commit();

        Assert.Empty(Search("旧"));
        using var index = SearchIndex.Open(_folder.Path);
        using var snapshot = index.Snapshot();
        Assert.True(snapshot.Segments > 3);
        var found = snapshot.Search(Town.InBody("新"), PermittedGroups.All, 1_000).Places();
        Assert.Equal((39 * 2) + 1, found.Length);
        Assert.DoesNotContain(3u, found.Select(place => place.Group));
        writer.MergeAll();
        using var merged = index.Snapshot();
        Assert.Equal(found.Order(), merged.Search(Town.InBody("新"), PermittedGroups.All, 1_000).Places().Order());
    }

    [Fact]
    public void A_group_larger_than_memory_is_sealed_in_parts_and_found_and_replaced_whole()
    {
        using var writer = IndexWriter.Open(_folder.Path, Town.Schema);
        writer.Add(Town.Passage(7, 0, "", "旧 規則"));
        writer.Commit();
        writer.SealAfterPostings = 20;
        for (uint ordinal = 0; ordinal < 100; ordinal++)
        {
            writer.Add(Town.Passage(7, ordinal, "", "新 規則"));
        }

        writer.Commit();
        using var index = SearchIndex.Open(_folder.Path);
        using var parts = index.Snapshot();
        Assert.True(parts.Segments > 3);
        Assert.Equal(100, parts.Passages);
        Assert.Empty(Search("旧"));
        Assert.Equal(Enumerable.Range(0, 100).Select(o => (7u, (uint)o)), parts.Search(Town.InBody("新"), PermittedGroups.Of([7]), 1_000).Places().Order());
        Assert.Empty(parts.Search(Town.InBody("新"), PermittedGroups.Of([8]), 1_000));

        writer.MergeAll();
        using var merged = index.Snapshot();
        Assert.Equal(100, merged.Search(Town.InBody("新"), PermittedGroups.All, 1_000).Places().Distinct().Count());
        writer.Add(Town.Passage(7, 0, "", "改 規則"));
        writer.Commit();
        Assert.Empty(Search("新"));
        Assert.Equal([(7u, 0u)], Search("改").Places());
    }

    [Fact]
    public void A_second_writer_is_refused_until_the_first_closes()
    {
        using (IndexWriter.Open(_folder.Path, Town.Schema))
        {
            var error = Assert.Throws<IndexLockedException>(() => IndexWriter.Open(_folder.Path, Town.Schema));
            Assert.EndsWith("writer.lock", error.File, StringComparison.Ordinal);
        }

        IndexWriter.Open(_folder.Path, Town.Schema).Dispose();
    }

    [Fact]
    public void Other_fields_than_at_creation_are_refused()
    {
        IndexWriter.Open(_folder.Path, Town.Schema).Dispose();

        Assert.Throws<IndexSchemaException>(() => IndexWriter.Open(_folder.Path, new IndexSchema([new("title", 2)])));
    }

    [Fact]
    public void Changed_weights_take_effect_with_the_next_commit()
    {
        using (var writer = IndexWriter.Open(_folder.Path, Town.Schema))
        {
            writer.Add(Town.Passage(1, 0, "公園", "使用 許可"));
            writer.Add(Town.Passage(2, 0, "使用", "公園 許可"));
            writer.Commit();
        }

        var query = new IndexQuery([new(0, "公園", 1), new(1, "公園", 1)]);
        Assert.Equal([(1u, 0u), (2u, 0u)], Search(query).Places());
        using (var writer = IndexWriter.Open(_folder.Path, new IndexSchema([new("title", 0.1), new("body", 1)])))
        {
            writer.Commit();
        }

        Assert.Equal([(2u, 0u), (1u, 0u)], Search(query).Places());
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("　", 1)]
    [InlineData("body", -1)]
    [InlineData("body", double.NaN)]
    [InlineData("body", double.PositiveInfinity)]
    public void A_field_out_of_range_is_refused(string name, double weight) =>
        Assert.Throws<ArgumentException>(() => IndexWriter.Open(_folder.Path, new IndexSchema([new(name, weight)])));

    [Fact]
    public void A_schema_has_at_least_one_field_and_no_name_twice()
    {
        Assert.Throws<ArgumentException>(() => IndexWriter.Open(_folder.Path, new IndexSchema([])));
        Assert.Throws<ArgumentException>(() => IndexWriter.Open(_folder.Path, new IndexSchema([new("a", 1), new("a", 1)])));
    }

    private SearchHit[] Search(string words) => Search(Town.InBody(words));

    private SearchHit[] Search(IndexQuery query)
    {
        using var index = SearchIndex.Open(_folder.Path);
        using var snapshot = index.Snapshot();
        return snapshot.Search(query, PermittedGroups.All, 10);
    }
}
