using Yakuba.Search.Segments;

namespace Yakuba.Search.Tests;

public sealed class PhraseTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly IndexWriter _writer;

    public PhraseTests() => _writer = IndexWriter.Open(_folder.Path, PhraseTown.Schema);

    public void Dispose()
    {
        _writer.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Only_adjacent_terms_in_their_order_are_a_phrase()
    {
        Commit(Town.Passage(1, 0, "", "粗大 ごみ 収集"), Town.Passage(2, 0, "", "ごみ 粗大"), Town.Passage(3, 0, "", "粗大 ない ごみ"), Town.Passage(4, 0, "粗大 ごみ", ""));

        Assert.Equal([(1u, 0u)], Find("粗大 ごみ"));
        Assert.Equal([(1u, 0u)], Find("ごみ 収集"));
        Assert.Empty(Find("収集 ごみ"));
        Assert.Empty(Find("粗大 ごみ 未知"));
    }

    [Fact]
    public void A_required_phrase_filters_what_other_terms_find_and_others_only_add_to_the_score()
    {
        Commit(Town.Passage(1, 0, "", "印鑑 登録 証明"), Town.Passage(2, 0, "", "証明 印鑑 登録"), Town.Passage(3, 0, "", "証明 登録 印鑑"));
        var query = new IndexQuery([new(1, "証明", 1)]);

        Assert.Equal([(1u, 0u), (2u, 0u)], Search(query with { Phrases = [Phrase("印鑑 登録", 0, true)] }).Order());
        Assert.Equal((3u, 0u), Search(query with { Phrases = [Phrase("印鑑 登録", 1)] })[^1]);
        Assert.Empty(Search(query with { Phrases = [Phrase("印鑑 証明", 1, true)] }));
        Assert.Equal(3, Search(query with { Phrases = [Phrase("印鑑 証明", 1)] }).Length);
    }

    [Fact]
    public void Of_required_alternatives_a_passage_needs_one()
    {
        Commit(Town.Passage(1, 0, "", "印鑑 登録 証明"), Town.Passage(2, 0, "", "証明 登録 印鑑"), Town.Passage(3, 0, "", "証明 書"));
        var query = new IndexQuery([new(1, "証明", 1)]);
        QueryPhrase Either(string words) => Phrase(words, 0, true) with { OneOf = 1 };

        Assert.Equal([(1u, 0u), (2u, 0u)], Search(query with { Phrases = [Either("印鑑 登録"), Either("登録 印鑑")] }).Order());
        Assert.Equal([(2u, 0u)], Search(query with { Phrases = [Either("未知 語"), Either("登録 印鑑")] }));
        Assert.Equal([(1u, 0u)], Search(query with { Phrases = [Either("印鑑 登録"), Either("登録 印鑑"), Phrase("登録 証明", 0, true)] }));
        Assert.Equal([(1u, 0u)], Search(query with { Phrases = [Phrase("印鑑 登録", 0, true), Either("登録 証明"), Either("証明 書")] }));
        Assert.Empty(Search(query with { Phrases = [Either("未知 語"), Either("登録 未知")] }));
    }

    [Fact]
    public void The_same_word_twice_is_a_phrase_of_its_own()
    {
        Commit(Town.Passage(1, 0, "", "はい はい"), Town.Passage(2, 0, "", "はい いいえ はい"));

        Assert.Equal([(1u, 0u)], Find("はい はい"));
    }

    [Fact]
    public void Phrases_are_found_among_thousands_of_passages_in_any_block_and_after_a_merge()
    {
        var random = new Random(3);
        for (var round = 0; round < 2; round++)
        {
            Commit([.. Enumerable.Range(0, 2_000).Select(i => Town.Passage((uint)((i * 2) + round), 0, "", string.Join(' ', Enumerable.Range(0, 30).Select(_ => $"語{random.Next(12)}")) + (i % 100 == 7 ? " 鍵 穴" : " 穴 鍵")))]);
        }

        var expected = Enumerable.Range(0, 4_000).Where(i => i / 2 % 100 == 7).Select(i => ((uint)i, 0u)).ToArray();
        Assert.Equal(expected, Find("鍵 穴").Order());
        _writer.MergeAll();
        Assert.Equal(expected, Find("鍵 穴").Order());
    }

    [Fact]
    public void Beyond_the_last_kept_position_there_is_no_phrase()
    {
        var filler = string.Join(' ', Enumerable.Repeat("字", SegmentFormat.NoPosition - 2));
        Commit(Town.Passage(1, 0, "", filler + " 末 尾"), Town.Passage(2, 0, "", filler + " 字 末 尾"));

        Assert.Equal([(1u, 0u)], Find("末 尾"));
        Assert.Equal([(1u, 0u), (2u, 0u)], Search(new IndexQuery([new(1, "尾", 1)])).Order());
    }

    [Fact]
    public void A_phrase_out_of_range_is_refused_by_name()
    {
        Commit(Town.Passage(1, 0, "税", "税"));
        var none = new IndexQuery([]);

        Assert.Throws<ArgumentOutOfRangeException>(() => Search(none with { Phrases = [new(0, ["税"], 1)] })); // Keeps no positions.
        Assert.Throws<ArgumentOutOfRangeException>(() => Search(none with { Phrases = [new(2, ["税"], 1)] }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Search(none with { Phrases = [new(1, [], 1)] }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Search(none with { Phrases = [new(1, ["税"], double.NaN)] }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Search(none with { Phrases = [.. Enumerable.Repeat(Phrase("税", 1), 65)] }));
    }

    [Fact]
    public void A_warm_search_with_phrases_allocates_nothing()
    {
        Commit([.. Enumerable.Range(0, 500).Select(i => Town.Passage((uint)i, 0, "", i % 3 == 0 ? "税 率 改正" : "率 税"))]);
        using var index = SearchIndex.Open(_folder.Path);
        using var snapshot = index.Snapshot();
        var query = Town.InBody("税") with { Phrases = [Phrase("税 率", 1), Phrase("率 改正", 1, true)] };
        var hits = new SearchHit[10];
        Assert.Equal(10, snapshot.Search(query, PermittedGroups.All, hits));
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
        {
            snapshot.Search(query, PermittedGroups.All, hits);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static QueryPhrase Phrase(string words, double weight, bool isRequired = false) => new(1, words.Split(' '), weight, isRequired);

    private (uint Group, uint Ordinal)[] Find(string words) => Search(new IndexQuery([]) { Phrases = [Phrase(words, 1)] });

    private (uint Group, uint Ordinal)[] Search(IndexQuery query)
    {
        using var index = SearchIndex.Open(_folder.Path);
        using var snapshot = index.Snapshot();
        return snapshot.Search(query, PermittedGroups.All, 1_000).Places();
    }

    private void Commit(params IndexEntry[] entries)
    {
        foreach (var entry in entries)
        {
            _writer.Add(entry);
        }

        _writer.Commit();
    }
}
