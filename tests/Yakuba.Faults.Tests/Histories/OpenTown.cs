using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yakuba.Documents;
using Yakuba.Platform.Data;
using Yakuba.Testing;

namespace Yakuba.Faults.Tests.Histories;

/// <summary>A data directory opened afresh as <c>yakuba serve</c> opens it, in this process: what that does before the first request, and the jobs that go on by themselves.</summary>
internal sealed class OpenTown : IAsyncDisposable
{
    private static readonly DocumentWorkers Workers = new();

    private readonly DataDirectory _directory;
    private readonly WebApplication _app;

    private OpenTown(DataDirectory directory, WebApplication app, ServerErrors errors) => (_directory, _app, Errors) = (directory, app, errors);

    /// <summary>What the server logged as an error.</summary>
    internal ServerErrors Errors { get; }

    internal Database Database => _directory.Database;

    /// <summary>Where the server listens.</summary>
    internal Uri Address => new(_app.Urls.Single());

    /// <summary>Opens it.</summary>
    /// <returns>Null with the problem that keeps the server from starting.</returns>
    internal static async Task<(OpenTown? Town, string Fault)> OpenAsync(string data)
    {
        if (!(await DataDirectory.OpenAsync(data, null, TimeProvider.System)).TryGet(out var directory, out var problem))
        {
            return (null, $"{problem.Name}: {problem}");
        }

        var errors = new ServerErrors();
        var started = await StartedTown.StartAsync(directory, services =>
        {
            services.AddSingleton(Workers);
            services.AddLogging(log => log.ClearProviders().AddProvider(errors));
        });
        if (started.TryGet(out var app, out problem))
        {
            return (new OpenTown(directory, app, errors), "");
        }

        await directory.DisposeAsync();
        return (null, $"{problem.Name}: {problem}");
    }

    internal T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>Runs something that needs a scope.</summary>
    internal async Task<T> WithAsync<TService, T>(Func<TService, Task<T>> act)
        where TService : notnull
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Waits until what was begun before has come to its end.</summary>
    /// <returns>False when a job does not end within a minute.</returns>
    internal async Task<bool> QuietAsync()
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < TimeSpan.FromMinutes(1); await Task.Delay(20))
        {
            await using var read = await Database.ReadAsync();
            if (await read.CountAsync("SELECT count(*) FROM job WHERE state IN ('waiting', 'running')") == 0)
            {
                return true;
            }
        }

        return false;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _directory.DisposeAsync();
    }
}
