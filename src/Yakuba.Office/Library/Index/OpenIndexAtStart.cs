using Microsoft.Extensions.Hosting;

namespace Yakuba.Office.Library.Index;

/// <summary>Opens the index before the server takes requests, so that a rebuild never delays, or empties, the first answer.</summary>
internal sealed class OpenIndexAtStart(LibraryIndex index) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.Run(() => index.Snapshot().Dispose(), cancellationToken);

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
