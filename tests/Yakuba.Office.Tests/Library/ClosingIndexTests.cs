using Yakuba.Office.Library.Index;
using Yakuba.Search;
using Yakuba.Text;

namespace Yakuba.Office.Tests.Library;

/// <summary>A server that stopped while an import was merging read files that were mapped no more, which ended the whole process.</summary>
public sealed class ClosingIndexTests
{
    [Fact]
    public async Task An_index_that_is_written_is_closed_when_the_writing_is_over()
    {
        await using var town = await LibraryTown.OpenAsync();
        await town.ImportAsync("案内.txt", "納税の案内\n\n納期限は6月30日です。");
        town.Town.Get<LibraryIndex>().Dispose();
        var index = new LibraryIndex(town.Town.Directory, town.Town.Get<SearchAnalyser>());
        using var begun = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();

        var writing = Task.Run(() => index.Publish([], Slowly(begun, goOn)), TestContext.Current.CancellationToken);
        begun.Wait(TestContext.Current.CancellationToken);
        var closing = Task.Run(index.Dispose, TestContext.Current.CancellationToken);
        var isClosedEarly = await Task.WhenAny(closing, Task.Delay(300, TestContext.Current.CancellationToken)) == closing;
        goOn.Set();
        await Task.WhenAll(writing, closing);

        Assert.False(isClosedEarly);
        using var again = new LibraryIndex(town.Town.Directory, town.Town.Get<SearchAnalyser>());
        using var snapshot = again.Snapshot();
        Assert.Equal(2, snapshot.Passages);
    }

    private static IEnumerable<IndexEntry> Slowly(ManualResetEventSlim begun, ManualResetEventSlim goOn)
    {
        begun.Set();
        goOn.Wait();
        yield return new IndexEntry(4_000, 0, [.. PassageFields.Schema.Fields.Select(_ => (IReadOnlyList<string>)["納期"])]);
    }
}
