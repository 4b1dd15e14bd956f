using Yakuba.Office.Library.Reorganise;
using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Testing;

namespace Yakuba.Office.Tests.Library.Life;

/// <summary>Whatever was done to a library, all of it is there after it was exported and taken in elsewhere.</summary>
public sealed class ExportedLifeTests
{
    private const int Acts = 40;

    private static readonly Actor Operator = Actor.Console("test");

    [Theory]
    [InlineData(StorageEngine.Sqlite, StorageEngine.Postgres, 11)]
    [InlineData(StorageEngine.Postgres, StorageEngine.Sqlite, 12)]
    [InlineData(StorageEngine.Sqlite, StorageEngine.Sqlite, 13)]
    public async Task Reviews_and_reorganisations_travel_with_the_library(StorageEngine from, StorageEngine to, int seed)
    {
        using var folders = new TemporaryFolder();
        await using var life = await LifeOfTown.OpenAsync(from, seed);
        var old = life.Library;
        for (var act = 0; act < Acts; act++)
        {
            old.Town.Clock.Advance(TimeSpan.FromSeconds(1));
            await life.ActAsync();
        }

        await ReorganiseAsync(old);
        await ExportTests.ExportAsync(old, folders["一"]);
        await using var young = await LibraryTown.OpenAsync(to);
        young.Town.Clock.Advance(old.Town.Clock.GetUtcNow() - young.Town.Clock.GetUtcNow());

        await ExportTests.TakeAsync(young, folders["一"]);
        await ExportTests.TakeAsync(young, folders["一"]);
        await ExportTests.ExportAsync(young, folders["二"]);

        Assert.Equal(await ExportTests.ListAsync(folders["一"]), await ExportTests.ListAsync(folders["二"]));
        var rows = await RowsAsync(old);
        Assert.Contains(rows, r => r.StartsWith("review", StringComparison.Ordinal));
        Assert.Contains(rows, r => r.Contains("undone", StringComparison.Ordinal));
        Assert.Equal(rows, await RowsAsync(young));
    }

    [Fact]
    public async Task A_split_that_waits_is_done_on_its_day_where_it_was_taken_in_and_not_behind_that_day()
    {
        using var folders = new TemporaryFolder();
        await using var old = await LibraryTown.OpenAsync();
        await ReorganiseAsync(old);
        await ExportTests.ExportAsync(old, folders["一"]);
        await using var young = await LibraryTown.OpenAsync();
        await young.ImportAsync("先.txt", "先の案内\n\n受付は9時からである。"); // so that numbers of versions are others here
        await using var late = await LibraryTown.OpenAsync();
        late.Town.Clock.Advance(TimeSpan.FromDays(60));

        await ExportTests.TakeAsync(young, folders["一"]);
        await ExportTests.TakeAsync(late, folders["一"]);
        young.Town.Clock.Advance(TimeSpan.FromDays(60));
        Assert.Equal(1, await young.Town.Get<ReorganiseHandler>().DoDueAsync(default));
        Assert.Equal(0, await late.Town.Get<ReorganiseHandler>().DoDueAsync(default));

        Assert.Equal(["040:先.txt 040", "040:分割.txt 040"], await PlacesAsync(young));
        Assert.Equal(["060:分割.txt 060"], await PlacesAsync(late));
        await using var read = await late.Town.Database.ReadAsync();
        Assert.Contains("施行日を過ぎていた", await read.SingleOrDefaultAsync<string>("SELECT problem FROM reorganisation WHERE state = 'refused'"));
        Assert.Equal("reorganise-depended-on", (await late.Town.Get<ReorganiseHandler>().UndoAsync(1, Operator, default)).Problem?.Name); // its section was never here
    }

    /// <summary>One that is done and one that waits fifty days, each with a document.</summary>
    private static async Task ReorganiseAsync(LibraryTown town)
    {
        var number = await town.ImportAsync("分割.txt", "分割の案内\n\n受付は9時からである。");
        var handler = town.Town.Get<ReorganiseHandler>();
        var today = town.Town.Clock.Today();
        await town.Town.AddSectionAsync("090", "広報課"); // a section that names no document, so that only the reorganisation tells of it
        Assert.Null((await handler.DoAsync(new ReorganiseSections(ReorganisationKind.Rename, ["090"], "", "広報広聴課", "こうほうこうちょうか", today), "", null, Operator, default)).Problem);
        town.Town.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null((await handler.DoAsync(new ReorganiseSections(ReorganisationKind.Split, ["040"], "060", "", "", today) { Documents = [number], People = ["nishi"] }, "", null, Operator, default)).Problem);
        town.Town.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null((await handler.DoAsync(new ReorganiseSections(ReorganisationKind.Split, ["060"], "040", "", "", today.AddDays(50)) { Documents = [number] }, "", null, Operator, default)).Problem);
    }

    private static async Task<IReadOnlyList<string>> PlacesAsync(LibraryTown town)
    {
        await using var read = await town.Town.Database.ReadAsync();
        return await read.QueryAsync<string>("SELECT source_key || ' ' || section FROM document ORDER BY source_key");
    }

    /// <summary>All that the store holds of reviews and reorganisations, but the numbers of versions, which are its own.</summary>
    private static async Task<IReadOnlyList<string>> RowsAsync(LibraryTown town)
    {
        await using var read = await town.Town.Database.ReadAsync();
        return
        [
            .. await read.QueryAsync<string>(
                "SELECT 'review ' || v.document_id || ' ' || v.ordinal || ' ' || r.id || ' ' || r.made_at || ' ' || r.made_by || ' ' || r.next_on || ' ' || r.was_on || ' ' || r.was_at || ' ' || r.was_by || ' ' || r.undone_at || ' ' || r.undone_by FROM review r JOIN version v ON v.number = r.version ORDER BY r.id"),
            .. await read.QueryAsync<string>(
                "SELECT 'reorganisation ' || number || ' ' || state || ' ' || day || ' ' || made_at || ' ' || made_by || ' ' || done_at || ' ' || ended_at || ' ' || ended_by || ' ' || problem FROM reorganisation ORDER BY number"),
            .. (await ReorganisationStore.ListAsync(read, default)).Select(r => $"request {r.Number} {ReorganisationStore.Text(r.Request with { Documents = [] })}"),
            .. await read.QueryAsync<string>("SELECT 'item ' || reorganisation || ' ' || kind || ' ' || id || ' ' || was || ' ' || becomes FROM reorganisation_item ORDER BY reorganisation, kind, id"),
        ];
    }
}
