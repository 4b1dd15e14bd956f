using System.Diagnostics;
using Yakuba.Testing;
using Yakuba.Towns;
using static Yakuba.Tests.Towns.ServedInstallation;

namespace Yakuba.Tests.Towns;

/// <summary>The program itself, killed while it makes or removes a town: the same command, given again, ends what it began.</summary>
public sealed class KilledTests
{
    [Theory]
    [InlineData("installation.json", 0)]
    [InlineData("towns/131016", 0)]
    [InlineData("towns/131016/yakuba.json", 0)]
    [InlineData("towns/131016/yakuba.db", 0)]
    [InlineData("towns/131016/yakuba.db", 60)]
    [InlineData("towns/131016/keys/record.key", 0)]
    [InlineData("towns/131016/record/checkpoint", 0)]
    public async Task Adding_a_town_leaves_it_whole_or_unseen(string seen, int millisecondsLater)
    {
        using var folder = new TemporaryFolder();
        string[] add = ["town", "add", Chiyoda, "千代田区", "--installation", folder["i"]];
        await KillWhenAsync(() => Path.Exists(Path.Combine(folder["i"], seen)), millisecondsLater, add);
        Assert.True(Path.Exists(Path.Combine(folder["i"], seen)), $"{seen} was never there");
        var stands = InstallationFile.Read(folder["i"]) is { IsSuccess: true, Value: var file } ? file.Find(Chiyoda) : null;
        Assert.True(stands is null or { State: TownState.Adding or TownState.Open });

        var (code, text) = await RunAsync(add);
        Assert.True(stands is { State: TownState.Open } ? text.Contains("town-exists", StringComparison.Ordinal) : code == 0, text);
        (code, text) = await RunAsync("audit", "verify", "--data", Path.Combine(folder["i"], "towns", Chiyoda));
        Assert.True(code == 0, text);
        Assert.Equal([Path.Combine(folder["i"], "towns", Chiyoda)], Directory.EnumerateFileSystemEntries(Path.Combine(folder["i"], "towns")));
        Assert.Equal(TownState.Open, InstallationFile.Read(folder["i"]).Value.Find(Chiyoda)!.State);
    }

    [Theory]
    [InlineData("\"deleting\"")]
    [InlineData("")]
    public async Task Deleting_a_town_is_ended_by_the_same_command(string state)
    {
        using var folder = new TemporaryFolder();
        string[] at = ["--installation", folder["i"]];
        Assert.Equal(0, (await RunAsync(["town", "add", Chiyoda, "千代田区", .. at])).Code);
        Assert.Equal(0, (await RunAsync(["town", "suspend", Chiyoda, "--reason", "終わり", .. at])).Code);
        var town = Path.Combine(folder["i"], "towns", Chiyoda);
        for (var i = 0; i < 3000; i++)
        {
            Directory.CreateDirectory(Path.Combine(town, "originals", $"{i:x4}")); // so that removing takes a while
        }

        string[] delete = ["town", "delete", Chiyoda, "--confirm", Chiyoda, "--without-export", .. at];
        await KillWhenAsync(() => state.Length > 0 ? File.ReadAllText(InstallationFile.PathOf(folder["i"])).Contains(state, StringComparison.Ordinal) : !Path.Exists(Path.Combine(town, "yakuba.json")), 0, delete);
        var (code, text) = await RunAsync(delete);
        Assert.True(code == 0 || text.Contains("town-unknown", StringComparison.Ordinal), text);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(folder["i"], "towns")));
        Assert.Empty(InstallationFile.Read(folder["i"]).Value.Towns);
        Assert.Contains(InstallationLog.Lines(folder["i"]), l => l.Contains("town-deleted", StringComparison.Ordinal));
    }

    private static async Task KillWhenAsync(Func<bool> seen, int millisecondsLater, string[] arguments)
    {
        using var process = Start(arguments);
        var output = ReadAsync(process);
        while (!process.HasExited && !seen())
        {
            Thread.SpinWait(200);
        }

        await Task.Delay(millisecondsLater);
        process.Kill();
        await process.WaitForExitAsync();
        await output;
    }

    private static async Task<(int Code, string Text)> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var text = await ReadAsync(process);
        await process.WaitForExitAsync();
        return (process.ExitCode, text);
    }

    private static Process Start(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(typeof(CommandTree).Assembly.Location);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    private static async Task<string> ReadAsync(Process process)
    {
        var (results, remarks) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        return await results + await remarks;
    }
}
