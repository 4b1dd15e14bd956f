using Yakuba.Office.Library;
using Yakuba.Office.Library.Importing;
using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Testing;

namespace Yakuba.Office.Tests.Library;

public sealed class ImportTests
{
    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_folder_imported_again_changes_only_what_changed(StorageEngine engine)
    {
        await using var town = await LibraryTown.OpenAsync(engine);
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["一.txt"], "一の案内\n\n納期限は6月30日です。");
        await File.WriteAllTextAsync(folder["二.txt"], "二の案内\n\n納期限は8月31日です。");
        var request = new ImportFiles([folder.Path], "税務課", "公開", Publish: true);
        await town.ImportAsync(request);

        await File.WriteAllTextAsync(folder["二.txt"], "二の案内\n\n納期限は9月30日に改めました。");
        await File.WriteAllTextAsync(folder["三.txt"], "三の案内\n\n納期限は10月31日です。");
        await File.WriteAllTextAsync(folder["写し.txt"], "一の案内\n\n納期限は6月30日です。");
        var report = await town.ImportAsync(request);

        Assert.Equal(
            [("一.txt", ImportOutcome.Unchanged), ("三.txt", ImportOutcome.Added), ("二.txt", ImportOutcome.NewVersion), ("写し.txt", ImportOutcome.Duplicate)],
            report.Files.Select(f => (f.File, f.Outcome)));
        await using var read = await town.Town.Database.ReadAsync();
        Assert.Equal(3, await read.CountAsync("SELECT count(*) FROM document"));
        Assert.Equal(4, await read.CountAsync("SELECT count(*) FROM version"));
    }

    [Fact]
    public async Task One_bad_file_does_not_stop_the_others()
    {
        await using var town = await LibraryTown.OpenAsync();
        using var folder = new TemporaryFolder();
        await File.WriteAllBytesAsync(folder["あ.pdf"], [0x25, 0x50, 0x44, 0x46, 0, 1, 2]);
        await File.WriteAllBytesAsync(folder["い.txt"], []);
        await File.WriteAllTextAsync(folder["う.txt"], "納税の案内\n\n納期限は6月30日です。");

        var report = await town.ImportAsync(new ImportFiles([folder.Path], "040", "公開", Publish: true));

        Assert.Equal((1, 2), (report.Imported, report.Refused));
        Assert.All(report.Files.Where(f => f.Outcome == ImportOutcome.Refused), f => Assert.Contains("ください。", f.Notes.Single()));
    }

    [Fact]
    public async Task Drafts_that_come_again_to_be_published_are_published_without_being_read_anew()
    {
        await using var town = await LibraryTown.OpenAsync();
        await town.ImportAsync("案内.txt", "納税の案内\n\n納期限は6月30日です。", publish: false);

        var report = await town.ImportAsync(new ImportFiles([town.Files["案内.txt"]], "税務課", "機密性1", Publish: true));

        Assert.Equal(ImportOutcome.Unchanged, report.Files.Single().Outcome);
        Assert.Contains(report.Files.Single().Notes, n => n.Contains("公開範囲は登録済みの「公開」のまま", StringComparison.Ordinal));
        Assert.Single(await town.SearchAsync(null, "納期限"));
        Assert.Contains(LibraryActions.Published, await town.Town.AuditActionsAsync());
    }

    [Fact]
    public async Task Files_of_one_name_from_two_folders_are_two_documents()
    {
        await using var town = await LibraryTown.OpenAsync();
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["甲"]);
        Directory.CreateDirectory(folder["乙"]);
        await File.WriteAllTextAsync(folder["甲/案内.txt"], "甲の案内\n\n納期限は6月30日です。");
        await File.WriteAllTextAsync(folder["乙/案内.txt"], "乙の案内\n\n納期限は8月31日です。");

        var report = await town.ImportAsync(new ImportFiles([folder["甲/案内.txt"], folder["乙/案内.txt"]], "税務課", "公開", Publish: true));

        Assert.Equal([ImportOutcome.Added, ImportOutcome.Added], report.Files.Select(f => f.Outcome));
        Assert.Equal(2, (await town.SearchAsync(null, "納期限")).Count);
    }

    [Fact]
    public async Task A_text_out_of_its_dates_is_never_among_those_in_force()
    {
        await using var town = await LibraryTown.OpenAsync();
        await town.ImportAsync("旧条例.txt", "敬老祝金支給条例\n\n（趣旨）\n第一条　この条例は、敬老祝金の支給に関し必要な事項を定める。\n附　則\nこの条例は、令和9年4月1日から施行する。\n");

        Assert.Empty(await town.SearchAsync(null, "敬老祝金の支給"));
        Assert.Single(await town.SearchAsync(null, "敬老祝金の支給", Yakuba.Office.Library.Rights.Standing.NotYet));
    }
}
