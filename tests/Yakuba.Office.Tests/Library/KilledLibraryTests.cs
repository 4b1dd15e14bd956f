using System.Diagnostics;
using System.Text.Json;
using Yakuba.Office.Library.Exporting;
using Yakuba.Office.Library.Importing;
using Yakuba.Office.Tests.Library.Workers;
using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Testing;

namespace Yakuba.Office.Tests.Library;

/// <summary>An export being taken in by a real process that ends by SIGKILL.</summary>
public sealed class KilledLibraryTests
{
    private const int Documents = 240;
    private const int Versions = 360;

    [Fact]
    public async Task An_export_taken_in_by_a_server_goes_on_after_each_kill_and_is_exported_the_same()
    {
        using var folders = new TemporaryFolder();
        await MakeExportAsync(folders["一"]);
        await KilledImportTests.MakeTownAsync(folders["町"]);
        foreach (var kept in new[] { 3, 70, 130 })
        {
            await using var server = await RunningServer.StartAsync(folders["町"]);
            var command = server.RunAsync("library", "import", folders["一"]);
            await WorkerProcesses.UntilAsync(() => RunningServer.Kept(folders["町"]) >= kept, $"{kept} files were never kept");
            await server.KillAsync();
            var (code, said) = await command;
            Assert.NotEqual(0, code);
            Assert.Contains("サーバを起動してください。取込みは、起動すると続きから自動で進みます", said);
        }

        Assert.True(RunningServer.Kept(folders["町"]) < Versions, "it was over before the last kill");
        await using (var server = await RunningServer.StartAsync(folders["町"]))
        {
            using var list = JsonDocument.Parse((await server.RunAsync("import", "status", "--json")).Output);
            var job = Assert.Single(list.RootElement.EnumerateArray()).GetProperty("job").GetString()!; // asked for three times, begun once
            Assert.Equal(Versions, await EndOfAsync(server, job));
            Assert.Equal(0, (await server.RunAsync("library", "export", folders["二"])).Code);
            await server.KillAsync();
        }

        await CheckAsync(folders);
    }

    [Fact]
    public async Task An_export_taken_in_by_a_command_that_was_killed_goes_on_when_the_command_is_given_again()
    {
        using var folders = new TemporaryFolder();
        await MakeExportAsync(folders["一"]);
        await KilledImportTests.MakeTownAsync(folders["町"]);
        using (var killed = Start(folders, "library", "import", folders["一"]))
        {
            await WorkerProcesses.UntilAsync(() => RunningServer.Kept(folders["町"]) >= 90 || killed.HasExited, "90 files were never kept");
            killed.Kill();
            await killed.WaitForExitAsync();
            Assert.NotEqual(0, killed.ExitCode);
        }

        Assert.Contains("yakuba import resume 番号 を実行すると、続きから進みます", (await RunAsync(folders, "import", "status")).Output);

        var (code, output) = await RunAsync(folders, "library", "import", folders["一"], "--json");

        Assert.True(code == 0, output);
        using var report = JsonDocument.Parse(output);
        Assert.Equal(Versions, report.RootElement.GetProperty("imported").GetInt32());
        Assert.Equal(0, (await RunAsync(folders, "library", "export", folders["二"])).Code);
        await CheckAsync(folders);
    }

    /// <summary>Waits for the end of an import that goes on by itself.</summary>
    /// <returns>How many files it took in.</returns>
    private static async Task<int> EndOfAsync(RunningServer server, string job)
    {
        while (true)
        {
            using var now = JsonDocument.Parse((await server.RunAsync("import", "status", job, "--json")).Output);
            if (now.RootElement.GetProperty("isOver").GetBoolean())
            {
                Assert.Equal("done", now.RootElement.GetProperty("state").GetString());
                return now.RootElement.GetProperty("summary").GetProperty("added").GetInt32();
            }
        }
    }

    /// <summary>What was taken in is the export, each thing once.</summary>
    private static async Task CheckAsync(TemporaryFolder folders)
    {
        Assert.Equal(await ListAsync(folders["一"]), await ListAsync(folders["二"]));
        await using var directory = (await DataDirectory.OpenAsync(folders["町"], null, TimeProvider.System)).Value;
        await using var read = await directory.Database.ReadAsync();
        Assert.Equal(Documents, await read.CountAsync("SELECT count(*) FROM document"));
        Assert.Equal((Versions, Versions), (await read.CountAsync("SELECT count(*) FROM version"), await read.CountAsync("SELECT count(*) FROM version WHERE indexed = 1")));
        Assert.Equal((Versions, 1), (await read.CountAsync("SELECT count(*) FROM audit_entry WHERE action = 'document-imported'"), await read.CountAsync("SELECT count(*) FROM audit_entry WHERE action = 'library-export-taken'")));
        Assert.Equal(await read.CountAsync("SELECT sum(passages) FROM version"), await read.CountAsync("SELECT count(*) FROM passage"));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(folders["町"], "originals", "arriving")));
    }

    /// <summary>A library of documents of which half have a second version.</summary>
    private static async Task MakeExportAsync(string folder)
    {
        await using var town = await LibraryTown.OpenAsync();
        for (var version = 1; version <= 2; version++)
        {
            for (var i = 0; i < Documents / version; i++)
            {
                await File.WriteAllTextAsync(town.Files[$"{i:D3}.txt"], $"案内その{i}\n\n窓口{i}番の受付時間は午前{version + 7}時から午後5時までとする。");
            }

            await town.ImportAsync(new ImportFiles([town.Files.Path], "税務課", "公開", true));
        }

        var made = (await town.Town.Get<ExportLibraryHandler>().ToFolderAsync(folder, Actor.Console("test"), (_, _, _) => { }, default)).Value;
        Assert.Equal((Documents, Versions), (made.Documents, made.Versions));
    }

    private static Process Start(TemporaryFolder folders, params string[] command) => Process.Start(
        new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "yakuba"), [.. command, "--data", folders["町"]]) { RedirectStandardOutput = true, RedirectStandardError = true })!;

    private static async Task<(int Code, string Output)> RunAsync(TemporaryFolder folders, params string[] command)
    {
        using var process = Start(folders, command);
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output.Length > 0 ? output : await errors);
    }

    /// <summary>The list without the time at which it was made.</summary>
    private static async Task<IEnumerable<string>> ListAsync(string folder) =>
        (await File.ReadAllLinesAsync(Path.Combine(folder, "library.json"))).Where(l => !l.StartsWith("  \"madeAt\"", StringComparison.Ordinal));
}
