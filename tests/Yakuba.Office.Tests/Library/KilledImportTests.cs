using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Platform;
using Yakuba.Platform.Accounts;
using Yakuba.Platform.Accounts.Sections;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Data;
using Yakuba.Search;
using Yakuba.Testing;

namespace Yakuba.Office.Tests.Library;

public sealed class KilledImportTests
{
    private const int Files = 200;

    [Fact]
    public async Task An_import_killed_in_the_middle_loses_nothing_and_doubles_nothing_when_run_again()
    {
        using var data = new TemporaryFolder();
        using var folder = new TemporaryFolder();
        await MakeTownAsync(data.Path);
        for (var i = 0; i < Files; i++)
        {
            await File.WriteAllTextAsync(folder[$"{i:D3}.txt"], $"案内その{i}\n\n" + string.Join("\n\n", Enumerable.Range(0, 20).Select(p => $"窓口{i}番の受付時間{p}は午前9時から午後5時までとする。")));
        }

        using (var killed = Start(data.Path, folder.Path))
        {
            var originals = Path.Combine(data.Path, "originals");
            while (!killed.HasExited && (!Directory.Exists(originals) || Directory.EnumerateFiles(originals, "*", SearchOption.AllDirectories).Count(f => Path.GetFileName(f).Length == 64) < 90)) // those that were stored; others only arrive
            {
                await Task.Delay(5);
            }

            killed.Kill(); // SIGKILL
            await killed.WaitForExitAsync();
            Assert.NotEqual(0, killed.ExitCode);
        }

        using var again = Start(data.Path, folder.Path);
        var output = await again.StandardOutput.ReadToEndAsync();
        await again.WaitForExitAsync();

        Assert.True(again.ExitCode == 0, output + await again.StandardError.ReadToEndAsync());
        using var report = JsonDocument.Parse(output);
        Assert.Equal(Files, report.RootElement.GetProperty("imported").GetInt32() + report.RootElement.GetProperty("alreadyThere").GetInt32());
        Assert.True(report.RootElement.GetProperty("alreadyThere").GetInt32() > 0, "the kill came too early to show anything");
        await CheckAsync(data.Path, Files);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(data.Path, "originals", "arriving")));
    }

    /// <summary>Every file is there once, whole, found and recorded.</summary>
    internal static async Task CheckAsync(string path, int files)
    {
        await using var directory = (await DataDirectory.OpenAsync(path, null, TimeProvider.System)).Value;
        await using var read = await directory.Database.ReadAsync();
        Assert.Equal(files, await read.CountAsync("SELECT count(*) FROM document"));
        Assert.Equal(files, await read.CountAsync("SELECT count(*) FROM version WHERE indexed = 1 AND state = 'published'"));
        Assert.Equal(0, await read.CountAsync("SELECT count(*) FROM version WHERE indexed = 0"));
        Assert.Equal(files, await read.CountAsync("SELECT count(*) FROM audit_entry WHERE action = 'document-imported'"));
        Assert.Equal(await read.CountAsync("SELECT sum(passages) FROM version"), await read.CountAsync("SELECT count(*) FROM passage"));
        using var index = SearchIndex.Open(directory.Index);
        using var snapshot = index.Snapshot();
        Assert.True(snapshot.Passages >= await read.CountAsync("SELECT count(*) FROM passage"));
    }

    internal static async Task MakeTownAsync(string path)
    {
        await using var directory = (await DataDirectory.OpenAsync(path, "sqlite", TimeProvider.System)).Value;
        await using var services = new ServiceCollection().AddLogging().AddPlatform(directory).AddAudit().AddAccounts().BuildServiceProvider();
        Assert.True((await services.GetRequiredService<KeepSectionHandler>().AddAsync(new KeepSection("040", "税務課"), Actor.Console("test"), default)).IsSuccess);
    }

    internal static Process Start(string data, string folder) => Process.Start(new ProcessStartInfo(
        Path.Combine(AppContext.BaseDirectory, "yakuba"), ["import", folder, "--section", "税務課", "--publish", "--json", "--data", data])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}
