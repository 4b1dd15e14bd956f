using System.Net;
using System.Net.Http.Json;
using Yakuba.Platform.Data;
using Yakuba.Testing;
using Yakuba.Towns;
using static Yakuba.Tests.Towns.ServedInstallation;

namespace Yakuba.Tests.Towns;

/// <summary>Several nodes serve one installation: each town is in at most one of them, and what one does with the list of towns holds for all.</summary>
public sealed class NodesTests
{
    private const string Miyazaki = "452017"; // its schema is nobody else's on a server that several classes use
    private const string Canary = "VJQHZKWMTX";
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_request_at_the_wrong_node_is_not_begun_and_names_the_node_that_has_the_town()
    {
        await using var a = await JoinAsync("a");
        await a.AddAsync(Chiyoda, "千代田区");
        await a.FillAsync(Chiyoda, Canary);
        await using var b = await JoinAsync("b", a.Towns.Root);
        using var elsewhere = b.Browser(Chiyoda);
        using var response = await elsewhere.PostAsJsonAsync("api/v1/session", new { userName = "mori", password = TestTown.Password });
        Assert.Equal(HttpStatusCode.MisdirectedRequest, response.StatusCode);
        Assert.Equal("a", Assert.Single(response.Headers.GetValues(Node.AtHeader)));
        Assert.Equal("b", Assert.Single(response.Headers.GetValues(Node.FromHeader)));
        Assert.Contains("town-at-other-node", await response.Content.ReadAsStringAsync());
        Assert.DoesNotContain("signed-in", await a.ActionsAsync(Chiyoda));

        using var there = await a.SignInAsync(Chiyoda, "mori"); // the control
        Assert.Contains("signed-in", await a.ActionsAsync(Chiyoda));
    }

    [Fact]
    public async Task A_town_goes_home_as_soon_as_its_home_sends_a_request_on_and_it_rests()
    {
        await using var a = await JoinAsync("a");
        await a.AddAsync(Chiyoda, "千代田区");
        await a.FillAsync(Chiyoda, Canary);
        await using var b = await JoinAsync("b", a.Towns.Root);
        using (var guest = a.Browser(Chiyoda))
        {
            guest.DefaultRequestHeaders.Add(Node.FromHeader, "nobody"); // the control: there is no such node
            Assert.Equal(HttpStatusCode.OK, (await guest.GetAsync("signin")).StatusCode);
            await Task.Delay(1500);
            Assert.True(a.Towns.Live(Chiyoda).IsOpen);
        }

        using (var sentOn = a.Browser(Chiyoda))
        {
            sentOn.DefaultRequestHeaders.Add(Node.FromHeader, "b");
            Assert.Equal(HttpStatusCode.OK, (await sentOn.GetAsync("signin")).StatusCode);
            await UntilAsync(() => !a.Towns.Live(Chiyoda).IsOpen);
            using var gone = await sentOn.GetAsync("signin"); // one that was on its way meanwhile
            Assert.Equal(HttpStatusCode.MisdirectedRequest, gone.StatusCode);
            Assert.Equal("b", Assert.Single(gone.Headers.GetValues(Node.AtHeader)));
            Assert.Equal("-", Assert.Single(gone.Headers.GetValues(Node.FromHeader))); // there it is as if it came for the first time, but for one return
        }

        using var home = await b.SignInAsync(Chiyoda, "mori");
        Assert.Contains(Canary, await home.GetStringAsync("documents/1"));
    }

    [Fact]
    public async Task A_town_that_a_command_has_after_it_went_home_is_waited_for_and_not_sent_to_and_fro()
    {
        await using var a = await JoinAsync("a");
        await a.AddAsync(Chiyoda, "千代田区");
        await using var b = await JoinAsync("b", a.Towns.Root);
        using var sentOn = a.Browser(Chiyoda);
        sentOn.DefaultRequestHeaders.Add(Node.FromHeader, "b");
        Assert.Equal(HttpStatusCode.OK, (await sentOn.GetAsync("signin")).StatusCode);
        await UntilAsync(() => !a.Towns.Live(Chiyoda).IsOpen && a.Towns.Live(Chiyoda).Homing.IsGoneTo("b"));
        Task<HttpResponseMessage> waiting;
        await using (await HeldAsync(Path.Combine(a.Towns.FolderOf(Chiyoda), "lock"))) // as an operator's command has it
        {
            using var atHome = b.Browser(Chiyoda);
            using var sentAway = await atHome.GetAsync("signin");
            Assert.Equal("a", Assert.Single(sentAway.Headers.GetValues(Node.AtHeader))); // a command does not write who has it
            waiting = sentOn.GetAsync("signin");
            await Task.Delay(500);
            Assert.False(waiting.IsCompleted, "it was sent back");
        }

        using var served = await waiting.WaitAsync(Longest);
        Assert.Equal(HttpStatusCode.OK, served.StatusCode);
    }

