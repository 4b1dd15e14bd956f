using System.Net;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Yakuba.Office.Operate.StandReady;
using Yakuba.Platform.Data;
using Yakuba.Tests.Api;

namespace Yakuba.Tests.Operation;

/// <summary>One word for monitors: whether the program lives, and whether it can answer. Neither waits.</summary>
public sealed class ReadyTests
{
    [Fact]
    public async Task While_the_store_is_locked_both_words_come_at_once_and_one_says_why()
    {
        await using var town = await ServedTown.OpenAsync();
        using var monitor = await town.ClientAsync();
        var service = Service(town);
        await service.StopAsync(default); // from now on it looks only when told
        await service.LookAsync(default);
        Assert.Equal((HttpStatusCode.OK, "ok\n"), await AskAsync(monitor, "/readyz"));

        Task look;
        await using (await town.Database.BeginAsync())
        {
            look = service.LookAsync(default);
            for (var waited = 0; (await AskAsync(monitor, "/readyz")).Code == HttpStatusCode.OK; waited++)
            {
                Assert.True(waited < 600, "Nobody noticed the lock within a minute.");
                await Task.Delay(100);
            }

            Assert.Equal((HttpStatusCode.ServiceUnavailable, "operate-store-busy\n"), await AskAsync(monitor, "/readyz"));
            Assert.Equal((HttpStatusCode.OK, "ok\n"), await AskAsync(monitor, "/healthz"));
            Assert.False(look.IsCompleted); // the lock was there all the while
        }

        await look;
        Assert.Equal((HttpStatusCode.OK, "ok\n"), await AskAsync(monitor, "/readyz"));
    }

    [Fact]
    public async Task The_word_that_the_program_lives_asks_no_store()
    {
        await using var town = await ServedTown.OpenAsync();
        var live = town.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Single(e => e.RoutePattern.RawText == "/healthz");
        Assert.DoesNotContain(live.Metadata.GetRequiredMetadata<MethodInfo>().GetParameters(), p => p.ParameterType == typeof(Database));
    }

    [Fact]
    public async Task A_key_that_cannot_be_read_is_named_before_it_is_needed()
    {
        await using var town = await ServedTown.OpenAsync();
        using var monitor = await town.ClientAsync();
        var key = Path.Combine(town.Services.GetRequiredService<DataDirectory>().Keys, "record.key");
        await Service(town).StopAsync(default);
        File.Move(key, key + ".away");

        await Service(town).LookAsync(default);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "audit-key-or-checkpoint\n"), await AskAsync(monitor, "/readyz"));
        Assert.Equal((HttpStatusCode.OK, "ok\n"), await AskAsync(monitor, "/healthz"));
        File.Move(key + ".away", key);
        await Service(town).LookAsync(default);
        Assert.Equal((HttpStatusCode.OK, "ok\n"), await AskAsync(monitor, "/readyz"));
    }

    private static ReadinessService Service(ServedTown town) => town.Services.GetServices<IHostedService>().OfType<ReadinessService>().Single();

    private static async Task<(HttpStatusCode Code, string Word)> AskAsync(HttpClient monitor, string path)
    {
        using var answer = await monitor.GetAsync(path);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
