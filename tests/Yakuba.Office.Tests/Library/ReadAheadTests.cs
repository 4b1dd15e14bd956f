using Microsoft.Extensions.DependencyInjection;
using Yakuba.Office.Library;
using Yakuba.Office.Library.Importing;
using Yakuba.Platform;
using Yakuba.Platform.Jobs;

namespace Yakuba.Office.Tests.Library;

/// <summary>Files are read while others are stored; what comes of them is what would come of them one after the other.</summary>
public sealed class ReadAheadTests
{
    [Fact]
    public async Task Slow_broken_missing_and_doubled_files_have_their_lines_in_the_order_given()
    {
        await using var town = await LibraryTown.OpenAsync();
        var items = new List<ImportItem>();
        for (var i = 0; i < 30; i++)
        {
            var name = $"{i:D2}.txt";
            var text = i % 5 == 1 ? "" : i % 5 == 3 ? "おなじ案内\n\n受付は9時からです。" : $"案内{i}\n\n" + string.Join("\n\n", Enumerable.Range(0, i % 5 == 0 ? 4_000 : 2).Select(p => $"窓口{i}の{p}番は午前9時から。"));
            await File.WriteAllTextAsync(town.Files[name], text);
            items.Add(Item(town, name));
        }

        File.Delete(town.Files["07.txt"]);
        var report = await ImportAsync(town, items);

        Assert.Equal(items.Select(i => i.FileName), report.Files.Select(f => f.File));
        Assert.Equal(
            items.Select((_, i) => i == 7 ? LibraryProblems.CannotOpen.Name : i % 5 == 1 ? "document-empty" : i % 5 == 3 && i > 3 ? "duplicate" : ""),
            report.Files.Select(f => f.Outcome == ImportOutcome.Duplicate ? "duplicate" : f.Problem));
        Assert.Equal(report.Files.Where(f => f.Version > 0).Select(f => f.Version).Order(), report.Files.Where(f => f.Version > 0).Select(f => f.Version));
        Nothing_is_left(town);
        Assert.Equal(report.Imported, Directory.EnumerateFiles(town.Town.Directory.Originals, "*", SearchOption.AllDirectories).Count());
    }

    [Fact]
    public async Task Files_of_one_name_become_versions_as_if_each_had_waited_for_the_one_before()
    {
        await using var town = await LibraryTown.OpenAsync();
        await town.ImportAsync("案内.txt", "案内\n\n受付は9時からです。");
        var items = new List<ImportItem>();
        foreach (var (i, hour) in new[] { 10, 9, 9, 11 }.Index())
        {
            await File.WriteAllTextAsync(town.Files[$"{i}"], $"案内\n\n受付は{hour}時からです。");
            items.Add(Item(town, "案内.txt") with { Path = town.Files[$"{i}"] });
        }

        var report = await ImportAsync(town, items);

        Assert.Equal([ImportOutcome.NewVersion, ImportOutcome.NewVersion, ImportOutcome.Unchanged, ImportOutcome.NewVersion], report.Files.Select(f => f.Outcome));
        await using var read = await town.Town.Database.ReadAsync();
        Assert.Equal(1, await read.CountAsync("SELECT count(*) FROM document"));
        Assert.Equal(4, await read.CountAsync("SELECT count(*) FROM version"));
        Nothing_is_left(town);
    }

    [Fact]
    public async Task What_a_killed_import_had_not_kept_yet_goes_with_the_next()
    {
        await using var town = await LibraryTown.OpenAsync();
        var left = Path.Combine(Directory.CreateDirectory(Path.Combine(town.Town.Directory.Originals, "arriving")).FullName, "left.text");
        await File.WriteAllTextAsync(left, "半分");

        await town.ImportAsync("案内.txt", "案内\n\n受付は9時からです。");

        Assert.False(File.Exists(left));
        Nothing_is_left(town);
    }

    [Fact]
    public async Task A_file_that_is_written_to_while_it_is_imported_is_kept_as_it_was_read()
    {
        await using var town = await LibraryTown.OpenAsync();
        var number = await town.ImportAsync("案内.txt", "案内\n\n受付は9時からです。");
        await File.AppendAllTextAsync(town.Files["案内.txt"], "書き足し");

        await using var read = await town.Town.Database.ReadAsync();
        var sha256 = await read.SingleOrDefaultAsync<string>("SELECT sha256 FROM version WHERE number = @number", new { number = (long)number });
        using var kept = new StreamReader((await town.Town.Get<Originals>().OpenAsync(sha256!, default))!);
        Assert.Equal("案内\n\n受付は9時からです。", await kept.ReadToEndAsync());
    }

    private static void Nothing_is_left(LibraryTown town) => Assert.Empty(Directory.EnumerateFiles(Path.Combine(town.Town.Directory.Originals, "arriving")));

    private static ImportItem Item(LibraryTown town, string name) => new(town.Files[name], $"040:{name}", name, "040", Label.Public, VersionState.Published);

    private static async Task<ImportReport> ImportAsync(LibraryTown town, IReadOnlyList<ImportItem> items)
    {
        using var scope = town.Town.Services.CreateScope();
        var job = (await scope.ServiceProvider.GetRequiredService<ImportFilesHandler>().StartAsync(new ImportInput(items, ""), Actor.Console("test"), default)).Value;
        var status = await town.Town.Get<JobRunner>().RunHereAsync(job, _ => { }, default);
        Assert.True(status.State == "done", status.Problem);
        return ImportFilesHandler.Report(status);
    }
}
