using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Yakuba.Towns;
using static Yakuba.Tests.Towns.ServedInstallation;

namespace Yakuba.Tests.Towns;

/// <summary>One printed line covers the records of all towns.</summary>
public sealed class LogOfLogsTests
{
    [Fact]
    public async Task A_town_put_back_as_a_whole_is_noticed_by_the_log_of_all()
    {
        await using var served = await StartAsync();
        await served.AddAsync(Chiyoda, "千代田区");
        await served.AddAsync(Sapporo, "札幌市");
        var folder = served.Towns.FolderOf(Chiyoda);
        var before = new Dictionary<string, byte[]>();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) is not ("lock" or "control.sock")))
        {
            before[file] = await File.ReadAllBytesAsync(file);
        }

        var sheet = JsonSerializer.Deserialize<JsonElement>((await served.RunAsync("installation", "sheet", "--json")).Text);
        var kept = $"{sheet.GetProperty("size").GetInt64()} {sheet.GetProperty("root").GetString()}";
        Assert.Equal(2, sheet.GetProperty("towns").GetInt32());
        Assert.Equal(0, (await served.RunAsync("town", "suspend", Chiyoda, "--reason", "試験")).Code); // an entry of its record
        var (code, text) = await served.RunAsync("installation", "verify", "--against", kept);
        Assert.True(code == 0, text);

        // Database, key and head of the town go back together, so that the town itself cannot tell.
        foreach (var (file, bytes) in before)
        {
            await File.WriteAllBytesAsync(file, bytes);
        }

        (code, text) = await served.RunAsync("installation", "verify");
        Assert.Equal(1, code);
        Assert.Contains($"{Chiyoda} 千代田区: ", text);
        Assert.DoesNotContain(Sapporo, text);
    }

    [Fact]
    public async Task A_changed_line_of_the_log_stops_the_installation()
    {
        await using var served = await StartAsync();
        await served.AddAsync(Chiyoda, "千代田区");
        await served.RunAsync("installation", "sheet");
        var copy = served["copy"];
        foreach (var file in Directory.EnumerateFiles(served.Towns.Root, "*", SearchOption.AllDirectories).Where(f => !f.Contains("towns", StringComparison.Ordinal) && Path.GetFileName(f) is not ("lock" or "control.sock")))
        {
            var to = Path.Combine(copy, Path.GetRelativePath(served.Towns.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        using (var opener = new TownOpener(NullLoggerFactory.Instance))
        {
            Assert.True(Installation.Open(copy, opener).TryGet(out var sound, out var problem), problem?.ToString());
            await sound.DisposeAsync(); // the control
        }

        var log = InstallationLog.PathOf(copy);
        var lines = await File.ReadAllTextAsync(log);
        foreach (var damaged in new[] { lines.Replace("千代田区", "千代出区", StringComparison.Ordinal), lines[(lines.IndexOf('\n') + 1)..], "" })
        {
            await File.WriteAllTextAsync(log, damaged);
            using var opener = new TownOpener(NullLoggerFactory.Instance);
            Assert.Equal("town-log-damaged", Installation.Open(copy, opener).Problem!.Name);
        }

        await File.WriteAllTextAsync(log, lines + "{\"act\":\"cut"); // a line that a loss of power cut short
        using var last = new TownOpener(NullLoggerFactory.Instance);
        await using var whole = Installation.Open(copy, last).Value;
        Assert.DoesNotContain(InstallationLog.Lines(copy), l => l.Contains("cut", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_line_that_is_changed_while_the_server_runs_is_noticed_when_the_log_is_signed_next()
    {
        await using var served = await StartAsync();
        await served.AddAsync(Chiyoda, "千代田区");
        Assert.Equal(0, (await served.RunAsync("installation", "sheet")).Code);
        await served.AddAsync(Sapporo, "札幌市");
        Assert.Equal(0, (await served.RunAsync("installation", "sheet")).Code); // by now it has read all lines once
        await served.AddAsync(Naha, "那覇市");
        var log = await File.ReadAllTextAsync(InstallationLog.PathOf(served.Towns.Root));
        await using (var file = new FileStream(InstallationLog.PathOf(served.Towns.Root), FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            await file.WriteAsync(System.Text.Encoding.UTF8.GetBytes(log.Replace("千代田区", "千代出区", StringComparison.Ordinal)));
        }

        var (code, text) = await served.RunAsync("installation", "sheet");
        Assert.NotEqual(0, code);
        Assert.Contains("town-log-damaged", text);
    }

    [Theory]
    [InlineData("1 x", "town-not-a-sheet")]
    [InlineData("abc", "town-not-a-sheet")]
    [InlineData("1 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "town-log-damaged")]
    [InlineData("999 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "town-log-damaged")]
    public async Task A_kept_line_that_does_not_fit_is_said(string kept, string problem)
    {
        await using var served = await StartAsync();
        await served.AddAsync(Chiyoda, "千代田区");
        Assert.Contains(problem, (await served.RunAsync("installation", "verify", "--against", kept)).Text);
    }
}
