using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Yakuba.Platform.Data;
using Yakuba.Testing;

namespace Yakuba.Tests.Operation;

/// <summary>From the release before to this one and back, with both programs, on a directory that the release before filled.</summary>
public sealed partial class UpgradeTests
{
    private const string Question = "祝日もごみを収集しますか";
    private const string Later = "粗大ごみの手数料はいくらですか";

    [Fact]
    public async Task A_municipality_goes_to_this_release_and_back_and_nothing_is_lost_in_silence()
    {
        using var files = new TemporaryFolder();
        var (old, now, data) = (Release.Previous, Release.This, files["data"]);
        var password = await FillAsync(old, files, data);
        await old.DoAsync(data, "ask", Question);
        Assert.Contains("改ざんはありません", await old.DoAsync(data, "audit", "verify"));
        var before = await EntriesAsync(old, data);

        // Up: a copy is taken, and everything is there.
        Assert.Contains("改ざんはありません", await now.DoAsync(data, "audit", "verify"));
        var copy = Assert.Single(Copies(data, "before"));
        Assert.Contains("収集します", await now.DoAsync(data, "ask", Question));
        await SignsInAsync(now, data, password);

        // The older program leaves newer data alone.
        var refused = await old.RunAsync(data, "audit", "verify");
        Assert.True(refused.Code == 2 && refused.Remarks.Contains("storage-newer-version"), refused.ToString());

        // Back: not while something would be lost, and nothing is changed by asking.
        await File.WriteAllTextAsync(files["sodai.md"], "# 粗大ごみ\n\n粗大ごみの手数料は、1個につき500円です。\n");
        await now.DoAsync(data, "import", files["sodai.md"], "--section", "環境課", "--publish");
        Assert.Contains("500円", await now.DoAsync(data, "ask", Later));
        var upgraded = await EntriesAsync(now, data);
        refused = await now.RunAsync(data, "rollback", "--reason", "試験");
        Assert.True(refused.Code == 2 && refused.Remarks.Contains("operate-rollback-loses"), refused.ToString());
        Assert.Contains("文書の登録 1件", refused.Results);
        Assert.Contains("回答 2件", refused.Results); // the one that was asked to see that all is there, and the later one
        Assert.Contains("500円", await now.DoAsync(data, "ask", Later));

        var back = await now.DoAsync(data, "rollback", "--reason", "新しい版が合わない", "--accept-loss");
        Assert.Contains(copy, back);
        var kept = Assert.Single(Copies(data, "after"));
        Assert.Contains(File.ReadLines(Path.Combine(data, "snapshots", kept + ".csv")), l => l.Contains("文書"));

        // The older program goes on where it was, and the record has all that happened since.
        Assert.Contains("改ざんはありません", await old.DoAsync(data, "audit", "verify"));
        Assert.True(await EntriesAsync(old, data) > upgraded && upgraded > before, $"{before}, {upgraded}");
        Assert.Contains("収集します", await old.DoAsync(data, "ask", Question));
        Assert.DoesNotContain("500円", (await old.RunAsync(data, "ask", Later)).Results);
        await SignsInAsync(old, data, password);

        // Up once more, and what was put aside comes back.
        Assert.Contains(kept, await now.DoAsync(data, "rollback", kept, "--reason", "もう一度、新しい版を使う", "--accept-loss"));
        Assert.Contains("改ざんはありません", await now.DoAsync(data, "audit", "verify"));
        Assert.Contains("500円", await now.DoAsync(data, "ask", Later));
    }

