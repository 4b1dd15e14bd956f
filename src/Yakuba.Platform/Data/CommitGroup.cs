namespace Yakuba.Platform.Data;

/// <summary>
/// Lets short units of work of concurrent callers share one transaction, and so one wait for the disk. Each is a savepoint: it happens whole or
/// not at all, together with its entry in the record, and its caller goes on only when the shared transaction is durable. If that fails, it fails for all of them.
/// </summary>
/// <remarks>One caller at a time works. Who is done commits for all unless somebody waits to work and there is room; a caller alone never waits for others.</remarks>
internal sealed class CommitGroup(StorageEngine engine, Func<CancellationToken, Task<WriteTransaction>> begin)
{
    private const int Most = 64;
    private const string Savepoint = "unit";

    private readonly SemaphoreSlim _turn = new(1, 1);
    private int _waiting;
    private Shared? _open;

    internal async Task<UnitOfWork> BeginAsync(CancellationToken cancel)
    {
        Interlocked.Increment(ref _waiting);
        await _turn.WaitAsync(CancellationToken.None); // who is counted must come: what others did waits for it to be committed
        Interlocked.Decrement(ref _waiting);
        try
        {
            cancel.ThrowIfCancellationRequested();
            var shared = _open ??= new Shared(await begin(cancel));
            await shared.Writing.Transaction.SaveAsync(Savepoint, CancellationToken.None);
            var part = new Part(this, shared);
            return new UnitOfWork(engine, shared.Writing.Connection, shared.Writing.Transaction, part.CommitAsync, part.DisposeAsync);
        }
        catch (OperationCanceledException)
        {
            await PassOnAsync();
            throw;
        }
        catch (Exception e)
        {
            await BreakAsync(e);
            throw;
        }
    }

    /// <summary>Commits for all, or leaves that to the next in the queue.</summary>
    private async Task PassOnAsync()
    {
        try
        {
            if (_open is { } shared && (Volatile.Read(ref _waiting) == 0 || shared.Members == Most))
            {
                _open = null;
                await shared.EndAsync();
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>The shared transaction is of no more use: nobody's work in it has happened.</summary>
    private async Task BreakAsync(Exception reason)
    {
        try
        {
            if (_open is { } shared)
            {
                _open = null;
                await shared.BreakAsync(reason);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    private sealed class Part(CommitGroup group, Shared shared)
    {
        private bool _isOver;

        internal async Task CommitAsync(CancellationToken cancel)
        {
            cancel.ThrowIfCancellationRequested();
            _isOver = true;
            try
            {
                await shared.Writing.Transaction.ReleaseAsync(Savepoint, CancellationToken.None);
            }
            catch (Exception e)
            {
                await group.BreakAsync(e);
                throw;
            }

            shared.Members++;
            await group.PassOnAsync();
            await shared.Durable;
        }

        internal async ValueTask DisposeAsync()
        {
            if (_isOver)
            {
                return;
            }

            _isOver = true;
            try
            {
                await shared.Writing.Transaction.RollbackAsync(Savepoint);
                await shared.Writing.Transaction.ReleaseAsync(Savepoint);
            }
            catch (Exception e) // the engine gave the whole transaction up, as SQLite does on a full disk: the work of the others is gone too
            {
                await group.BreakAsync(new SharedWorkLostException(e));
                return;
            }

            await group.PassOnAsync();
        }
    }

    private sealed class Shared(WriteTransaction writing)
    {
        private readonly TaskCompletionSource _durable = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal WriteTransaction Writing { get; } = writing;

        internal int Members { get; set; }

        /// <summary>Ends when the transaction is on the disk.</summary>
        internal Task Durable => _durable.Task;

        internal async Task EndAsync()
        {
            try
            {
                if (Members > 0)
                {
                    await Writing.CommitAsync(CancellationToken.None);
                }
            }
            catch (Exception e) // any: each member gets it, as it would have got its own
            {
                await BreakAsync(e);
                return;
            }

            _durable.SetResult();
            await Writing.DisposeAsync();
        }

        internal async Task BreakAsync(Exception reason)
        {
            _durable.TrySetException(reason);
            _ = _durable.Task.Exception; // seen: there may be no member to see it
            await Writing.DisposeAsync();
        }
    }
}

/// <summary>Another caller's failure took the shared transaction with it: nothing of this unit of work has happened.</summary>
internal sealed class SharedWorkLostException(Exception reason) : Exception("The shared transaction was rolled back: " + reason.Message, reason);
