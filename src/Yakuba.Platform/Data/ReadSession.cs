using System.Data.Common;

namespace Yakuba.Platform.Data;

/// <summary>Reads only; everything read in one session belongs to one moment.</summary>
public sealed class ReadSession : Session
{
    private readonly Func<ValueTask> _release;

    internal ReadSession(StorageEngine engine, DbConnection connection, DbTransaction transaction, Func<ValueTask> release)
        : base(engine, connection, transaction) => _release = release;

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await Transaction.DisposeAsync();
        await _release();
    }
}
