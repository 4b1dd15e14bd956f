using System.Net;
using System.Text.Json;
using Yakuba.Office.Library;
using Yakuba.Office.Library.Holding;
using Yakuba.Office.Tests.Library;
using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Platform.Jobs;
using Yakuba.Platform.Privacy;
using Yakuba.Testing;

namespace Yakuba.Office.Tests.Privacy;

/// <summary>Documents that came in before the gate, and held ones of sections in which nobody could decide.</summary>
public sealed class RecheckTests
{
    private const string Number = "2626-2626-2621";
    private const string Text = $"支給台帳の写し\n\n受給者の個人番号は {Number} です。花火大会の支給台帳です。";

    [Theory, ClassData(typeof(BothEngines))]
    public async Task What_came_in_before_the_gate_is_found_held_and_comes_back_as_it_was_by_a_decision(StorageEngine engine)
    {
        await using var town = await LibraryTown.OpenAsync(engine);
        await town.ImportAsync("花火.txt", "花火大会の案内\n\n花火大会は8月です。");
        var version = await ImportBeforeTheGateAsync(town, "台帳.txt");
        Assert.Equal(2, (await town.SearchAsync(null, "花火大会")).Count); // the control: residents find it

        var (code, said) = await town.CommandAsync("library", "recheck");

        Assert.Equal(0, code);
        Assert.Contains("文書の版 2件、保留にしたもの 1件", said);
        Assert.Equal(["花火大会の案内"], await town.SearchAsync(null, "花火大会"));
        Assert.Contains(LibraryActions.Held, await town.Town.AuditActionsAsync());
        using var kudo = await HoldTests.PageAsync(town, "kudo");
        Assert.Contains("受給者の個人番号は <mark>●●●●</mark> です。", await kudo.GetStringAsync("/library/held"));
        using var nishi = await HoldTests.PageAsync(town, "nishi");
        Assert.Contains("所管課の所属長です", await HoldTests.DecideAsync(nishi, version, "remove", "誤り")); // it was published: staff alone do not remove it
        Assert.Equal("", await HoldTests.DecideAsync(kudo, version, "not-personal", "記入例です"));
        Assert.Equal(2, (await town.SearchAsync(null, "花火大会")).Count); // published, as before

        Assert.Contains("保留にしたもの 0件", (await town.CommandAsync("library", "recheck")).Said); // what was let in with a reason is not asked about again
    }

    [Fact]
    public async Task A_recheck_that_was_cut_off_goes_on_after_the_last_version_it_looked_at()
    {
        await using var town = await LibraryTown.OpenAsync();
        List<uint> versions = [];
        for (var i = 0; i < 45; i++)
        {
            versions.Add(await ImportBeforeTheGateAsync(town, $"台帳{i}.txt", $"{i}番の{Text}"));
        }

        using var stop = new CancellationTokenSource();
        var reports = 0;
        Task ReportAsync(JobProgress progress)
        {
            if (++reports == 2)
            {
                stop.Cancel(); // as a process that dies after the first twenty
            }

            stop.Token.ThrowIfCancellationRequested();
            return Task.CompletedTask;
        }

        var job = town.Town.Get<RecheckJob>();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => job.RunAsync(new JobRun("j", "{}", Actor.Console("test"), 1, ReportAsync, town.Town.Services), stop.Token));
        await using (var read = await town.Town.Database.ReadAsync())
        {
            Assert.Equal((20, 20), (await read.CountAsync("SELECT count(*) FROM held_version"), await read.CountAsync("SELECT through FROM library_recheck")));
        }

        var ended = await job.RunAsync(new JobRun("j", "{}", Actor.Console("test"), 2, _ => Task.CompletedTask, town.Town.Services), default);
        Assert.Equal(new RecheckReport(45, 45), JsonSerializer.Deserialize<RecheckReport>(ended.Value));
        Assert.Empty(await town.SearchAsync("kudo", "支給台帳"));
    }

    [Fact]
    public async Task Of_a_section_without_a_head_the_administrator_decides_without_reading_it()
    {
        await using var town = await LibraryTown.OpenAsync();
        var version = await town.ImportAsync("台帳.txt", Text, label: "機密性2");
        using var admin = await HoldTests.PageAsync(town, "admin");
        Assert.DoesNotContain($"held-{version}", await admin.GetStringAsync("/library/held")); // kudo is there
        Assert.Contains("保留中の文書が見つかりません", await HoldTests.DecideAsync(admin, version, "not-personal", "記入例です"));

        using (var browser = await town.BrowserAsync("admin"))
        {
            Assert.Equal(HttpStatusCode.OK, (await browser.PutAsync("/api/v1/people/kudo/state", new StringContent("{\"active\":false}", System.Text.Encoding.UTF8, "application/json"))).StatusCode);
        }

        var page = await admin.GetStringAsync("/library/held");
        Assert.Contains($"版の番号 {version}", page);
        Assert.All(new[] { "支給台帳", "受給者", "台帳.txt", "2626" }, word => Assert.DoesNotContain(word, page));
        using var nishi = await HoldTests.PageAsync(town, "nishi");
        Assert.Contains("所管課の所属長です", await HoldTests.DecideAsync(nishi, version, "not-personal", "記入例です"));
        Assert.Equal("", await HoldTests.DecideAsync(admin, version, "not-personal", "課の職員が原本で確かめた"));
        Assert.Contains(LibraryActions.HeldReleased, await town.Town.AuditActionsAsync());
        Assert.Equal(["支給台帳の写し"], await town.SearchAsync("nishi", "支給台帳"));
    }

    // With the business registered, as a program of before the gate took in everything.
    [Fact]
    public async Task A_version_that_is_held_takes_no_other_out_of_force()
    {
        await using var town = await LibraryTown.OpenAsync();
        await town.ImportAsync("台帳.txt", "支給台帳の案内\n\n花火大会の案内は春に出します。");
        town.Town.Clock.Advance(TimeSpan.FromDays(2));
        await ImportBeforeTheGateAsync(town, "台帳.txt");
        Assert.Equal(["支給台帳の写し"], await town.SearchAsync(null, "花火大会")); // the control: it took the place of the older one

        Assert.Equal(0, (await town.CommandAsync("library", "recheck")).Code);

        Assert.Equal(["支給台帳の案内"], await town.SearchAsync(null, "花火大会"));
    }

    private static async Task<uint> ImportBeforeTheGateAsync(LibraryTown town, string file, string text = Text)
    {
        await HoldTests.SetAsync(town, PrivacySettings.ImportMyNumber, "番号法別表の支給事務");
        var version = await town.ImportAsync(file, text);
        await HoldTests.SetAsync(town, PrivacySettings.ImportMyNumber, "");
        return version;
    }
}
