namespace Yakuba.Search.Tests;

/// <summary>Rights, validity dates and collections are all sets of groups to the engine: one bit a passage, whatever it stands for.</summary>
public sealed class FilterTests : IDisposable
{
    private const uint Groups = 400;
    private readonly TemporaryFolder _folder = new();
    private readonly SearchIndex _index;

    public FilterTests()
    {
        using var writer = IndexWriter.Open(_folder.Path, Town.Schema);
        for (uint group = 0; group < Groups; group++)
        {
            writer.Add(Town.Passage(group, 0, "", group % 2 == 0 ? "条例 施行" : "条例"));
            writer.Add(Town.Passage(group, 1, "", "施行 期日"));
        }

        writer.Commit();
        _index = SearchIndex.Open(_folder.Path);
    }

    public void Dispose()
    {
        _index.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Rights_a_day_and_a_collection_together_find_exactly_what_all_three_permit()
    {
        var today = new DateOnly(2026, 4, 1);
        var readable = Enumerable.Range(0, (int)Groups).Where(group => group % 3 != 0).Select(group => (uint)group);
        var inForce = Enumerable.Range(0, (int)Groups).Where(group => today.AddDays(group - 200) <= today).Select(group => (uint)group);
        var collection = Enumerable.Range(100, 150).Select(group => (uint)group);
        using var snapshot = _index.Snapshot();

        var permitted = PermittedGroups.Of(readable).And(PermittedGroups.Of(inForce)).And(PermittedGroups.All).And(PermittedGroups.Of(collection)).WeighedBy(PermittedGroups.All);
        var all = snapshot.Search(Town.InBody("条例 施行"), PermittedGroups.All, 10_000);
        var expected = all.Where(hit => readable.Contains(hit.Group) && inForce.Contains(hit.Group) && collection.Contains(hit.Group));
        Assert.Equal(expected, snapshot.Search(Town.InBody("条例 施行"), permitted, 10_000));
        Assert.NotEmpty(expected);
    }

    [Theory, InlineData(3), InlineData(400)] // few lists and lists in windows
    public void What_may_not_be_read_changes_no_score_and_no_count(int shared)
    {
        var query = new IndexQuery([new(1, "条例", 1), new(1, "秘密", 1), new(1, "施行", 1)]) { Phrases = [new(1, ["条例", "施行"], 2)] };
        var schema = new IndexSchema([new("title", 2, MeanLength: 2), new("body", 1, HasPositions: true, MeanLength: 5)]);
        SearchHit[] Found(string folder, bool withHidden)
        {
            using var writer = IndexWriter.Open(_folder.At(folder), schema);
            for (uint group = 0; group < shared; group++)
            {
                writer.Add(Town.Passage(group, 0, "", group % 2 == 0 ? "条例 施行" : "条例 条例 条例"));
                if (withHidden)
                {
                    writer.Add(Town.Passage(group + 1000, 0, "条例", "条例 施行 秘密 施行 と とても 長い 文 が 続く"));
                }
            }

            writer.Commit();
            using var index = SearchIndex.Open(_folder.At(folder));
            using var snapshot = index.Snapshot();
            var permitted = PermittedGroups.Of(Enumerable.Range(0, shared).Select(g => (uint)g));
            Assert.Equal(shared, snapshot.CountsFor(permitted).Passages);
            Assert.Equal((shared + 1) / 2, snapshot.CountsFor(permitted).Of(1, "施行"));
            Assert.Equal(0, snapshot.CountsFor(permitted).Of(1, "秘密"));
            return snapshot.Search(query, permitted, 1000);
        }

        var without = Found("without", withHidden: false);
        Assert.Equal(shared, without.Length);
        Assert.Equal(without, Found("with", withHidden: true));
    }

    [Fact]
    public void Sets_that_permit_the_same_in_a_segment_share_its_bits_and_counts_and_a_commit_elsewhere_leaves_them()
    {
        var readable = Enumerable.Range(0, (int)Groups).Where(group => group % 3 != 0).Select(group => (uint)group).ToList();
        PermittedGroups before = PermittedGroups.Of(readable), same = PermittedGroups.Of([.. readable, 9000]), other = PermittedGroups.Of(readable.Skip(1)); // 9000 is in no segment yet
        ulong[] first;
        using (var snapshot = _index.Snapshot())
        {
            first = before.BitsFor(snapshot.Views[0])!;
            Assert.Same(first, same.BitsFor(snapshot.Views[0]));
            Assert.NotSame(first, other.BitsFor(snapshot.Views[0]));
        }

        using (var writer = IndexWriter.Open(_folder.Path, Town.Schema))
        {
            writer.Add(Town.Passage(9000, 0, "", "条例 施行"));
            writer.Commit();
        }

        using var now = _index.Snapshot();
        var after = PermittedGroups.Of([.. readable, 9000]);
        Assert.Same(first, after.BitsFor(now.Views[0]));
        Assert.Equal(1, now.DocumentFrequency(1, "施行", after) - now.DocumentFrequency(1, "施行", before));
        GC.KeepAlive(before);
    }

    [Fact]
    public void Without_fixed_mean_lengths_a_hidden_text_would_change_scores() // the control of the test above
    {
        SearchHit[] Found(string folder, string hidden)
        {
            using var writer = IndexWriter.Open(_folder.At(folder), Town.Schema);
            writer.Add(Town.Passage(1, 0, "", "条例 施行"));
            writer.Add(Town.Passage(2, 0, "", hidden));
            writer.Commit();
            using var index = SearchIndex.Open(_folder.At(folder));
            using var snapshot = index.Snapshot();
            return snapshot.Search(Town.InBody("条例"), PermittedGroups.Of([1]), 10);
        }

        Assert.NotEqual(Found("short", "条例"), Found("long", "条例 施行 秘密 施行 と とても 長い 文 が 続く"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(10_000)]
    public void A_filter_over_no_document_finds_nothing(int top)
    {
        using var snapshot = _index.Snapshot();
        var query = Town.InBody("条例 施行");

        Assert.Empty(snapshot.Search(query, PermittedGroups.Of([]), top));
        Assert.Empty(snapshot.Search(query, PermittedGroups.Of([Groups, uint.MaxValue]), top));
        Assert.Empty(snapshot.Search(query, PermittedGroups.Of([1, 2]).And(PermittedGroups.Of([3])), top));
        Assert.Equal(Math.Min(top, 800), snapshot.Search(query, PermittedGroups.All, top).Length);
    }

    [Fact]
    public void A_warm_up_changes_no_answer_and_needs_no_passage()
    {
        using var snapshot = _index.Snapshot();
        snapshot.WarmUp();
        Assert.Equal(10, snapshot.Search(Town.InBody("条例"), PermittedGroups.All, 10).Length);
        using (IndexWriter.Open(_folder.At("empty"), Town.Schema))
        {
            using var empty = SearchIndex.Open(_folder.At("empty"));
            using var nothing = empty.Snapshot();
            nothing.WarmUp();
            nothing.Verify();
        }
    }

    [Fact]
    public void Any_bytes_read_as_text_are_a_term_and_none_breaks_a_search()
    {
        using var snapshot = _index.Snapshot();
        var random = new Random(9);
        for (var i = 0; i < 3_000; i++)
        {
            var bytes = new byte[random.Next(0, 40) * 2];
            random.NextBytes(bytes);
            var text = new string(System.Runtime.InteropServices.MemoryMarshal.Cast<byte, char>(bytes)); // Lone surrogates, too.
            Assert.Equal(0, snapshot.DocumentFrequency(1, text, PermittedGroups.All));
            Assert.Equal(10, snapshot.Search(new IndexQuery([new(1, text, 1), new(1, "条例", 1)]), PermittedGroups.All, 10).Length);
        }
    }
}
