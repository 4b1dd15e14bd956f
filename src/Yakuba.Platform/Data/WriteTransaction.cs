using System.Data.Common;
using Yakuba.Platform.Telemetry;

namespace Yakuba.Platform.Data;

/// <summary>The engine's one write transaction, before it is somebody's unit of work.</summary>
/// <param name="Connection">The connection that writes.</param>
/// <param name="Transaction">The transaction; disposing it rolls back what was not committed.</param>
/// <param name="Release">Lets the next writer in.</param>
internal sealed record WriteTransaction(DbConnection Connection, DbTransaction Transaction, Func<ValueTask> Release) : IAsyncDisposable
{
    /// <summary>Makes everything in it durable.</summary>
    internal async Task CommitAsync(CancellationToken cancel)
    {
        using var timed = Measures.Committing();
        await Transaction.CommitAsync(cancel);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await Transaction.DisposeAsync();
        }
        finally
        {
            await Release();
        }
    }
}
