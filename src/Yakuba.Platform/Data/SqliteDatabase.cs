using System.Collections.Concurrent;
using System.Data;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Yakuba.Platform.Data;

/// <summary>One SQLite file in WAL mode, owned by this process.</summary>
/// <remarks>
/// SQLite up to 3.51.2 can damage a WAL file when two connections checkpoint at once. So one connection writes and alone
/// checkpoints; readers open with <c>query_only</c> and <c>wal_autocheckpoint=0</c>, and the data directory's lock keeps other processes out.
/// </remarks>
public sealed class SqliteDatabase : Database
{
    private const int BusyMilliseconds = 10_000;

    private readonly string _path;
    private readonly SqliteConnection _writer;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly ConcurrentBag<SqliteConnection> _readers = [];
    private volatile bool _closed;

    private SqliteDatabase(string path, SqliteConnection writer)
        : base(StorageEngine.Sqlite)
    {
        _path = path;
        _writer = writer;
    }

    /// <inheritdoc/>
    public override string EngineVersion => "SQLite " + _writer.ServerVersion;

    /// <summary>Opens or creates the file.</summary>
    /// <param name="path">The file; its directory exists.</param>
    /// <exception cref="SqliteException">The file is not a database, or cannot be opened.</exception>
    public static SqliteDatabase Open(string path)
    {
        SQLitePCL.Batteries_V2.Init();
        if (!File.Exists(path))
        {
            DurableFile.Create(path).Dispose(); // SQLite would make it readable by others; the WAL file takes the mode of this one
        }

        var writer = new SqliteConnection(Connect(path, SqliteOpenMode.ReadWriteCreate));
        writer.Open();
        writer.Execute($"PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON; PRAGMA busy_timeout={BusyMilliseconds};");
        return new SqliteDatabase(path, writer);
    }

    /// <inheritdoc/>
    private protected override async Task<WriteTransaction> BeginWritingAsync(CancellationToken cancel)
    {
        await _writing.WaitAsync(cancel);
        try
        {
            // Serializable makes the driver say BEGIN IMMEDIATE: the write lock is taken now, not at the first write.
            return new WriteTransaction(_writer, _writer.BeginTransaction(IsolationLevel.Serializable), Release);
        }
        catch
        {
            _writing.Release();
            throw;
        }

        ValueTask Release()
        {
            _writing.Release();
            return ValueTask.CompletedTask;
        }
    }

    /// <inheritdoc/>
    public override Task<ReadSession> ReadAsync(CancellationToken cancel = default)
    {
        var reader = _readers.TryTake(out var idle) ? idle : OpenReader();
        try
        {
            return Task.FromResult(new ReadSession(Engine, reader, reader.BeginTransaction(deferred: true), Release));
        }
        catch
        {
            reader.Dispose();
            throw;
        }

        ValueTask Release()
        {
            if (_closed)
            {
                reader.Dispose();
            }
            else
            {
                _readers.Add(reader);
            }

            return ValueTask.CompletedTask;
        }
    }

    /// <inheritdoc/>
    public override async Task CopyToAsync(string path, CancellationToken cancel = default)
    {
        await _writing.WaitAsync(cancel);
        try
        {
            await _writer.ExecuteAsync(new CommandDefinition("VACUUM INTO @path", new { path }, cancellationToken: cancel));
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Writes the file anew and empties the WAL file, which waits for readers.</summary>
    public override async Task<bool> ForgetDeletedAsync(IEnumerable<string> tables, CancellationToken cancel = default)
    {
        if (await CompactAsync(cancel))
        {
            return true;
        }

        const int tries = 5; // each waits two seconds for readers
        for (var attempt = 0; attempt < tries; attempt++)
        {
            await _writing.WaitAsync(cancel);
            try
            {
                _writer.Execute("PRAGMA busy_timeout=2000;");
                if (_writer.ExecuteScalar<long>("PRAGMA wal_checkpoint(TRUNCATE)") == 0)
                {
                    return true;
                }
            }
            finally
            {
                _writer.Execute($"PRAGMA busy_timeout={BusyMilliseconds};");
                _writing.Release();
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        if (_closed)
        {
            return; // whoever put another state in this one's place has closed it already
        }

        _closed = true;
        await _writing.WaitAsync();
        while (_readers.TryTake(out var reader))
        {
            await reader.DisposeAsync();
        }

        // The last connection to close checkpoints and removes the WAL file.
        await _writer.DisposeAsync();
    }

    /// <returns>False when somebody was reading and the log could not be emptied now.</returns>
    private async Task<bool> CompactAsync(CancellationToken cancel)
    {
        await _writing.WaitAsync(cancel);
        try
        {
            // Pages that were split keep copies of moved rows in their unused part, which secure_delete does not see.
            await _writer.ExecuteAsync(new CommandDefinition("VACUUM", commandTimeout: 0, cancellationToken: cancel));
            return await _writer.ExecuteScalarAsync<long>(new CommandDefinition("PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken: cancel)) == 0;
        }
        finally
        {
            _writing.Release();
        }
    }

    private SqliteConnection OpenReader()
    {
        var reader = new SqliteConnection(Connect(_path, SqliteOpenMode.ReadWrite));
        reader.Open();
        reader.Execute($"PRAGMA query_only=ON; PRAGMA wal_autocheckpoint=0; PRAGMA busy_timeout={BusyMilliseconds};");
        return reader;
    }

    private static string Connect(string path, SqliteOpenMode mode) =>
        new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString();
}
