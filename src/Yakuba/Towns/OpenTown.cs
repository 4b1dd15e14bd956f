using Microsoft.AspNetCore.Http.Features;
using Yakuba.Platform.Data;
using Yakuba.Platform.Jobs;

namespace Yakuba.Towns;

/// <summary>A town whose store is open and whose jobs run: the very application that would serve it alone.</summary>
internal sealed class OpenTown(DataDirectory directory, WebApplication app, TownServer server) : IAsyncDisposable
{
    /// <summary>The town's services, and no other's.</summary>
    internal IServiceProvider Services => app.Services;

    /// <summary>Set when the application begins to end: it was told to, or one of its services failed and ended it.</summary>
    internal CancellationToken Ending => app.Lifetime.ApplicationStopping;

    /// <summary>Whether another node has taken the store although this one never let it go.</summary>
    internal bool IsTaken => directory.Database.IsTaken;

    internal Task ServeAsync(IFeatureCollection request) => server.ServeAsync(request);

    /// <summary>Whether a job runs, or waits and nobody holds it back.</summary>
    internal Task<bool> IsAtWorkAsync() => app.Services.GetRequiredService<JobQueue>().HasWorkAsync(CancellationToken.None);

    /// <summary>Lets jobs go, signs the record, and closes the store.</summary>
    public async ValueTask DisposeAsync()
    {
        await using (directory)
        await using (app)
        {
            await app.StopAsync(CancellationToken.None);
        }
    }
}
