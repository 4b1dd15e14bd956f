using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Yakuba.Testing;
using Yakuba.Towns;
using Yakuba.Towns.Acts;
using static Yakuba.Tests.Towns.ServedInstallation;

namespace Yakuba.Tests.Towns;

/// <summary>A service of a town that fails ends the town's application from inside. Such a town went on answering while none of its jobs ran.</summary>
public sealed class EndedTownTests
{
    [Fact]
    public async Task A_town_that_a_failed_service_ended_is_said_closed_and_opened_for_the_next_request()
    {
        var fail = new TaskCompletionSource();
        using var lines = new NamedLines();
        using var logs = LoggerFactory.Create(l => l.AddProvider(lines));
        var failing = new Failing(fail.Task); // one for both openings: a new one would fail again at once
        await using var served = await StartAsync(services => services.AddSingleton<IHostedService>(failing), logs: logs);
        await served.AddAsync(Chiyoda, "千代田区");
        using var client = new HttpClient { BaseAddress = served.Address };
        await client.GetStringAsync($"/t/{Chiyoda}/signin");
        var closed = await ClosedAsync(served.Towns.Live(Chiyoda));
        await Task.Delay(400); // else it ended as soon as it was open, and is left alone for a while

        fail.SetException(new InvalidOperationException("test"));
        await closed.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Contains("千代田区", await client.GetStringAsync($"/t/{Chiyoda}/signin"));
        Assert.Equal(2, served.Towns.Live(Chiyoda).Openings);
        Assert.Contains(lines.Kept, l => l.Words.Contains("failed and ended it", StringComparison.Ordinal) && l.Category.EndsWith(Chiyoda, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_town_that_ends_as_soon_as_it_is_open_is_left_alone_for_a_while()
    {
        using var folder = new TemporaryFolder();
        var fail = new TaskCompletionSource();
        var opener = new TownOpener(NullLoggerFactory.Instance, services => services.AddSingleton<IHostedService>(new Failing(fail.Task))) { Patience = TimeSpan.FromMilliseconds(300), RetryAfter = TimeSpan.FromHours(1) };
        await using var towns = Installation.Open(folder["i"], opener, make: true).Value;
        _ = (await AddTownHandler.HandleAsync(towns, new AddTown(Chiyoda, "千代田区", "", "sqlite", ""), Operator, (_, _, _) => { }, CancellationToken.None)).Value;
        var town = towns.Live(Chiyoda);
        var closed = await ClosedAsync(town);
        fail.SetException(new InvalidOperationException("test"));
        await closed.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal("town-not-opened", (await town.EnterAsync()).Problem?.Name);
        Assert.Equal(1, town.Openings);
    }

    [Fact]
    public async Task A_town_that_is_closed_as_told_is_not_taken_for_one_that_failed()
    {
        using var lines = new NamedLines();
        using var logs = LoggerFactory.Create(l => l.AddProvider(lines));
        await using var served = await StartAsync(logs: logs);
        await served.AddAsync(Chiyoda, "千代田区");
        var closed = await ClosedAsync(served.Towns.Live(Chiyoda));
        await new TownKeeper(served.Towns, 0).MakeRoomAsync();
        await closed.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.DoesNotContain(lines.Kept, l => l.Words.Contains("failed and ended it", StringComparison.Ordinal));
    }

    /// <summary>Opens the town, and tells when it will have been closed.</summary>
    private static async Task<Task> ClosedAsync(Town town)
    {
        var open = (await town.EnterAsync()).Value;
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        open.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopped.Register(closed.SetResult);
        town.Leave();
        return closed.Task;
    }

    /// <summary>Fails once a test says so. What opens the town afterwards finds it at rest.</summary>
    private sealed class Failing(Task until) : BackgroundService
    {
        private int _times;

        protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
            Interlocked.Increment(ref _times) == 1 ? until.WaitAsync(stoppingToken) : Task.Delay(Timeout.Infinite, stoppingToken);
    }
}
