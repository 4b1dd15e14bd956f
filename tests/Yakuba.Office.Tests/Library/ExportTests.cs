using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Office.Library;
using Yakuba.Office.Library.Exporting;
using Yakuba.Office.Library.Importing;
using Yakuba.Office.Library.Rights;
using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Platform.Jobs;
using Yakuba.Testing;

namespace Yakuba.Office.Tests.Library;

/// <summary>The library out into a folder, and back in without loss.</summary>
public sealed class ExportTests
{
    [Theory, InlineData(StorageEngine.Sqlite, StorageEngine.Postgres), InlineData(StorageEngine.Postgres, StorageEngine.Sqlite)]
    public async Task What_is_exported_and_taken_in_elsewhere_is_exported_the_same(StorageEngine from, StorageEngine to)
    {
        using var folders = new TemporaryFolder();
        await using var old = await LibraryTown.OpenAsync(from);
        await FillAsync(old);
        await ExportAsync(old, folders["一"]);
        await using var young = await LibraryTown.OpenAsync(to);

        var report = await TakeAsync(young, folders["一"]);
        await ExportAsync(young, folders["二"]);

        Assert.Equal((6, 0), (report.Imported, report.Refused));
        Assert.Equal(await ListAsync(folders["一"]), await ListAsync(folders["二"]));
        Assert.Equal(Files(folders["一"]), Files(folders["二"]));
        Assert.Equal(["新しい納期の案内"], await young.SearchAsync(null, "納期限")); // what was superseded there is superseded here
        Assert.Equal(["古い納期の案内"], await young.SearchAsync("nishi", "納期限は5月31日", Standing.NoLonger));
        Assert.Contains(LibraryActions.Exported, await old.Town.AuditActionsAsync());
        Assert.Contains(LibraryActions.ExportTaken, await young.Town.AuditActionsAsync());
    }

    [Fact]
    public async Task Held_in_the_middle_of_a_document_its_old_version_does_not_answer_as_the_newest()
    {
        using var folders = new TemporaryFolder();
        await using var old = await LibraryTown.OpenAsync();
        await FillAsync(old);
        await ExportAsync(old, folders["一"]);
        await using var young = await LibraryTown.OpenAsync();
        await ExecuteAsync(young, "CREATE TRIGGER held AFTER UPDATE OF note ON job WHEN NEW.note = '古い.txt' AND NEW.wish = '' BEGIN UPDATE job SET wish = 'pause' WHERE id = NEW.id; END");
        var job = (await StartAsync(young, folders["一"])).Value;

        Assert.Equal("paused", (await young.Town.Get<JobRunner>().RunHereAsync(job, _ => { }, default)).State);

        Assert.Empty(await young.SearchAsync(null, "納期限は5月31日"));
        await ExecuteAsync(young, "DROP TRIGGER held");
        await young.Town.Get<JobQueue>().ResumeAsync(job, default);
        Assert.Equal("done", (await young.Town.Get<JobRunner>().RunHereAsync(job, _ => { }, default)).State);
        await ExportAsync(young, folders["二"]);
        Assert.Equal(await ListAsync(folders["一"]), await ListAsync(folders["二"]));
    }

    [Fact]
    public async Task Taken_in_twice_nothing_is_doubled_and_a_folder_is_never_written_over()
    {
        using var folders = new TemporaryFolder();
        await using var old = await LibraryTown.OpenAsync();
        await FillAsync(old);
        await ExportAsync(old, folders["一"]);
        await using var young = await LibraryTown.OpenAsync();
        await TakeAsync(young, folders["一"]);

        var again = await TakeAsync(young, folders["一"]);

        Assert.Equal((0, 6), (again.Imported, again.AlreadyThere));
        Assert.Equal("library-export-exists", (await Export(young).ToFolderAsync(folders["一"], Actor.Console("test"), (_, _, _) => { }, default)).Problem?.Name);
        await File.WriteAllTextAsync(folders["手紙.txt"], "大切");
        Assert.Equal("library-export-not-empty", (await Export(young).ToFolderAsync(folders.Path, Actor.Console("test"), (_, _, _) => { }, default)).Problem?.Name);
    }

