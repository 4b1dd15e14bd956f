using System.Data.Common;
using Dapper;

namespace Yakuba.Platform.Data;

/// <summary>One write transaction. Everything in it happens, or nothing does.</summary>
public sealed class UnitOfWork : Session
{
    private readonly Func<ValueTask> _release;
    private readonly List<Action> _afterCommit = [];

    internal UnitOfWork(StorageEngine engine, DbConnection connection, DbTransaction transaction, Func<ValueTask> release)
        : base(engine, connection, transaction) => _release = release;

    /// <summary>Runs a statement.</summary>
    /// <returns>Rows changed.</returns>
    public Task<int> ExecuteAsync(string sql, object? args = null, CancellationToken cancel = default) =>
        Connection.ExecuteAsync(Define(sql, args, cancel));

    /// <summary>Runs after the commit has reached the disk: caches and waiting readers are told. Must not throw.</summary>
    public void AfterCommit(Action action) => _afterCommit.Add(action);

    /// <summary>Makes everything durable.</summary>
    public async Task CommitAsync(CancellationToken cancel = default)
    {
        await Transaction.CommitAsync(cancel);
        foreach (var action in _afterCommit)
        {
            action();
        }
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        try
        {
            await Transaction.DisposeAsync();
        }
        finally
        {
            await _release();
        }
    }
}
