namespace Yakuba.Platform.Data;

/// <summary>The store of one municipality. There is no way from here to another's.</summary>
public abstract class Database : IAsyncDisposable
{
    private protected Database(StorageEngine engine) => Engine = engine;

    /// <summary>Which engine holds the state.</summary>
    public StorageEngine Engine { get; }

    /// <summary>Product and version of the engine, for the health page: <c>SQLite 3.50.4</c>.</summary>
    public abstract string EngineVersion { get; }

    /// <summary>Begins the one write transaction. Writers wait for each other; readers do not.</summary>
    public abstract Task<UnitOfWork> BeginAsync(CancellationToken cancel = default);

    /// <summary>Opens a consistent view for reading.</summary>
    public abstract Task<ReadSession> ReadAsync(CancellationToken cancel = default);

    /// <summary>Writes a complete, consistent copy of the state to a new file: an SQLite file, whatever the engine.</summary>
    /// <param name="path">The file to make; it must not exist.</param>
    /// <param name="cancel">Stops and leaves no complete copy.</param>
    public abstract Task CopyToAsync(string path, CancellationToken cancel = default);

    /// <summary>Takes what was deleted off the disk, as far as the engine can be asked to: SQLite writes the file anew, with as much room beside it, and empties its log; PostgreSQL does so by itself in time.</summary>
    /// <returns>False when somebody was reading and the log could not be emptied now.</returns>
    public abstract Task<bool> CompactAsync(CancellationToken cancel = default);

    /// <summary>Closes every connection.</summary>
    public abstract ValueTask DisposeAsync();
}
