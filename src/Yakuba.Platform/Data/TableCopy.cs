using System.Data;
using Dapper;

namespace Yakuba.Platform.Data;

/// <summary>Carries every row of every table from one store to another that has the same migrations: backup, restore, and a change of engine.</summary>
internal static class TableCopy
{
    /// <summary>Empties the target's tables and copies the source's rows. Both sessions see one moment each; the caller commits.</summary>
    internal static async Task RunAsync(Session from, UnitOfWork to, CancellationToken cancel)
    {
        var tables = await TablesAsync(to, cancel);
        if (to.Engine == StorageEngine.Sqlite)
        {
            await to.ExecuteAsync("PRAGMA defer_foreign_keys=ON", cancel: cancel);
        }
        else
        {
            await to.ExecuteAsync("SET CONSTRAINTS ALL DEFERRED", cancel: cancel);
        }

        foreach (var table in tables)
        {
            await to.ExecuteAsync($"DELETE FROM {table}", cancel: cancel);
        }

        foreach (var table in tables)
        {
            await CopyAsync(table, from, to, cancel);
        }
    }

    private static async Task CopyAsync(string table, Session from, UnitOfWork to, CancellationToken cancel)
    {
        string? insert = null;
        foreach (var row in await from.QueryAsync<dynamic>($"SELECT * FROM {table}", cancel: cancel))
        {
            var cells = (IDictionary<string, object?>)row;
            insert ??= $"INSERT INTO {table} ({string.Join(", ", cells.Keys)}) VALUES ({string.Join(", ", cells.Keys.Select(c => "@" + c))})";
            await to.ExecuteAsync(insert, new DynamicParameters(cells), cancel);
        }

        await RestartNumbersAsync(table, to, cancel);
    }

    /// <summary>PostgreSQL's identity columns do not notice rows that bring their own numbers.</summary>
    private static async Task RestartNumbersAsync(string table, UnitOfWork to, CancellationToken cancel)
    {
        if (to.Engine != StorageEngine.Postgres)
        {
            return;
        }

        var identities = await to.QueryAsync<string>(
            "SELECT column_name FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = @table AND is_identity = 'YES'",
            new { table },
            cancel);
        foreach (var column in identities)
        {
            await to.CountAsync(
                $"SELECT setval(pg_get_serial_sequence('{table}', '{column}'), (SELECT coalesce(max({column}), 0) + 1 FROM {table}), false)", cancel: cancel);
        }
    }

    private static Task<IReadOnlyList<string>> TablesAsync(Session session, CancellationToken cancel) => session.QueryAsync<string>(
        session.Engine == StorageEngine.Sqlite
            ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> 'migration' ORDER BY rootpage"
            : "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema() AND table_name NOT IN ('migration', 'owner') ORDER BY table_name",
        cancel: cancel);
}
