using Yakuba.Platform.Telemetry;

namespace Yakuba.Platform.Data;

/// <summary>The store of one municipality. There is no way from here to another's.</summary>
public abstract class Database : IAsyncDisposable
{
    private readonly CommitGroup _group;

    private protected Database(StorageEngine engine)
    {
        Engine = engine;
        _group = new CommitGroup(engine, TakeTurnAsync);
    }

    /// <summary>Which engine holds the state.</summary>
    public StorageEngine Engine { get; }

    /// <summary>True once it was seen that another process has taken the store: nothing can be written here any more.</summary>
    public virtual bool IsTaken => false;

    /// <summary>Product and version of the engine, for the health page: <c>SQLite 3.50.4</c>.</summary>
    public abstract string EngineVersion { get; }

    /// <summary>Begins the one write transaction. Writers wait for each other; readers do not.</summary>
    public async Task<UnitOfWork> BeginAsync(CancellationToken cancel = default) => new(Engine, await TakeTurnAsync(cancel));

    /// <summary>Begins a unit of work of a few statements, with nothing else awaited in it. Where several callers have such work, they share one wait for the disk; each is still whole or not there.</summary>
    public Task<UnitOfWork> BeginShortAsync(CancellationToken cancel = default) => _group.BeginAsync(cancel);

    /// <summary>Opens a consistent view for reading.</summary>
    public abstract Task<ReadSession> ReadAsync(CancellationToken cancel = default);

    /// <summary>Writes a complete, consistent copy of the state to a new file: an SQLite file, whatever the engine.</summary>
    /// <param name="path">The file to make; it must not exist.</param>
    /// <param name="cancel">Stops and leaves no complete copy.</param>
    public abstract Task CopyToAsync(string path, CancellationToken cancel = default);

    /// <summary>After text was deleted for good: takes what is left of it out of the engine's own files. Backups, snapshots and a server's write-ahead log keep what they have.</summary>
    /// <param name="tables">Where text was deleted.</param>
    /// <param name="cancel">Stops; it may be called again.</param>
    /// <returns>False when readers stood in the way: what is left goes when the program ends.</returns>
    public abstract Task<bool> ForgetDeletedAsync(IEnumerable<string> tables, CancellationToken cancel = default);

    private async Task<WriteTransaction> TakeTurnAsync(CancellationToken cancel)
    {
        using var timed = Measures.Waiting();
        return await BeginWritingAsync(cancel);
    }

    /// <summary>Takes the place of the one writer.</summary>
    private protected abstract Task<WriteTransaction> BeginWritingAsync(CancellationToken cancel);

    /// <summary>Closes every connection.</summary>
    public abstract ValueTask DisposeAsync();
}