    [Fact]
    public async Task An_export_broken_off_counts_for_nothing_and_is_gone_on_with()
    {
        using var folders = new TemporaryFolder();
        await using var town = await LibraryTown.OpenAsync();
        await FillAsync(town);
        await ExportAsync(town, folders["一"]);
        File.Delete(Path.Combine(folders["一"], "library.json"));
        var half = Directory.GetFiles(Path.Combine(folders["一"], "originals"))[0];
        await File.WriteAllTextAsync(half, "途中まで");

        Assert.Equal("library-export-no-list", (await StartAsync(town, folders["一"])).Problem?.Name);
        await ExportAsync(town, folders["一"]);

        Assert.Equal((0, 6), await TakeAsync(town, folders["一"]) is var r ? (r.Imported, r.AlreadyThere) : default);
    }

    [Theory]
    [InlineData("original", "library-export-tampered")]
    [InlineData("missing", "library-export-tampered")]
    [InlineData("link", "library-export-tampered")]
    [InlineData("newer", "library-export-newer")]
    [InlineData("section", "library-export-sections")]
    [InlineData("way-out", "library-export-form")]
    [InlineData("absolute", "library-export-form")]
    [InlineData("unknown-member", "library-export-form")]
    [InlineData("no-json", "library-export-form")]
    [InlineData("state", "library-export-form")]
    [InlineData("label", "library-export-form")]
    [InlineData("day", "library-export-form")]
    [InlineData("null", "library-export-form")]
    [InlineData("hole", "library-export-form")]
    [InlineData("same-key", "library-export-form")]
    [InlineData("review", "library-export-form")]
    [InlineData("reorganisation", "library-export-form")]
    [InlineData("hole-in-from", "library-export-form")]
    [InlineData("hole-in-readers", "library-export-form")]
    [InlineData("no-list", "library-export-no-list")]
    public async Task An_export_that_was_touched_is_refused_by_name_and_nothing_is_taken_in(string touch, string problem)
    {
        using var folders = new TemporaryFolder();
        await using var old = await LibraryTown.OpenAsync();
        await FillAsync(old);
        await ExportAsync(old, folders["一"]);
        await TouchAsync(folders["一"], touch);
        await using var young = await LibraryTown.OpenAsync();

        var refused = await StartAsync(young, folders["一"]);

        Assert.Equal(problem, refused.Problem?.Name);
        await using var read = await young.Town.Database.ReadAsync();
        Assert.Equal(0, await read.CountAsync("SELECT count(*) FROM document") + await read.CountAsync("SELECT count(*) FROM job") + await read.CountAsync("SELECT count(*) FROM library_person"));
    }

    [Fact]
    public async Task A_document_that_is_here_with_other_content_is_a_conflict()
    {
        using var folders = new TemporaryFolder();
        await using var old = await LibraryTown.OpenAsync();
        await old.ImportAsync("案内.txt", "案内\n\n納期限は6月30日です。");
        await ExportAsync(old, folders["一"]);
        await using var young = await LibraryTown.OpenAsync();
        await young.ImportAsync("案内.txt", "別の案内\n\n納期限は8月31日です。");

        Assert.Equal("library-export-conflict", (await StartAsync(young, folders["一"])).Problem?.Name);
    }

    [Fact]
    public async Task An_export_of_before_reviews_and_reorganisations_travelled_is_still_taken_in()
    {
        using var folders = new TemporaryFolder();
        await using var old = await LibraryTown.OpenAsync();
        await FillAsync(old);
        await ExportAsync(old, folders["一"]);
        var list = JsonNode.Parse(await ListAsync(folders["一"]))!;
        list["formatVersion"] = 1;
        list["madeAt"] = "2026-04-01T00:00:00.000Z";
        list.AsObject().Remove("reorganisations");
        foreach (var version in list["documents"]!.AsArray().SelectMany(d => d!["versions"]!.AsArray()))
        {
            version!.AsObject().Remove("reviews");
        }

        await File.WriteAllTextAsync(Path.Combine(folders["一"], "library.json"), list.ToJsonString());
        await using var young = await LibraryTown.OpenAsync();

        Assert.Equal((6, 0), await TakeAsync(young, folders["一"]) is var r ? (r.Imported, r.Refused) : default);
    }

