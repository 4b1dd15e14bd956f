using System.Data.Common;
using Dapper;

namespace Yakuba.Platform.Data;

/// <summary>One write transaction. Everything in it happens, or nothing does.</summary>
public sealed class UnitOfWork : Session
{
    private readonly Func<CancellationToken, Task> _commit;
    private readonly Func<ValueTask> _end;
    private readonly List<Action> _afterCommit = [];

    internal UnitOfWork(StorageEngine engine, WriteTransaction writing)
        : this(engine, writing.Connection, writing.Transaction, writing.CommitAsync, writing.DisposeAsync)
    {
    }

    /// <param name="engine">The engine.</param>
    /// <param name="connection">The connection that writes.</param>
    /// <param name="transaction">The transaction, of which this may be a part.</param>
    /// <param name="commit">Makes this unit's work durable.</param>
    /// <param name="end">Ends it, committed or not.</param>
    internal UnitOfWork(StorageEngine engine, DbConnection connection, DbTransaction transaction, Func<CancellationToken, Task> commit, Func<ValueTask> end)
        : base(engine, connection, transaction) => (_commit, _end) = (commit, end);

    /// <summary>Runs a statement.</summary>
    /// <returns>Rows changed.</returns>
    public Task<int> ExecuteAsync(string sql, object? args = null, CancellationToken cancel = default) =>
        Connection.ExecuteAsync(Define(sql, args, cancel));

    /// <summary>Runs after the commit has reached the disk: caches and waiting readers are told. Must not throw.</summary>
    public void AfterCommit(Action action) => _afterCommit.Add(action);

    /// <summary>Makes everything durable.</summary>
    public async Task CommitAsync(CancellationToken cancel = default)
    {
        await _commit(cancel);
        foreach (var action in _afterCommit)
        {
            action();
        }
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync() => _end();
}