    [Fact]
    public async Task Going_back_right_after_the_upgrade_loses_nothing_and_asks_nothing()
    {
        using var files = new TemporaryFolder();
        var (old, now, data) = (Release.Previous, Release.This, files["data"]);
        await FillAsync(old, files, data);
        var early = await now.RunAsync(data, "rollback", "--reason", "試験");
        Assert.True(early.Code == 2 && early.Remarks.Contains("operate-rollback-not-upgraded"), early.ToString());
        Assert.Empty(Copies(data, "before")); // asking did not bring it forward

        var killed = 0;

        // Killed at any moment of the upgrade: what is there afterwards is a whole state, and the next start brings it forward.
        foreach (var moment in (Func<TimeSpan, bool>[])[_ => Directory.Exists(Path.Combine(data, "snapshots")), _ => Copies(data, "before").Count > 0, .. new[] { 150, 300, 450 }.Select(ms => (Func<TimeSpan, bool>)(t => t.TotalMilliseconds > ms))])
        {
            using var upgrade = now.Start(data, "audit", "verify");
            var clock = Stopwatch.StartNew();
            try
            {
                while (!upgrade.HasExited && !moment(clock.Elapsed))
                {
                    await Task.Delay(1);
                }
            }
            finally
            {
                upgrade.Kill(entireProcessTree: true);
            }

            await Task.WhenAll(upgrade.StandardOutput.ReadToEndAsync(), upgrade.StandardError.ReadToEndAsync(), upgrade.WaitForExitAsync());
            killed += upgrade.ExitCode == 137 ? 1 : 0;
        }

        Assert.True(killed >= 2, $"{killed} of 5 were killed");

        Assert.Contains("改ざんはありません", await now.DoAsync(data, "audit", "verify"));
        Assert.NotEmpty(Copies(data, "before"));
        foreach (var copy in Copies(data, "before"))
        {
            Assert.True(await StateFile.NewestAppliedAsync(Path.Combine(data, "snapshots", copy + ".db"), CancellationToken.None) > 0, copy);
        }

        Assert.Contains("戻しました", await now.DoAsync(data, "rollback", "--reason", "起動しなかった"));
        Assert.Contains("改ざんはありません", await old.DoAsync(data, "audit", "verify"));
        Assert.Contains("収集します", await old.DoAsync(data, "ask", Question));

        // Up for good: once a key was changed or a text erased, there is no way back, and the record holds all of it.
        Assert.Contains("改ざんはありません", await now.DoAsync(data, "audit", "verify"));
        await now.DoAsync(data, "audit", "change-key", "--reason", "担当者の交代");
        await Console.EraseAsync(data);
        var refused = await now.RunAsync(data, "rollback", "--reason", "新しい版が合わない", "--accept-loss");
        Assert.True(refused.Code == 2 && refused.Remarks.Contains("operate-rollback-breaks-record"), refused.ToString());
        Assert.Contains("改ざんはありません", await now.DoAsync(data, "audit", "verify"));
    }

    /// <summary>A section, a document, an administrator.</summary>
    /// <returns>The administrator's one-time password.</returns>
    private static async Task<string> FillAsync(Release release, TemporaryFolder files, string data)
    {
        await File.WriteAllTextAsync(files["gomi.md"], "# ごみの出し方\n\n祝日もごみを収集します。\n");
        var said = await release.DoAsync(data, "user", "add", "kanri", "--name", "管理者", "--role", "管理者");
        await release.DoAsync(data, "section", "add", "kankyo", "環境課");
        await release.DoAsync(data, "import", files["gomi.md"], "--section", "環境課", "--publish");
        return OneTime().Match(said) is { Success: true } password ? password.Groups[1].Value : throw new InvalidOperationException("No password in: " + said);
    }

    private static async Task SignsInAsync(Release release, string data, string password)
    {
        await using var served = await release.ServeAsync(data);
        using var browser = new HttpClient { BaseAddress = served.Address };
        using var answer = await browser.PostAsJsonAsync("/api/v1/session", new { userName = "kanri", password });
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }

    private static async Task<long> EntriesAsync(Release release, string data)
    {
        var said = await release.RunAsync(data, "audit", "verify", "--json");
        return JsonDocument.Parse(said.Results).RootElement.GetProperty("entries").GetInt64();
    }

    private static IReadOnlyList<string> Copies(string data, string word) =>
        Directory.Exists(Path.Combine(data, "snapshots")) ? [.. Directory.GetFiles(Path.Combine(data, "snapshots"), word + "-*.db").Select(f => Path.GetFileNameWithoutExtension(f))] : [];

    [GeneratedRegex(@"仮のパスワード: ([a-z0-9-]+)")]
    private static partial Regex OneTime();
}