    [Fact]
    public async Task A_zip_holds_what_the_person_may_read_and_can_be_taken_in()
    {
        using var folders = new TemporaryFolder();
        await using var old = await LibraryTown.OpenAsync();
        await FillAsync(old);
        using var kudo = await old.BrowserAsync("kudo");
        using var admin = await old.BrowserAsync("admin");
        Assert.Equal(HttpStatusCode.Forbidden, (await kudo.GetAsync("/api/v1/library/export")).StatusCode);

        var answer = await admin.GetAsync("/library/export.zip");
        await using (var body = await answer.Content.ReadAsStreamAsync())
        {
            await ZipFile.ExtractToDirectoryAsync(body, folders["一"]);
        }

        var list = JsonNode.Parse(await ListAsync(folders["一"]))!;
        Assert.Equal("readable", (string)list["scope"]!);
        Assert.Equal(["040:古い.txt", "040:廃止.txt", "040:確認.txt"], list["documents"]!.AsArray().Select(d => (string)d!["sourceKey"]!).Order(StringComparer.Ordinal)); // 040's draft and what only 040 may read stay out
        Assert.Contains("文書庫の書き出し", await admin.GetStringAsync("/library/export"));
        await using var young = await LibraryTown.OpenAsync();
        Assert.Equal((4, 0), await TakeAsync(young, folders["一"]) is var r ? (r.Imported, r.Refused) : default);
        Assert.Contains(LibraryActions.Exported, await old.Town.AuditActionsAsync());
    }

