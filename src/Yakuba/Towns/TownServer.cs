using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace Yakuba.Towns;

/// <summary>The server of one town: it listens nowhere and serves what the front hands to it.</summary>
internal sealed class TownServer : IServer
{
    private Func<IFeatureCollection, Task>? _serve;

    /// <inheritdoc/>
    public IFeatureCollection Features { get; } = new FeatureCollection();

    /// <summary>Serves one request.</summary>
    internal Task ServeAsync(IFeatureCollection request) => _serve!(request);

    /// <inheritdoc/>
    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull
    {
        _serve = async request =>
        {
            var context = application.CreateContext(request);
            Exception? fault = null;
            try
            {
                await application.ProcessRequestAsync(context);
                if (request.Get<IHttpRequestLifetimeFeature>() is not { RequestAborted.IsCancellationRequested: true })
                {
                    // An answer without a body starts now: what the town still adds to its headers it reads from this context.
                    await request.GetRequiredFeature<IHttpResponseBodyFeature>().CompleteAsync();
                }
            }
            catch (Exception e)
            {
                fault = e;
                throw;
            }
            finally
            {
                application.DisposeContext(context, fault);
            }
        };
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
