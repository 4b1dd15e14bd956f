using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Office.Library.Importing;
using Yakuba.Office.Library.ShowReadingReport;
using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Platform.Jobs;
using Yakuba.Testing;

namespace Yakuba.Office.Tests.Library;

/// <summary>Imports that people hold, let go on and take back.</summary>
public sealed class SteeredImportTests
{
    private const int Files = 300;

    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_held_import_shows_what_it_read_waits_and_goes_on_where_it_was(StorageEngine engine)
    {
        await using var town = await LibraryTown.OpenAsync(engine);
        var job = await BeginAsync(town);

        Assert.Null(await town.Town.Get<SteerImport>().RunAsync(job, ImportAct.Pause, default));
        await StateAsync(town, job, "paused");

        var (lines, found, unfinished) = await CountAsync(town, job);
        Assert.InRange(lines, 45, Files - 1);
        Assert.Equal((lines, 0), (found, unfinished));
        await Task.Delay(1_200);
        Assert.Equal(lines, (await CountAsync(town, job)).Lines);

        Assert.Null(await town.Town.Get<SteerImport>().RunAsync(job, ImportAct.Resume, default));
        await StateAsync(town, job, "done");
        Assert.Equal((Files, Files, 0), await CountAsync(town, job));
        Assert.Equal(Files, (await town.Town.AuditActionsAsync()).Count(a => a == Office.Library.LibraryActions.Imported));
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task An_import_taken_back_keeps_what_it_read_and_takes_no_more(StorageEngine engine)
    {
        await using var town = await LibraryTown.OpenAsync(engine);
        var job = await BeginAsync(town);

        Assert.Null(await town.Town.Get<SteerImport>().RunAsync(job, ImportAct.Cancel, default));
        await StateAsync(town, job, "cancelled");

        var (lines, found, unfinished) = await CountAsync(town, job);
        Assert.InRange(lines, 45, Files - 1);
        Assert.Equal((lines, 0), (found, unfinished));
        using var admin = await town.BrowserAsync("admin");
        var report = await admin.GetFromJsonAsync<JsonElement>($"/api/v1/imports/{job}");
        Assert.Equal(Files - lines, report.GetProperty("summary").GetProperty("notTaken").GetInt64());
        Assert.Equal("library-import-over", (await town.Town.Get<SteerImport>().RunAsync(job, ImportAct.Resume, default))?.Name);
    }

    [Fact]
    public async Task An_import_that_was_held_and_taken_back_ends()
    {
        await using var town = await LibraryTown.OpenAsync();
        var job = await BeginAsync(town);
        await town.Town.Get<SteerImport>().RunAsync(job, ImportAct.Pause, default);
        await StateAsync(town, job, "paused");

        await town.Town.Get<SteerImport>().RunAsync(job, ImportAct.Cancel, default);

        await StateAsync(town, job, "cancelled");
        Assert.Equal(0, (await CountAsync(town, job)).Unfinished);
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task An_import_that_was_held_and_whose_process_died_is_shown_as_held(StorageEngine engine)
    {
        await using var town = await LibraryTown.OpenAsync(engine);
        var job = await BeginAsync(town);
        await town.Town.Get<SteerImport>().RunAsync(job, ImportAct.Pause, default);
        await StateAsync(town, job, "paused");
        await using (var work = await town.Town.Database.BeginAsync())
        {
            await work.ExecuteAsync("UPDATE job SET state = 'running', lease_owner = 'dead', lease_until = '2000-01-01T00:00:00.000Z' WHERE id = @job", new { job });
            await work.CommitAsync();
        }

        await StateAsync(town, job, "paused");
        Assert.Equal("paused", (await town.Town.Get<ImportList>().NewestAsync(1, default))[0].State);
        Assert.Null(await town.Town.Get<SteerImport>().RunAsync(job, ImportAct.Resume, default));
        await StateAsync(town, job, "done");
    }

    [Fact]
    public async Task Only_who_began_an_import_or_keeps_the_library_may_hold_it()
    {
        await using var town = await LibraryTown.OpenAsync();
        using var nishi = await town.BrowserAsync("nishi");
        using var form = LibraryTown.Upload("040", "公開", publish: false, ("a.txt", LibraryTown.Text("納期限は6月30日です。")));
        var job = (await (await nishi.PostAsync("/api/v1/imports", form)).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("job").GetString()!;
        await LibraryTown.EndOfAsync(nishi, job);
        using var tani = await town.BrowserAsync("tani");
        using var admin = await town.BrowserAsync("admin");

        Assert.Equal(HttpStatusCode.NotFound, (await tani.PostAsync($"/api/v1/imports/{job}/pause", null)).StatusCode);
        Assert.Equal("library-import-over", await LibraryTown.ProblemAsync(await admin.PostAsync($"/api/v1/imports/{job}/pause", null)));
        Assert.Equal("library-import-over", await LibraryTown.ProblemAsync(await nishi.PostAsync($"/api/v1/imports/{job}/cancellation", null)));
        Assert.Equal(1, (await nishi.GetFromJsonAsync<JsonElement>("/api/v1/imports")).GetProperty("total").GetInt32());
        Assert.Equal(0, (await tani.GetFromJsonAsync<JsonElement>("/api/v1/imports")).GetProperty("total").GetInt32());
        Assert.Equal("nishi", (await admin.GetFromJsonAsync<JsonElement>("/api/v1/imports")).GetProperty("imports")[0].GetProperty("startedBy").GetString());
    }

    [Fact]
    public async Task Two_imports_asked_for_at_once_do_not_take_each_others_files_for_left_over()
    {
        await using var town = await LibraryTown.OpenAsync();
        var job = await BeginAsync(town); // runs in the server

        await town.ImportAsync("別の案内.txt", "別の案内\n\n納期限は8月31日です。"); // as a command does inside it

        await StateAsync(town, job, "done");
        await using var read = await town.Town.Database.ReadAsync();
        Assert.Equal(Files + 1, await read.CountAsync("SELECT count(*) FROM version WHERE indexed = 1"));
    }

    /// <summary>Begins an import and waits until a good part of it is read.</summary>
    internal static async Task<string> BeginAsync(LibraryTown town, int files = Files, int until = 45)
    {
        using var folder = new TemporaryFolder();
        var kept = Directory.CreateDirectory(town.Files["多くの文書"]).FullName;
        for (var i = 0; i < files; i++)
        {
            await File.WriteAllTextAsync(Path.Combine(kept, $"{i:D3}.txt"), $"案内その{i}\n\n窓口{i}番の受付時間は午前9時から午後5時までとする。");
        }

        using var scope = town.Town.Services.CreateScope();
        var job = (await scope.ServiceProvider.GetRequiredService<ImportFilesHandler>().StartAsync(new ImportFiles([kept], "税務課", "公開", Publish: true), Actor.Console("test"), default)).Value;
        while ((await CountAsync(town, job)).Lines < until)
        {
            await Task.Delay(10);
        }

        return job;
    }

    private static async Task StateAsync(LibraryTown town, string job, string wanted)
    {
        var queue = town.Town.Get<JobQueue>();
        for (var tries = 0; (await queue.FindAsync(job, default))!.State != wanted; tries++)
        {
            Assert.True(tries < 6_000, $"never {wanted}: {await queue.FindAsync(job, default)}");
            await Task.Delay(20);
        }
    }

    private static async Task<(int Lines, int Found, int Unfinished)> CountAsync(LibraryTown town, string job)
    {
        await using var read = await town.Town.Database.ReadAsync();
        return (
            (int)await read.CountAsync("SELECT count(*) FROM import_line WHERE job = @job", new { job }),
            (int)await read.CountAsync("SELECT count(*) FROM version WHERE indexed = 1 AND state = 'published'"),
            (int)await read.CountAsync("SELECT count(*) FROM version WHERE indexed = 0"));
    }
}