    [Fact]
    public async Task A_request_that_was_sent_back_three_times_is_sent_on_no_more()
    {
        await using var a = await JoinAsync("a");
        await a.AddAsync(Chiyoda, "千代田区");
        await a.InTownAsync(Chiyoda, _ => Task.CompletedTask);
        await using var b = await JoinAsync("b", a.Towns.Root);
        using var back = b.Browser(Chiyoda);
        back.DefaultRequestHeaders.Add(Node.FromHeader, "--");
        using (var again = await back.GetAsync("signin"))
        {
            Assert.Equal((HttpStatusCode.MisdirectedRequest, "b--"), (again.StatusCode, Assert.Single(again.Headers.GetValues(Node.FromHeader))));
        }

        back.DefaultRequestHeaders.Remove(Node.FromHeader);
        back.DefaultRequestHeaders.Add(Node.FromHeader, "---"); // each time a hyphen more, and nginx would end it with a page of its own after ten
        using var refused = await back.GetAsync("signin");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Contains("town-moving", await refused.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task What_a_living_node_opened_is_left_to_it_and_what_a_dead_one_opened_is_taken_up()
    {
        await using var b = await JoinAsync("b");
        await using (var a = await JoinAsync("a", b.Towns.Root))
        {
            await a.AddAsync(Chiyoda, "千代田区");
            await a.InTownAsync(Chiyoda, _ => Task.CompletedTask);
            await UntilAsync(() => b.Towns.Find("127.0.0.1", "/t/" + Chiyoda) is not null);
            using var guest = b.Browser(Chiyoda);
            Assert.Equal(HttpStatusCode.MisdirectedRequest, (await guest.GetAsync("signin")).StatusCode); // it was asked for here, too
            Assert.Null(new TownKeeper(b.Towns, 20).Due());
        }

        var keeper = new TownKeeper(b.Towns, 20);
        Assert.Equal(Chiyoda, keeper.Due()?.Code);

        var description = Path.Combine(b.Towns.FolderOf(Chiyoda), "yakuba.json"); // one that cannot be opened is not tried at each look
        File.Move(description, description + ".away");
        await keeper.VisitAsync(b.Towns.Live(Chiyoda), CancellationToken.None);
        Assert.Null(keeper.Due());
    }

    [Fact]
    public async Task Nodes_start_end_and_enter_heads_while_an_act_lasts_and_no_other_act_begins()
    {
        await using var a = await JoinAsync("a");
        await a.AddAsync(Chiyoda, "千代田区");
        var (begun, ended) = (new TaskCompletionSource(), new TaskCompletionSource());
        var act = a.Towns.AloneAsync<Platform.Done>(
            async () =>
            {
                begun.SetResult();
                await ended.Task;
                return Platform.Done.Instance;
            },
            CancellationToken.None);
        await begun.Task;
        await using (var b = await Task.Run(() => JoinAsync("b", a.Towns.Root)).WaitAsync(TimeSpan.FromSeconds(40))) // whoever waited for the act gave up after 60
        {
            var (code, text) = await b.RunAsync("installation", "sheet");
            Assert.True(code == 0, text);
        }

        await using var c = await JoinAsync("c", a.Towns.Root);
        var other = c.RunAsync("town", "suspend", Chiyoda, "--reason", "試験");
        await Task.Delay(500);
        Assert.False(other.IsCompleted);
        ended.SetResult();
        await act;
        Assert.Equal(0, (await other).Code);
        Assert.Equal(0, (await a.RunAsync("installation", "sheet")).Code); // it knows what b and c have written
    }

    [Fact]
    public async Task A_town_that_never_rests_goes_home_after_a_while_and_nobody_is_refused()
    {
        await using var a = await JoinAsync("a");
        await a.AddAsync(Chiyoda, "千代田区");
        await using var b = await JoinAsync("b", a.Towns.Root);
        using var direct = a.Browser(Chiyoda);
        using var sentOn = a.Browser(Chiyoda);
        sentOn.DefaultRequestHeaders.Add(Node.FromHeader, "b");
        using var first = b.Browser(Chiyoda);
        await direct.GetAsync("signin");
        using var over = new CancellationTokenSource(Longest);
        var statuses = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            var seen = new HashSet<HttpStatusCode>();
            while (!seen.Contains(HttpStatusCode.MisdirectedRequest))
            {
                over.Token.ThrowIfCancellationRequested();
                seen.Add((await sentOn.GetAsync("signin")).StatusCode);
            }

            return seen;
        }));
        Assert.All(statuses, s => Assert.Subset(new HashSet<HttpStatusCode> { HttpStatusCode.OK, HttpStatusCode.MisdirectedRequest }, s));
        Assert.Contains(statuses, s => s.Contains(HttpStatusCode.OK));
        Assert.Equal(HttpStatusCode.OK, (await first.GetAsync("signin")).StatusCode);
    }

    [Fact]
    public async Task What_one_node_does_with_the_list_of_towns_holds_for_the_others()
    {
        await using var a = await JoinAsync("a");
        await using var b = await JoinAsync("b", a.Towns.Root);
        Assert.Equal(0, (await b.RunAsync("town", "add", Chiyoda, "千代田区")).Code);
        Assert.Equal(0, (await a.RunAsync("town", "add", Sapporo, "札幌市")).Code);
        using var atA = a.Browser(Chiyoda);
        await UntilAsync(() => a.Towns.Find("127.0.0.1", "/t/" + Chiyoda) is not null);
        Assert.Equal(HttpStatusCode.OK, (await atA.GetAsync("signin")).StatusCode);
        Assert.Contains("town-at-other-node", (await b.RunAsync("town", "administrator", Chiyoda)).Text);
        Assert.Equal(0, (await a.RunAsync("town", "administrator", Chiyoda)).Code);

        var (code, text) = await b.RunAsync("town", "suspend", Chiyoda, "--reason", "試験");
        Assert.True(code == 0 && !text.Contains("注意", StringComparison.Ordinal), text);
        Assert.False(a.Towns.Live(Chiyoda).IsOpen);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await atA.GetAsync("signin")).StatusCode);
        Assert.Equal(0, (await a.RunAsync("town", "resume", Chiyoda)).Code);
        Assert.Equal(HttpStatusCode.OK, (await atA.GetAsync("signin")).StatusCode);
        var recorded = await a.ActionsAsync(Chiyoda);
        Assert.Contains("town-suspended", recorded);
        Assert.Contains("town-resumed", recorded);

        Assert.Equal(0, (await b.RunAsync("town", "suspend", Chiyoda, "--reason", "終わり")).Code);
        (code, text) = await b.RunAsync("town", "delete", Chiyoda, "--confirm", Chiyoda, "--without-export");
        Assert.True(code == 0, text);
        await UntilAsync(() => a.Towns.File.Find(Chiyoda) is null);
        Assert.Equal([Sapporo], b.Towns.File.Towns.Select(t => t.Code));
        (code, text) = await a.RunAsync("installation", "sheet"); // each has written to the log after the other
        Assert.True(code == 0, text);
        (code, text) = await b.RunAsync("installation", "verify");
        Assert.True(code == 0, text);
    }

    [Fact]
    public async Task A_node_shares_with_nodes_only_and_has_a_name_of_its_own()
    {
        await using var a = await JoinAsync("a");
        using var opener = new TownOpener(Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance);
        Assert.Equal("storage-in-use", Installation.Open(a.Towns.Root, opener).Problem!.Name);
        Assert.Equal("town-node-twice", Installation.Open(a.Towns.Root, opener, node: "a").Problem!.Name);
        Assert.Equal("town-node-name-wrong", Installation.Open(a.Towns.Root, opener, node: "../a").Problem!.Name);
        await using var alone = await StartAsync();
        Assert.Equal("storage-in-use", Installation.Open(alone.Towns.Root, opener, node: "b").Problem!.Name);
    }

    [Fact]
    public async Task A_node_that_ends_sends_nobody_to_itself_and_its_towns_are_taken_over()
    {
        await using var b = await JoinAsync("b");
        await using (var a = await JoinAsync("a", b.Towns.Root))
        {
            await a.AddAsync(Chiyoda, "千代田区");
            await a.FillAsync(Chiyoda, Canary);
            await UntilAsync(() => b.Towns.Find("127.0.0.1", "/t/" + Chiyoda) is not null);
        }

        using var taken = await b.SignInAsync(Chiyoda, "mori");
        Assert.Contains(Canary, await taken.GetStringAsync("documents/1"));
        Assert.Equal("b", DataDirectory.OwnerOf(b.Towns.FolderOf(Chiyoda)));
    }

    [Theory, InlineData("a"), InlineData("")] // the second serves alone
    public async Task A_node_whose_store_was_taken_writes_nothing_and_lets_the_town_go(string node)
    {
        await using var a = await JoinAsync(node);
        await a.AddAsync(Miyazaki, "宮崎市", "", await PostgresServer.ConnectionAsync());
        await a.FillAsync(Miyazaki, Canary);
        using var browser = a.Browser(Miyazaki);
        using var copy = new TemporaryFolder(); // what shared storage that lost a lock would allow
        File.Copy(Path.Combine(a.Towns.FolderOf(Miyazaki), "yakuba.json"), copy["yakuba.json"]);
        await (await DataDirectory.OpenAsync(copy.Path, null, TimeProvider.System)).Value.DisposeAsync();
        var person = new { userName = "mori", password = TestTown.Password };
        using var refused = await browser.PostAsJsonAsync("api/v1/session", person);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Contains("storage-taken", await refused.Content.ReadAsStringAsync());
        for (var since = Environment.TickCount64; ; await Task.Delay(100)) // it still has the lock of the directory: opened anew, it is the owner again
        {
            using var again = await browser.PostAsJsonAsync("api/v1/session", person);
            Assert.True(again.IsSuccessStatusCode || Environment.TickCount64 - since < Longest.TotalMilliseconds, await again.Content.ReadAsStringAsync());
            if (again.IsSuccessStatusCode)
            {
                break;
            }
        }

        Assert.DoesNotContain("sign-in-failed", await a.ActionsAsync(Miyazaki));
    }

    [Fact]
    public async Task Shared_storage_that_fails_once_ends_no_town()
    {
        await using var a = await JoinAsync("a");
        await a.AddAsync(Chiyoda, "千代田区");
        using var browser = a.Browser(Chiyoda);
        var owner = Path.Combine(a.Towns.FolderOf(Chiyoda), "owner");
        File.CreateSymbolicLink(owner, "/proc/self/mem"); // whoever reads it is told of an I/O error
        using var refused = await browser.GetAsync("signin");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        File.Delete(owner);
        for (var since = Environment.TickCount64; !(await browser.GetAsync("signin")).IsSuccessStatusCode; await Task.Delay(50))
        {
            Assert.True(Environment.TickCount64 - since < Longest.TotalMilliseconds, "not opened within a minute");
        }
    }

    [Fact]
    public async Task A_list_that_cannot_be_read_is_written_over_by_nobody()
    {
        await using var a = await JoinAsync("a");
        await a.AddAsync(Chiyoda, "千代田区");
        var path = InstallationFile.PathOf(a.Towns.Root);
        var whole = await File.ReadAllBytesAsync(path);
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path)).Replace("\"version\": 1", "\"version\": 99", StringComparison.Ordinal));
        var newer = await File.ReadAllBytesAsync(path);
        Assert.NotEqual(whole, newer);
        Assert.Contains("storage-newer-version", (await a.RunAsync("town", "suspend", Chiyoda, "--reason", "試験")).Text);
        Assert.Equal(newer, await File.ReadAllBytesAsync(path));
        await File.WriteAllBytesAsync(path, whole);
        Assert.Equal(0, (await a.RunAsync("town", "suspend", Chiyoda, "--reason", "試験")).Code); // and nothing stays locked
    }

    [Fact]
    public async Task What_another_node_entered_in_the_log_is_no_damage_here()
    {
        await using var a = await JoinAsync("a");
        await using var b = await JoinAsync("b", a.Towns.Root);
        await a.AddAsync(Chiyoda, "千代田区");
        await a.RunAsync("installation", "sheet");
        var head = a.Towns.Log.Last!;
        var (code, text) = await b.RunAsync("installation", "verify", "--against", $"{head.Size} {head.Root}");
        Assert.True(code == 0, text);
    }

    [Fact]
    public async Task A_node_that_ends_gives_back_what_rests_while_one_request_still_lasts()
    {
        await using var b = await JoinAsync("b");
        await using var a = await JoinAsync("a", b.Towns.Root);
        await a.AddAsync(Chiyoda, "千代田区");
        await a.AddAsync(Sapporo, "札幌市");
        await a.InTownAsync(Chiyoda, _ => Task.CompletedTask);
        await UntilAsync(() => b.Towns.Find("127.0.0.1", "/t/" + Chiyoda) is not null);
        var inside = new TaskCompletionSource();
        var lasting = a.InTownAsync(Sapporo, _ => inside.Task);
        a.Towns.BeginLeaving();
        using var atB = b.Browser(Chiyoda);
        Assert.Equal(HttpStatusCode.OK, (await atB.GetAsync("signin")).StatusCode);
        Assert.False(lasting.IsCompleted);
        inside.SetResult();
        await lasting;
    }

    // Somebody may look at the very moment.
    private static async Task<FileStream> HeldAsync(string path)
    {
        for (var since = Environment.TickCount64; ; await Task.Delay(20))
        {
            try
            {
                return new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (Environment.TickCount64 - since < Longest.TotalMilliseconds)
            {
                // Being looked at, or still closing.
            }
        }
    }

    private static async Task UntilAsync(Func<bool> done)
    {
        for (var since = Environment.TickCount64; !done(); await Task.Delay(20))
        {
            Assert.True(Environment.TickCount64 - since < Longest.TotalMilliseconds, "not within a minute");
        }
    }
}
