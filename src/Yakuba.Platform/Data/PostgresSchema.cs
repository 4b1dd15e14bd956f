using Dapper;
using Npgsql;

namespace Yakuba.Platform.Data;

/// <summary>A municipality's schema on a PostgreSQL server, seen from outside: whether it is there, and its end.</summary>
public static class PostgresSchema
{
    /// <summary>Whether the server has a schema of this name, whosoever it is.</summary>
    /// <exception cref="NpgsqlException">The server refuses or cannot be reached.</exception>
    public static async Task<bool> ExistsAsync(DataDescription data, CancellationToken cancel)
    {
        await using var source = NpgsqlDataSource.Create(data.Storage);
        await using var connection = await source.OpenConnectionAsync(cancel);
        return await connection.ExecuteScalarAsync<bool>(new CommandDefinition("SELECT EXISTS (SELECT 1 FROM pg_namespace WHERE nspname = @Schema)", new { data.Schema }, cancellationToken: cancel));
    }

    /// <summary>Removes the schema with all that is in it; nothing where it is not there.</summary>
    /// <exception cref="NpgsqlException">The server refuses or cannot be reached.</exception>
    public static async Task DropAsync(DataDescription data, CancellationToken cancel)
    {
        await using var source = NpgsqlDataSource.Create(data.Storage);
        await using var connection = await source.OpenConnectionAsync(cancel);
        var name = new NpgsqlCommandBuilder().QuoteIdentifier(data.Schema);
        await connection.ExecuteAsync(new CommandDefinition($"DROP SCHEMA IF EXISTS {name} CASCADE", cancellationToken: cancel));
    }
}
