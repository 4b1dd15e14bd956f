using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Platform.Audit;
using Yakuba.Testing;
using Yakuba.Tests.Api;

namespace Yakuba.Tests.Operation;

/// <summary>A backup is worth what its restoration shows.</summary>
public sealed class DrillTests
{
    [Fact]
    public async Task A_backup_made_under_load_is_tried_and_gives_back_everything_that_was_there_before_it()
    {
        await using var town = await ServedTown.OpenAsync();
        using var files = new TemporaryFolder();
        using var boss = await town.SignInAsync("boss");
        Assert.Contains("まだ試していません", await boss.GetStringAsync("/health"));
        Assert.Equal(0, (await town.RunAsync("ask", "ごみの収集は祝日も行いますか")).Code);

        using var stop = new CancellationTokenSource();
        var asking = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                Assert.Equal(0, (await town.RunAsync("ask", "ごみの収集は祝日も行いますか")).Code);
            }
        });
        var bringing = Task.Run(async () =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++)
            {
                await File.WriteAllTextAsync(files[$"n{i}.md"], $"# 文書{i}\n\n手数料は{i}円です。\n");
                Assert.Equal(0, (await town.RunAsync("import", files[$"n{i}.md"], "--section", "環境課", "--publish")).Code);
            }
        });

        var made = await town.RunAsync("backup", files["b.tar"]);
        var tried = await town.RunAsync("backup", "drill", files["b.tar"], "--json");
        await stop.CancelAsync();
        await Task.WhenAll(asking, bringing);

        Assert.Equal(0, made.Code);
        Assert.True(tried.Code == 0, tried.Results + tried.Remarks);
        var drill = JsonDocument.Parse(tried.Results).RootElement;
        Assert.True(drill.GetProperty("isGood").GetBoolean());
        Assert.True(drill.GetProperty("documents").GetProperty("then").GetInt64() >= 2);
        Assert.True(drill.GetProperty("answers").GetProperty("then").GetInt64() >= 1);
        Assert.True(drill.GetProperty("entries").GetProperty("now").GetInt64() > drill.GetProperty("entries").GetProperty("then").GetInt64());
        Assert.DoesNotContain("まだ試していません", await boss.GetStringAsync("/health"));
        Assert.Contains("再開できることを確かめました", await boss.GetStringAsync("/health"));
    }

    [Fact]
    public async Task A_backup_of_another_town_does_not_pass()
    {
        await using var other = await ServedTown.OpenAsync();
        await using var town = await ServedTown.OpenAsync();
        using var files = new TemporaryFolder();
        Assert.Null((await other.Services.GetRequiredService<RecordKeeper>().SignAsync(default)).Problem);
        Assert.Equal(0, (await other.RunAsync("backup", files["b.tar"])).Code);
        var tried = await town.RunAsync("backup", "drill", files["b.tar"], "--json");
        Assert.Equal(1, tried.Code);
        Assert.False(JsonDocument.Parse(tried.Results).RootElement.GetProperty("isBeginning").GetBoolean());
        using var boss = await town.SignInAsync("boss");
        Assert.Contains("まだ試していません", await boss.GetStringAsync("/health"));
    }

    [Fact]
    public async Task A_damaged_backup_does_not_pass_and_does_not_count()
    {
        await using var town = await ServedTown.OpenAsync();
        using var files = new TemporaryFolder();
        using var boss = await town.SignInAsync("boss");
        Assert.Equal(0, (await town.RunAsync("backup", files["b.tar"])).Code);
        var bytes = await File.ReadAllBytesAsync(files["b.tar"]);
        await File.WriteAllBytesAsync(files["half.tar"], bytes[..(bytes.Length / 2)]);

        var tried = await town.RunAsync("backup", "drill", files["half.tar"]);

        Assert.Equal(2, tried.Code);
        Assert.Matches("restore-(truncated|damaged)", tried.Remarks);
        Assert.Contains("まだ試していません", await boss.GetStringAsync("/health"));
    }

    [Fact]
    public async Task The_newest_backups_are_kept_and_nothing_else_is_touched()
    {
        await using var town = await ServedTown.OpenAsync();
        using var files = new TemporaryFolder();
        await File.WriteAllTextAsync(files["yakuba-notes.tar"], "mine");
        await File.WriteAllTextAsync(files["other-1.tar"], "mine");
        for (var day = 1; day <= 4; day++)
        {
            Assert.Equal(0, (await town.RunAsync("backup", files[$"yakuba-2026040{day}.tar"], "--keep", "2")).Code);
        }

        Assert.Equal(
            ["other-1.tar", "yakuba-20260403.tar", "yakuba-20260404.tar", "yakuba-notes.tar"],
            Directory.GetFiles(files.Path).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
        Assert.Equal(2, (await town.RunAsync("backup", files["yakuba-20260405.tar"], "--keep", "0")).Code);
    }

    [Fact]
    public async Task Keeping_few_swept_backups_of_another_name_and_stopped_at_a_file_that_was_cut_off()
    {
        await using var town = await ServedTown.OpenAsync();
        using var files = new TemporaryFolder();
        Assert.Equal(0, (await town.RunAsync("backup", files["yakuba-20260401.tar"])).Code);
        string[] others = ["20260401.tar", "yakuba-old-20260401.tar", "yakuba-262012-20260401.tar", "yakuba-262013-20260401-021500.tar", "yakuba-20260401.tar.bak", "yakuba-1.tar"];
        foreach (var other in others)
        {
            File.Copy(files["yakuba-20260401.tar"], files[other]);
        }

        await File.WriteAllBytesAsync(files["yakuba-20260331.tar"], (await File.ReadAllBytesAsync(files["yakuba-20260401.tar"]))[..600]);

        var made = await town.RunAsync("backup", files["yakuba-20260402.tar"], "--keep", "1");
        var plain = await town.RunAsync("backup", files["yakuba.tar"], "--keep", "1");

        Assert.Equal(0, made.Code);
        Assert.Equal(
            [.. others.Concat(["yakuba-20260331.tar", "yakuba-20260402.tar"]).Order(StringComparer.Ordinal)],
            Directory.GetFiles(files.Path).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
        Assert.True(plain.Code == 2 && plain.Remarks.Contains("backup-keep-name"), plain.Remarks);
    }

    [Fact]
    public async Task A_backup_that_was_killed_left_the_whole_state_lying()
    {
        await using var town = await ServedTown.OpenAsync();
        using var files = new TemporaryFolder();
        string[] left = ["yakuba-20260401-021500.tar.new", "yakuba-20260401-021500.tar.state", "yakuba-20260401-021500.tar.state-journal"];
        string[] others = ["other-20260401.tar.new", "yakuba-20260402.tar.new", "yakuba-20260402.tar.state", "notes.new"];
        foreach (var file in left.Concat(others))
        {
            await File.WriteAllTextAsync(files[file], "half");
        }

        await using (var atIt = new FileStream(files["yakuba-20260402.tar.new"], FileMode.Open, FileAccess.ReadWrite, FileShare.None)) // another is being made
        {
            Assert.Equal(0, (await town.RunAsync("backup", files["yakuba-20260403.tar"])).Code);
        }

        Assert.Equal([.. others.Append("yakuba-20260403.tar").Order(StringComparer.Ordinal)], Directory.GetFiles(files.Path).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
    }
}
