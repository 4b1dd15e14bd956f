using Yakuba.Office.Library.Index;
using Yakuba.Platform.Data;
using Yakuba.Search;
using Yakuba.Testing;

namespace Yakuba.Office.Tests.Library;

public sealed class IndexRebuildTests
{
    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_missing_index_is_made_again_before_anything_is_answered(StorageEngine engine)
    {
        await using var town = await LibraryTown.OpenAsync(engine);
        await town.ImportAsync("案内.txt", "納税の案内\n\n納期限は6月30日です。");

        using var again = Opened(town, folder => Directory.Delete(folder, recursive: true));

        Assert.Equal(1, Passages(again));
    }

    [Fact]
    public async Task An_index_of_other_fields_is_made_again()
    {
        await using var town = await LibraryTown.OpenAsync();
        await town.ImportAsync("案内.txt", "納税の案内\n\n納期限は6月30日です。");

        using var again = Opened(town, folder =>
        {
            Directory.Delete(folder, recursive: true);
            using var other = IndexWriter.Open(folder, new IndexSchema([new FieldSchema("other", 1)]));
        });

        Assert.Equal(1, Passages(again));
    }

    [Fact]
    public async Task A_damaged_index_is_made_again()
    {
        await using var town = await LibraryTown.OpenAsync();
        await town.ImportAsync("案内.txt", "納税の案内\n\n納期限は6月30日です。");

        using var again = Opened(town, folder =>
        {
            foreach (var file in Directory.EnumerateFiles(folder, "segment-*"))
            {
                var bytes = File.ReadAllBytes(file);
                bytes[bytes.Length / 2] ^= 0xFF;
                File.WriteAllBytes(file, bytes);
            }
        });

        Assert.Equal(1, Passages(again));
    }

    [Fact]
    public async Task A_rebuild_drops_what_is_no_longer_in_the_rows_and_search_goes_on()
    {
        await using var town = await LibraryTown.OpenAsync();
        await town.ImportAsync("案内.txt", "納税の案内\n\n納期限は6月30日です。");
        var index = town.Town.Get<LibraryIndex>();
        index.Publish([], [new IndexEntry(4_000, 0, [.. PassageFields.Schema.Fields.Select(_ => (IReadOnlyList<string>)["納期"])])]);

        var passages = await index.RebuildAsync((_, _) => { }, default);

        Assert.Equal(1, passages);
        Assert.Equal(1, Passages(index));
        Assert.Single(await town.SearchAsync(null, "納期限"));
    }

    /// <summary>The index as a new start of the program finds it after something happened to its folder.</summary>
    private static LibraryIndex Opened(LibraryTown town, Action<string> happen)
    {
        town.Town.Get<LibraryIndex>().Dispose();
        happen(town.Town.Directory.Index);
        return new LibraryIndex(town.Town.Directory, town.Town.Get<Yakuba.Text.SearchAnalyser>());
    }

    private static long Passages(LibraryIndex index)
    {
        using var snapshot = index.Snapshot();
        return snapshot.Passages;
    }
}