    [Fact]
    public async Task A_damaged_original_stops_the_export_and_is_named()
    {
        using var folders = new TemporaryFolder();
        await using var town = await LibraryTown.OpenAsync();
        await town.ImportAsync("案内.txt", "案内\n\n納期限は6月30日です。");
        var original = Directory.GetFiles(town.Town.Directory.Originals, "*", SearchOption.AllDirectories).Single();
        File.SetUnixFileMode(original, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await File.WriteAllTextAsync(original, "すり替え");

        var refused = await Export(town).ToFolderAsync(folders["一"], Actor.Console("test"), (_, _, _) => { }, default);

        Assert.Equal("library-original-damaged", refused.Problem?.Name);
        Assert.Contains("案内.txt", refused.Problem?.Detail);
        Assert.False(File.Exists(Path.Combine(folders["一"], "library.json")));
    }

    /// <summary>Two versions of which one superseded the other, a draft, a confirmed one with readers, a retired one and a secret one: six versions of five documents.</summary>
    private static async Task FillAsync(LibraryTown town)
    {
        await town.ImportAsync("古い.txt", "古い納期の案内\n\n納期限は5月31日です。");
        await town.ImportAsync("古い.txt", "新しい納期の案内\n\n納期限は6月30日です。");
        await town.ImportAsync("下書き.txt", "下書きの案内\n\n納期限を検討する。", publish: false);
        using var kudo = await town.BrowserAsync("kudo");
        var confirmed = await town.ImportAsync("確認.txt", "減免の手引き\n\n申請は7日前までに受け付ける。", publish: false);
        var body = new { title = "町税減免の\n手引き", label = "機密性1", readers = new[] { "福祉課" }, validity = new { from = "2026-04-01", to = "2029-03-31" }, review = new { on = "2027-02-01" } };
        (await kudo.PatchAsync($"/api/v1/documents/{confirmed}", System.Net.Http.Json.JsonContent.Create(body))).EnsureSuccessStatusCode();
        (await LibraryTown.StepAsync(kudo, confirmed, "confirmation")).EnsureSuccessStatusCode();
        (await LibraryTown.StepAsync(kudo, confirmed, "review", new { next = "2027-11-01" })).EnsureSuccessStatusCode();
        var retired = await town.ImportAsync("廃止.txt", "廃止された給付の案内\n\n申請は窓口で受け付ける。");
        (await LibraryTown.StepAsync(kudo, retired, "retirement", new { from = "2026-11-01", reason = "制度の終了" })).EnsureSuccessStatusCode();
        await town.ImportAsync("秘.txt", "滞納整理の要領\n\n整理の手順を定める。", "機密性3");
    }

    private static async Task TouchAsync(string folder, string touch)
    {
        var path = Path.Combine(folder, "library.json");
        var original = Directory.GetFiles(Path.Combine(folder, "originals")).Order(StringComparer.Ordinal).First();
        var list = JsonNode.Parse(await File.ReadAllTextAsync(path))!;
        var document = list["documents"]![0]!;
        var version = document["versions"]![0]!;
        switch (touch)
        {
            case "original": await File.AppendAllTextAsync(original, "x"); return;
            case "missing": File.Delete(original); return;
            case "link": File.Move(original, original + ".away"); File.CreateSymbolicLink(original, original + ".away"); return;
            case "no-json": await File.WriteAllTextAsync(path, "{\"format\": \"yakuba-libr"); return;
            case "no-list": File.Delete(path); return;
            case "newer": list["formatVersion"] = 3; list["somethingNew"] = true; break;
            case "section": document["section"] = "999"; break;
            case "way-out": version["original"] = "../../etc/passwd"; break;
            case "absolute": version["original"] = "/etc/passwd"; break;
            case "unknown-member": version["extra"] = 1; break;
            case "state": version["state"] = "secret"; break;
            case "label": document["label"] = "極秘"; break;
            case "day": version["validFrom"] = "2026-02-30"; break;
            case "review": version["reviews"] = new JsonArray(JsonNode.Parse("""{"id":"1","at":"2026-04-01T00:00:00.000Z","by":"console","next":"2027-04-01","wasOn":"","wasAt":"","wasBy":"","undoneAt":"","undoneBy":""}""")); break;
            case "reorganisation": list["reorganisations"]!.AsArray().Add(Reorganisation("\"040\"", "")); list["reorganisations"]![0]!["number"] = 0; break;
            case "hole-in-from": list["reorganisations"]!.AsArray().Add(Reorganisation("null", "")); break;
            case "hole-in-readers": list["reorganisations"]!.AsArray().Add(Reorganisation("\"040\"", "null")); break;
            case "hole": document["versions"]!.AsArray().Add(null); break;
            case "null": version["title"] = null; break;
            default: list["documents"]![1]!["sourceKey"] = (string)document["sourceKey"]!; break;
        }

        await File.WriteAllTextAsync(path, list.ToJsonString());
    }

    private static JsonNode Reorganisation(string from, string readers) => JsonNode.Parse($$$"""
        {"number":1,"state":"waiting","request":{"kind":"rename","from":[{{{from}}}],"into":"","name":"新課","kana":"","day":"2027-04-01","documents":[],"userNames":[]},
         "made":{"at":"2026-01-01T00:00:00.000Z","by":"console"},"sections":[],"people":[],
         "documents":[{"document":"a","was":{"section":"040","readers":[{{{readers}}}],"sourceKey":"040:a"},"becomes":{"section":"040","readers":[],"sourceKey":"040:a"}}]}
        """)!;

    private static async Task ExecuteAsync(LibraryTown town, string sql)
    {
        await using var work = await town.Town.Database.BeginAsync();
        await work.ExecuteAsync(sql);
        await work.CommitAsync();
    }

    private static ExportLibraryHandler Export(LibraryTown town) => town.Town.Get<ExportLibraryHandler>();

    internal static async Task ExportAsync(LibraryTown town, string folder) => _ = (await Export(town).ToFolderAsync(folder, Actor.Console("test"), (_, _, _) => { }, default)).Value;

    private static async Task<Result<string>> StartAsync(LibraryTown town, string folder)
    {
        using var scope = town.Town.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<TakeLibraryHandler>().StartAsync(folder, Actor.Console("test"), (_, _, _) => { }, default);
    }

    internal static async Task<ImportReport> TakeAsync(LibraryTown town, string folder)
    {
        var status = await town.Town.Get<JobRunner>().RunHereAsync((await StartAsync(town, folder)).Value, _ => { }, default);
        Assert.True(status.State == "done", status.Problem);
        return ImportFilesHandler.Report(status);
    }

    /// <summary>The list without the time at which it was made, which is the one thing that differs.</summary>
    internal static async Task<string> ListAsync(string folder) =>
        string.Join('\n', (await File.ReadAllTextAsync(Path.Combine(folder, "library.json"))).Split('\n').Where(l => !l.StartsWith("  \"madeAt\"", StringComparison.Ordinal)));

    private static IEnumerable<string> Files(string folder) => Directory.GetFiles(Path.Combine(folder, "originals")).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal);
}
