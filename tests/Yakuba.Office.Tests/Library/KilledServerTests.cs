using System.Text.Json;
using Yakuba.Office.Tests.Library.Workers;
using Yakuba.Testing;

namespace Yakuba.Office.Tests.Library;

/// <summary>A real server, ended by SIGKILL in the middle of an import, again and again.</summary>
public sealed class KilledServerTests
{
    private const int Files = 1_000;

    [Fact]
    public async Task An_import_goes_on_by_itself_after_each_kill_and_stays_held_when_it_was_held()
    {
        using var data = new TemporaryFolder();
        using var folder = new TemporaryFolder();
        await KilledImportTests.MakeTownAsync(data.Path);
        for (var i = 0; i < Files; i++)
        {
            Directory.CreateDirectory(folder[$"{i % 10}"]);
            await File.WriteAllTextAsync(folder[$"{i % 10}/{i:D4}.txt"], $"案内その{i}\n\n窓口{i}番の受付時間は午前9時から午後5時までとする。\n\n担当は第{i}係である。");
        }

        // Long before the first batch is shown, in the middle of one, and right after many.
        Task? first = null;
        foreach (var kept in new[] { 7, 60, 61, 200, 300 })
        {
            await using var server = await RunningServer.StartAsync(data.Path);
            first ??= server.RunAsync("import", folder.Path, "--section", "税務課", "--publish");
            await WorkerProcesses.UntilAsync(() => RunningServer.Kept(data.Path) >= kept, $"{kept} files were never kept", seconds: 120);
            await server.KillAsync();
        }

        await first!;
        await using (var server = await RunningServer.StartAsync(data.Path))
        {
            var job = await JobAsync(server);
            Assert.Equal((0, "paused"), await StateAsync(await server.RunAsync("import", "pause", job, "--json")));
            await server.KillAsync();
        }

        var held = RunningServer.Kept(data.Path);
        Assert.True(held < Files, "it was over before it could be held");
        await using (var server = await RunningServer.StartAsync(data.Path))
        {
            var job = await JobAsync(server);
            await Task.Delay(1_500);
            Assert.Equal(held, RunningServer.Kept(data.Path));
            Assert.Equal((0, "paused"), await StateAsync(await server.RunAsync("import", "status", job, "--json")));

            var (code, output) = await server.RunAsync("import", "resume", job, "--json");

            Assert.True(code == 0, output);
            using var report = JsonDocument.Parse(output);
            Assert.Equal(Files, report.RootElement.GetProperty("files").GetArrayLength());
            Assert.Equal(Files, report.RootElement.GetProperty("imported").GetInt32());
        }

        await KilledImportTests.CheckAsync(data.Path, Files);
    }

    private static async Task<string> JobAsync(RunningServer server)
    {
        using var list = JsonDocument.Parse((await server.RunAsync("import", "status", "--json")).Output);
        return list.RootElement[0].GetProperty("job").GetString()!;
    }

    private static Task<(int Code, string State)> StateAsync((int Code, string Output) run)
    {
        using var state = JsonDocument.Parse(run.Output);
        return Task.FromResult((run.Code, state.RootElement.GetProperty("state").GetString()!));
    }
}
