using System.Data;
using Dapper;
using Npgsql;

namespace Yakuba.Platform.Data;

/// <summary>One schema of a PostgreSQL server.</summary>
/// <remarks>
/// A unit of work takes the schema's advisory lock first, so writers are in one order on every node, as the record demands. Once this process
/// has taken the schema (<see cref="TakeAsync"/>), each looks under that lock whether somebody took it since, and then does nothing.
/// <c>synchronous_commit</c> is set on for each connection, whatever the server's default.
/// </remarks>
public sealed class PostgresDatabase : Database
{
    private const int MostName = 63; // what PostgreSQL keeps of a name

    private const string EndHolder =
        "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 1 AND pid <> pg_backend_pid() "
        + "AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) "
        + "AND ((classid::bigint << 32) | objid::bigint) = hashtextextended(@schema, 7)"; // also those who wait: they stand before us

    private const int PatienceMs = 5000;

    private readonly NpgsqlDataSource _source;
    private readonly string _schema;
    private string _mark = "";
    private volatile bool _isTaken;

    private PostgresDatabase(NpgsqlDataSource source, string schema, string version)
        : base(StorageEngine.Postgres)
    {
        _source = source;
        _schema = schema;
        EngineVersion = "PostgreSQL " + version;
    }

    /// <inheritdoc/>
    public override string EngineVersion { get; }

    /// <inheritdoc/>
    public override bool IsTaken => _isTaken;

    /// <summary>Connects, and makes the schema when it is not there.</summary>
    /// <param name="connection">An Npgsql connection string; its database exists.</param>
    /// <param name="schema">Lower-case letters, digits and underscores.</param>
    /// <param name="cancel">Stops connecting.</param>
    /// <exception cref="ArgumentException">The schema's name has other characters.</exception>
    /// <exception cref="NpgsqlException">The server refuses or cannot be reached.</exception>
    public static async Task<PostgresDatabase> OpenAsync(string connection, string schema, CancellationToken cancel = default)
    {
        if (schema.Length is 0 or > MostName || schema.Any(c => c is not (>= 'a' and <= 'z' or >= '0' and <= '9' or '_')))
        {
            throw new ArgumentException("A schema has 1 to 63 lower-case letters, digits and underscores.", nameof(schema));
        }

        var settings = new NpgsqlConnectionStringBuilder(connection)
        {
            SearchPath = schema,
            // A client whose machine lost its power would else hold its locks on the server for hours.
            Options = "-c synchronous_commit=on -c client_encoding=UTF8 -c tcp_keepalives_idle=3 -c tcp_keepalives_interval=1 -c tcp_keepalives_count=3",
            ApplicationName = "yakuba",
        };
        var source = NpgsqlDataSource.Create(settings.ConnectionString);
        try
        {
            await using var first = await source.OpenConnectionAsync(cancel);
            if (!await first.ExecuteScalarAsync<bool>("SELECT EXISTS (SELECT 1 FROM information_schema.schemata WHERE schema_name = @schema)", new { schema }))
            {
                await first.ExecuteAsync($"CREATE SCHEMA IF NOT EXISTS {schema}");
            }

            return new PostgresDatabase(source, schema, first.PostgreSqlVersion.ToString());
        }
        catch
        {
            await source.DisposeAsync();
            throw;
        }
    }

    /// <summary>Takes the schema for this process. From here on nobody who took it before can write: each unit of work sees that the owner's mark is no longer its own.</summary>
    /// <remarks>The mark stands in a table of this engine alone, which no backup carries. A process that holds the writers' lock and does not go on, as one that was stopped, loses its connection.</remarks>
    internal async Task TakeAsync(CancellationToken cancel)
    {
        var lockKey = new { schema = LockName };
        await using var connection = await _source.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancel);
        try
        {
            await transaction.SaveAsync("waiting", cancel);
            await connection.ExecuteAsync(new CommandDefinition($"SET LOCAL lock_timeout = {PatienceMs}; SELECT pg_advisory_xact_lock(hashtextextended(@schema, 7))", lockKey, transaction, cancellationToken: cancel));
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            await transaction.RollbackAsync("waiting", cancel);
            await connection.ExecuteAsync(new CommandDefinition(EndHolder, lockKey, transaction, cancellationToken: cancel));
            await connection.ExecuteAsync(new CommandDefinition("SELECT pg_advisory_xact_lock(hashtextextended(@schema, 7))", lockKey, transaction, cancellationToken: cancel));
        }

        await connection.ExecuteAsync(new CommandDefinition("CREATE TABLE IF NOT EXISTS owner (mark TEXT NOT NULL)", null, transaction, cancellationToken: cancel));
        var mark = Guid.CreateVersion7().ToString("N"); // not a count: a schema that was rolled back would count again
        await connection.ExecuteAsync(new CommandDefinition("DELETE FROM owner; INSERT INTO owner (mark) VALUES (@mark)", new { mark }, transaction, cancellationToken: cancel));
        await transaction.CommitAsync(cancel);
        _mark = mark;
    }

    /// <inheritdoc/>
    private protected override async Task<WriteTransaction> BeginWritingAsync(CancellationToken cancel)
    {
        var connection = await _source.OpenConnectionAsync(cancel);
        try
        {
            var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancel);
            await LockAsync(connection, transaction, cancel);
            return new WriteTransaction(connection, transaction, connection.DisposeAsync);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public override async Task<ReadSession> ReadAsync(CancellationToken cancel = default)
    {
        var connection = await _source.OpenConnectionAsync(cancel);
        try
        {
            var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
            return new ReadSession(Engine, connection, transaction, connection.DisposeAsync);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public override async Task CopyToAsync(string path, CancellationToken cancel = default)
    {
        await using var copy = SqliteDatabase.Open(path);
        await Migrations.ApplyAsync(copy, cancel);
        await using var from = await ReadAsync(cancel);
        await using var to = await copy.BeginAsync(cancel);
        await TableCopy.RunAsync(from, to, cancel);
        await to.CommitAsync(cancel);
    }

    /// <summary>Writes the tables anew: a dead row keeps its bytes until then.</summary>
    public override async Task<bool> ForgetDeletedAsync(IEnumerable<string> tables, CancellationToken cancel = default)
    {
        await using var connection = await _source.OpenConnectionAsync(cancel);
        await connection.ExecuteAsync(new CommandDefinition($"VACUUM (FULL) {string.Join(", ", tables)}", commandTimeout: 0, cancellationToken: cancel));
        return true;
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync() => _source.DisposeAsync();

    private string LockName => "yakuba:" + _schema;

    // Two statements in one trip: the second sees what was committed before the lock was given.
    private async Task LockAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken cancel)
    {
        const string wait = "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(@schema, 7))";
        if (_mark.Length == 0)
        {
            await connection.ExecuteAsync(new CommandDefinition(wait, new { schema = LockName }, transaction, cancellationToken: cancel));
            return;
        }

        await using var both = await connection.QueryMultipleAsync(new CommandDefinition(wait + "; SELECT mark FROM owner", new { schema = LockName }, transaction, cancellationToken: cancel));
        await both.ReadAsync();
        if (await both.ReadSingleAsync<string>() != _mark)
        {
            _isTaken = true;
            throw new StoreTakenException(_schema);
        }
    }
}

/// <summary>Another process has taken the schema since this one did: what it still wanted to write is not written.</summary>
internal sealed class StoreTakenException(string schema) : Exception("Another process has taken the schema " + schema);
