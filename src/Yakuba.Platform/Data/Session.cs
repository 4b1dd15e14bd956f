using System.Data.Common;
using Dapper;

namespace Yakuba.Platform.Data;

/// <summary>A consistent view of the store on which statements run. Statements use the portable subset of SQL; where the engines differ, ask <see cref="Engine"/>.</summary>
public abstract class Session : IAsyncDisposable
{
    private readonly DbConnection _connection;
    private readonly DbTransaction _transaction;

    private protected Session(StorageEngine engine, DbConnection connection, DbTransaction transaction)
    {
        Engine = engine;
        _connection = connection;
        _transaction = transaction;
    }

    /// <summary>Which engine runs the statements.</summary>
    public StorageEngine Engine { get; }

    private protected DbTransaction Transaction => _transaction;

    private protected DbConnection Connection => _connection;

    /// <summary>All rows, each made by the constructor of <typeparamref name="T"/> whose parameters are the columns in order (integers as <see cref="long"/>).</summary>
    public Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? args = null, CancellationToken cancel = default) => RowsAsync<T>(sql, args, int.MaxValue, cancel);

    /// <summary>The only row, or default when there is none.</summary>
    /// <exception cref="InvalidOperationException">There is more than one row.</exception>
    public async Task<T?> SingleOrDefaultAsync<T>(string sql, object? args = null, CancellationToken cancel = default) =>
        (await RowsAsync<T>(sql, args, 2, cancel)).SingleOrDefault();

    /// <summary>The first row, or default when there is none.</summary>
    public async Task<T?> FirstOrDefaultAsync<T>(string sql, object? args = null, CancellationToken cancel = default) =>
        (await RowsAsync<T>(sql, args, 1, cancel)).FirstOrDefault();

    /// <summary>Reads one number, such as a count. 0 when there is no row.</summary>
    public Task<long> CountAsync(string sql, object? args = null, CancellationToken cancel = default) =>
        _connection.ExecuteScalarAsync<long>(Define(sql, args, cancel));

    /// <summary>SQLite knows the type of a computed column only from a row, so the parser is made after the first row has been read: an empty result needs none.</summary>
    private async Task<IReadOnlyList<T>> RowsAsync<T>(string sql, object? args, int most, CancellationToken cancel)
    {
        // Not "await using": Dapper then ends the reader alone, and SQLite's connection goes through all commands that were left behind at the end of each later one.
        using var reader = (DbDataReader)await _connection.ExecuteReaderAsync(Define(sql, args, cancel));
        var rows = new List<T>();
        Func<DbDataReader, object>? parse = null;
        while (rows.Count < most && await reader.ReadAsync(cancel))
        {
            parse ??= reader.GetRowParser(typeof(T));
            rows.Add((T)parse(reader));
        }

        return rows;
    }

    private protected CommandDefinition Define(string sql, object? args, CancellationToken cancel) =>
        new(sql, args, _transaction, cancellationToken: cancel);

    /// <summary>Ends the session. A unit of work that was not committed is rolled back.</summary>
    public abstract ValueTask DisposeAsync();
}
