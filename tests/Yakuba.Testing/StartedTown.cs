using Yakuba.Platform;
using Yakuba.Platform.Data;

namespace Yakuba.Testing;

/// <summary>The product's server on a data directory, with all that <c>yakuba serve</c> does before the first request.</summary>
public static class StartedTown
{
    /// <summary>Starts it on a free loopback port.</summary>
    /// <param name="directory">Outlives the server.</param>
    /// <param name="change">Replaces services.</param>
    /// <returns>The running server, or what keeps it from starting.</returns>
    public static async Task<Result<WebApplication>> StartAsync(DataDirectory directory, Action<IServiceCollection> change)
    {
        var app = Server.Build(directory, "http://127.0.0.1:0", change);
        if (await Server.PrepareAsync(app.Services, directory, CancellationToken.None) is { } problem)
        {
            await app.DisposeAsync();
            return problem;
        }

        await app.StartAsync();
        return app;
    }
}
