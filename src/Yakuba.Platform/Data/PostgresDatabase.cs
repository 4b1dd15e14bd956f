using System.Data;
using Dapper;
using Npgsql;

namespace Yakuba.Platform.Data;

/// <summary>One schema of a PostgreSQL server.</summary>
/// <remarks>
/// A unit of work takes the schema's advisory lock first, so writers are in one order on every node, as the record demands.
/// <c>synchronous_commit</c> is set on for each connection, whatever the server's default.
/// </remarks>
public sealed class PostgresDatabase : Database
{
    private const int MostName = 63; // what PostgreSQL keeps of a name

    private readonly NpgsqlDataSource _source;
    private readonly string _schema;

    private PostgresDatabase(NpgsqlDataSource source, string schema, string version)
        : base(StorageEngine.Postgres)
    {
        _source = source;
        _schema = schema;
        EngineVersion = "PostgreSQL " + version;
    }

    /// <inheritdoc/>
    public override string EngineVersion { get; }

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
            Options = "-c synchronous_commit=on -c client_encoding=UTF8",
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

    /// <inheritdoc/>
    private protected override async Task<WriteTransaction> BeginWritingAsync(CancellationToken cancel)
    {
        var connection = await _source.OpenConnectionAsync(cancel);
        try
        {
            var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancel);
            await connection.ExecuteAsync(new CommandDefinition(
                "SELECT pg_advisory_xact_lock(hashtextextended(@schema, 7))", new { schema = "yakuba:" + _schema }, transaction, cancellationToken: cancel));
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
}
