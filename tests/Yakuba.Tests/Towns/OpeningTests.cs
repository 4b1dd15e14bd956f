using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Platform.Jobs;
using Yakuba.Testing;
using Yakuba.Towns;
using static Yakuba.Tests.Towns.ServedInstallation;

namespace Yakuba.Tests.Towns;

/// <summary>A town opens at the first knock, once, and closes when its place is needed, never under somebody's hands.</summary>
public sealed class OpeningTests
{
    [Fact]
    public async Task Fifty_first_requests_open_a_town_once()
    {
        await using var served = await StartAsync(turns: new FairTurns(64, 64, 64, TimeProvider.System));
        await served.AddAsync(Chiyoda, "千代田区");
        Assert.False(served.Towns.Live(Chiyoda).IsOpen);
        using var client = new HttpClient { BaseAddress = served.Address };
        var pages = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => client.GetStringAsync($"/t/{Chiyoda}/signin")));
        Assert.All(pages, p => Assert.Contains("千代田区", p));
        Assert.Equal(1, served.Towns.Live(Chiyoda).Openings);
    }

    [Fact]
    public async Task A_town_that_cannot_be_opened_says_so_alone_and_is_tried_again()
    {
        await using var served = await StartAsync();
        await served.AddAsync(Chiyoda, "千代田区");
        await served.AddAsync(Sapporo, "札幌市");
        var data = Path.Combine(served.Towns.FolderOf(Chiyoda), "yakuba.db");
        var sound = await File.ReadAllBytesAsync(data);
        await File.WriteAllBytesAsync(data, new byte[sound.Length]);
        using var client = new HttpClient { BaseAddress = served.Address };

        using var broken = await client.GetAsync($"/t/{Chiyoda}/api/v1/documents");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, broken.StatusCode);
        Assert.NotNull(broken.Headers.RetryAfter);
        Assert.Contains("storage-damaged", await broken.Content.ReadAsStringAsync());
        Assert.DoesNotContain(served.Towns.Root, await broken.Content.ReadAsStringAsync());
        Assert.Contains("札幌市", await client.GetStringAsync($"/t/{Sapporo}/signin"));

        await File.WriteAllBytesAsync(data, sound);
        await Task.Delay(400); // longer than it is left alone
        Assert.Contains("千代田区", await client.GetStringAsync($"/t/{Chiyoda}/signin"));
    }

    [Fact]
    public async Task Why_a_town_did_not_open_stood_nowhere_in_the_log()
    {
        using var lines = new NamedLines();
        using var logs = LoggerFactory.Create(l => l.AddProvider(lines));
        await using var served = await StartAsync(logs: logs);
        await served.AddAsync(Chiyoda, "千代田区");
        await using (await DataDirectory.OpenAsync(served.Towns.FolderOf(Chiyoda), null, TimeProvider.System) is { Value: var inUse } ? inUse : null)
        {
            using var client = new HttpClient { BaseAddress = served.Address };
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync($"/t/{Chiyoda}/signin")).StatusCode);
        }

        Assert.Contains(lines.Kept, l => l.Words.Contains("storage-in-use", StringComparison.Ordinal) && l.Category.EndsWith(Chiyoda, StringComparison.Ordinal));
        Assert.All(lines.Kept.Where(l => l.Words.Contains("storage-in-use", StringComparison.Ordinal)), l => Assert.StartsWith("Yakuba.", l.Category)); // else the console leaves out what it names
    }

    [Fact]
    public async Task A_folder_that_is_gone_does_not_come_back_as_an_empty_town()
    {
        await using var served = await StartAsync();
        await served.AddAsync(Chiyoda, "千代田区");
        Directory.Delete(served.Towns.FolderOf(Chiyoda), recursive: true);
        using var client = new HttpClient { BaseAddress = served.Address };
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync($"/t/{Chiyoda}/signin")).StatusCode);
        Assert.False(Directory.Exists(served.Towns.FolderOf(Chiyoda)));
    }

    [Fact]
    public async Task Closing_for_room_never_takes_a_town_with_a_job_or_a_visitor()
    {
        var go = new TaskCompletionSource();
        await using var served = await StartAsync(services => services.AddJob(new JobKind("test-wait", "待つ", async (_, cancel) =>
        {
            await go.Task.WaitAsync(cancel);
            return "done";
        })));
        await served.AddAsync(Chiyoda, "千代田区");
        await served.AddAsync(Sapporo, "札幌市");
        await served.AddAsync(Naha, "那覇市");
        var job = "";
        await served.InTownAsync(Chiyoda, async town =>
        {
            await using var work = await town.GetRequiredService<Database>().BeginAsync();
            job = await town.GetRequiredService<JobQueue>().EnqueueAsync(work, "test-wait", 1, Operator, CancellationToken.None);
            await work.CommitAsync();
        });
        var visitor = (await served.Towns.Live(Sapporo).EnterAsync()).Value;
        await served.InTownAsync(Naha, _ => Task.CompletedTask);

        await new TownKeeper(served.Towns, 0).MakeRoomAsync();
        Assert.True(served.Towns.Live(Chiyoda).IsOpen); // its job
        Assert.True(served.Towns.Live(Sapporo).IsOpen); // its visitor
        Assert.False(served.Towns.Live(Naha).IsOpen);

        go.SetResult();
        served.Towns.Live(Sapporo).Leave();
        await served.InTownAsync(Chiyoda, async town => Assert.Equal("done", (await town.GetRequiredService<JobRunner>().RunHereAsync(job, _ => { }, CancellationToken.None)).State));
        await new TownKeeper(served.Towns, 0).MakeRoomAsync();
        Assert.False(served.Towns.Live(Chiyoda).IsOpen);
        Assert.False(served.Towns.Live(Sapporo).IsOpen);
        Assert.NotNull(visitor);
    }

    [Fact]
    public async Task A_job_left_in_a_closed_town_is_done_when_its_turn_to_be_looked_at_comes()
    {
        var ran = new TaskCompletionSource();
        await using var served = await StartAsync(services => services.AddJob(new JobKind("test-left", "残り", (_, _) =>
        {
            ran.TrySetResult();
            return Task.FromResult<Result<string>>("done");
        })));
        await served.AddAsync(Chiyoda, "千代田区");
        await QuietTown.UseAsync<Done>(served.Towns.FolderOf(Chiyoda), async town => // no jobs run here
        {
            await using var work = await town.GetRequiredService<Database>().BeginAsync();
            await town.GetRequiredService<JobQueue>().EnqueueAsync(work, "test-left", 1, Operator, CancellationToken.None);
            await work.CommitAsync();
            return Done.Instance;
        }, CancellationToken.None);
        Assert.False(ran.Task.IsCompleted);
        await new TownKeeper(served.Towns, 0).VisitAsync(served.Towns.Live(Chiyoda), CancellationToken.None);
        await ran.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Suspending_ends_a_request_that_lasts_and_the_door_says_so_until_it_is_opened_again()
    {
        var (began, gone) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var served = await StartAsync(services => services.AddSingleton<Microsoft.AspNetCore.Hosting.IStartupFilter>(new Lasting(began, gone)));
        await served.AddAsync(Chiyoda, "千代田区");
        using var client = new HttpClient { BaseAddress = served.Address };
        var lasting = client.GetAsync($"/t/{Chiyoda}/lasting");
        await began.Task.WaitAsync(TimeSpan.FromSeconds(60));

        var suspended = await served.RunAsync("town", "suspend", Chiyoda, "--reason", "契約の終了");
        Assert.True(suspended.Code == 0, suspended.Text);
        await gone.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await Assert.ThrowsAnyAsync<Exception>(() => lasting);
        Assert.False(served.Towns.Live(Chiyoda).IsOpen);
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        using var closed = await client.GetAsync($"/t/{Chiyoda}/signin");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, closed.StatusCode);
        var page = await closed.Content.ReadAsStringAsync();
        Assert.Contains("停止しています", page);
        Assert.DoesNotContain("契約の終了", page);

        Assert.Equal(0, (await served.RunAsync("town", "resume", Chiyoda)).Code);
        Assert.Contains("千代田区", await client.GetStringAsync($"/t/{Chiyoda}/signin"));
        var recorded = await served.ActionsAsync(Chiyoda);
        Assert.Contains("town-suspended", recorded);
        Assert.Contains("town-resumed", recorded);
        Assert.Equal(["town-added", "town-suspended", "town-resumed"], InstallationLog.Lines(served.Towns.Root).Select(l => System.Text.Json.JsonDocument.Parse(l).RootElement.GetProperty("act").GetString()));
    }

    private sealed class Lasting(TaskCompletionSource began, TaskCompletionSource gone) : Microsoft.AspNetCore.Hosting.IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (http, rest) =>
            {
                if (http.Request.Path != "/lasting")
                {
                    await rest(http);
                    return;
                }

                began.TrySetResult();
                var aborted = new TaskCompletionSource();
                await using var registered = http.RequestAborted.Register(() => aborted.TrySetResult());
                await aborted.Task;
                gone.TrySetResult();
            });
            next(app);
        };
    }
}
