namespace Yakuba.Search.Tests;

public sealed class IndexSnapshotTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly IndexWriter _writer;
    private readonly SearchIndex _index;

    public IndexSnapshotTests()
    {
        _writer = IndexWriter.Open(_folder.Path, Town.Schema);
        _index = SearchIndex.Open(_folder.Path);
    }

    public void Dispose()
    {
        _index.Dispose();
        _writer.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_snapshot_stays_as_it_was_while_the_index_changes_and_its_files_go()
    {
        Commit(Town.Passage(1, 0, "", "保育 料"));
        using var before = _index.Snapshot();
        _writer.RemoveGroup(1);
        Commit(Town.Passage(2, 0, "", "保育 料"));
        _writer.MergeAll();

        using var after = _index.Snapshot();
        Assert.Equal([(1u, 0u)], Find(before, "保育").Places());
        Assert.Equal([(2u, 0u)], Find(after, "保育").Places());
        Assert.True(after.Generation > before.Generation);
    }

    [Fact]
    public void Equal_scores_are_in_the_order_of_group_and_ordinal_across_segments()
    {
        Commit(Town.Passage(5, 1, "", "税"), Town.Passage(5, 0, "", "税"));
        Commit(Town.Passage(3, 9, "", "税"), Town.Passage(8, 0, "", "税"));

        using var snapshot = _index.Snapshot();
        Assert.Equal([(3u, 9u), (5u, 0u), (5u, 1u), (8u, 0u)], Find(snapshot, "税").Places());
        Assert.Equal([(3u, 9u), (5u, 0u)], snapshot.Search(Town.InBody("税"), PermittedGroups.All, 2).Places());
    }

    [Fact]
    public void Who_is_permitted_nothing_finds_nothing()
    {
        Commit(Town.Passage(1, 0, "", "介護"));

        using var snapshot = _index.Snapshot();
        Assert.Empty(snapshot.Search(Town.InBody("介護"), PermittedGroups.Of([]), 10));
        Assert.Empty(snapshot.Search(Town.InBody("介護"), PermittedGroups.Of([2, 3]), 10));
        Assert.Single(snapshot.Search(Town.InBody("介護"), PermittedGroups.Of([3, 1, 1]), 10));
    }

    [Fact]
    public void Scores_depend_on_what_words_are_weighed_by_and_not_on_the_day_or_collection_searched()
    {
        Commit([.. Enumerable.Range(0, 300).Select(i => Town.Passage((uint)i, 0, "", i % 3 == 0 ? "介護 保険" : "保険"))]);

        using var snapshot = _index.Snapshot();
        var all = snapshot.Search(Town.InBody("介護 保険"), PermittedGroups.All, 300);
        var some = snapshot.Search(Town.InBody("介護 保険"), PermittedGroups.Of([30, 31, 32]).WeighedBy(PermittedGroups.All), 300);
        Assert.Equal(all.Where(hit => hit.Group is 30 or 31 or 32), some);
    }

    [Fact]
    public void An_empty_query_an_unknown_term_a_zero_weight_and_a_zero_top_find_nothing()
    {
        Commit(Town.Passage(1, 0, "", "年金"));

        using var snapshot = _index.Snapshot();
        Assert.Empty(snapshot.Search(new IndexQuery([]), PermittedGroups.All, 10));
        Assert.Empty(Find(snapshot, "保険"));
        Assert.Empty(snapshot.Search(new IndexQuery([new(1, "年金", 0)]), PermittedGroups.All, 10));
        Assert.Empty(snapshot.Search(Town.InBody("年金"), PermittedGroups.All, 0));
        Assert.Single(snapshot.Search(Town.InBody("年金"), PermittedGroups.All, int.MaxValue));
    }

    [Fact]
    public void A_field_a_weight_or_a_top_out_of_range_is_refused_by_name()
    {
        Commit(Town.Passage(1, 0, "", "年金"));

        using var snapshot = _index.Snapshot();
        Assert.Throws<ArgumentOutOfRangeException>(() => snapshot.Search(new IndexQuery([new(2, "年金", 1)]), PermittedGroups.All, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => snapshot.Search(new IndexQuery([new(-1, "年金", 1)]), PermittedGroups.All, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => snapshot.Search(new IndexQuery([new(1, "年金", double.NaN)]), PermittedGroups.All, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => snapshot.Search(new IndexQuery([new(1, "年金", -1)]), PermittedGroups.All, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => snapshot.Search(new IndexQuery([.. Enumerable.Repeat(new QueryTerm(1, "年金", double.MaxValue), 9)]), PermittedGroups.All, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => snapshot.Search(new IndexQuery([new(1, "年金", double.Epsilon)]), PermittedGroups.All, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => snapshot.Search(Town.InBody("年金"), PermittedGroups.All, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => snapshot.DocumentFrequency(2, "年金", PermittedGroups.All));
    }

    [Fact]
    public void Any_string_is_a_term_also_the_empty_one_a_long_one_and_a_lone_surrogate()
    {
        var strange = new[] { "", "\ud842\udfb7野家", "\ud800", "\ufffd", "\0", new string('長', 5_000) };
        foreach (var (term, i) in strange.Select((term, i) => (term, i)))
        {
            _writer.Add(new IndexEntry((uint)i, 0, [[], [term]]));
        }

        _writer.Commit();
        using var snapshot = _index.Snapshot();
        Assert.Equal([(0u, 0u)], One(snapshot, ""));
        Assert.Equal([(1u, 0u)], One(snapshot, strange[1]));
        Assert.Equal([(2u, 0u), (3u, 0u)], One(snapshot, "\ud800")); // Neither has a UTF-8 form of its own.
        Assert.Equal([(4u, 0u)], One(snapshot, "\0"));
        Assert.Equal([(5u, 0u)], One(snapshot, strange[5]));
        Assert.Equal(2, snapshot.DocumentFrequency(1, "\udfff", PermittedGroups.All));
    }

    [Fact]
    public void Of_too_many_terms_the_heaviest_are_scored()
    {
        var words = Enumerable.Range(0, 3_000).Select(i => $"語{i}").ToList();
        for (uint i = 0; i < words.Count; i++)
        {
            _writer.Add(new IndexEntry(i, 0, [[], [words[(int)i]]]));
        }

        _writer.Commit();
        using var snapshot = _index.Snapshot();
        var hits = snapshot.Search(new IndexQuery([.. words.Select((word, i) => new QueryTerm(1, word, i + 1))]), PermittedGroups.All, 5_000);
        Assert.Equal(IndexQuery.MaxTerms, hits.Length);
        Assert.All(hits, hit => Assert.InRange(hit.Group, (uint)(words.Count - IndexQuery.MaxTerms), (uint)words.Count - 1));
    }

    [Fact]
    public void Counts_are_of_all_segments()
    {
        Commit(Town.Passage(1, 0, "", "税"), Town.Passage(2, 0, "", "税 金"));
        Commit(Town.Passage(3, 0, "税", "税"));

        using var snapshot = _index.Snapshot();
        Assert.Equal(3, snapshot.Passages);
        Assert.Equal(2, snapshot.Segments);
        Assert.Equal(3, snapshot.DocumentFrequency(1, "税", PermittedGroups.All));
        Assert.Equal(1, snapshot.DocumentFrequency(0, "税", PermittedGroups.All));
        Assert.Equal(0, snapshot.DocumentFrequency(0, "金", PermittedGroups.All));
    }

    [Fact]
    public void A_warm_search_allocates_nothing()
    {
        Commit([.. Enumerable.Range(0, 2_000).Select(i => Town.Passage((uint)i, 0, "税", i % 50 == 0 ? "税 率 改正" : "税 率"))]);
        Commit(Town.Passage(5_000, 0, "", "改正 税"));
        using var snapshot = _index.Snapshot();
        var query = Town.InBody("税 率 改正 未知");
        var permitted = PermittedGroups.Of(Enumerable.Range(0, 900).Select(i => (uint)i));
        var hits = new SearchHit[10];
        snapshot.Search(query, permitted, hits);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
        {
            snapshot.Search(query, permitted, hits);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_disposed_snapshot_or_index_says_so()
    {
        var snapshot = _index.Snapshot();
        snapshot.Dispose();
        snapshot.Dispose();
        Assert.Throws<ObjectDisposedException>(() => snapshot.Search(Town.InBody("税"), PermittedGroups.All, 1));
        _index.Dispose();
        Assert.Throws<ObjectDisposedException>(() => _index.Snapshot());
    }

    private static SearchHit[] Find(IndexSnapshot snapshot, string words) => snapshot.Search(Town.InBody(words), PermittedGroups.All, 10);

    private static (uint Group, uint Ordinal)[] One(IndexSnapshot snapshot, string term) =>
        snapshot.Search(new IndexQuery([new(1, term, 1)]), PermittedGroups.All, 10).Places();

    private void Commit(params IndexEntry[] entries)
    {
        foreach (var entry in entries)
        {
            _writer.Add(entry);
        }

        _writer.Commit();
    }
}
