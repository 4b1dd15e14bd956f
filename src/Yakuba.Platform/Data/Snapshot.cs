using System.Security.Cryptography;
using System.Text;

namespace Yakuba.Platform.Data;

/// <summary>A copy of the state in its own shape, from which the state can be put back.</summary>
internal static class Snapshot
{
    /// <summary>SQLite: a file <c>NAME.db</c>. PostgreSQL: a schema beside the municipality's own, since an old shape cannot be written as a new store.</summary>
    /// <param name="database">The store.</param>
    /// <param name="path">Folder and name of the copy, without an ending.</param>
    /// <param name="cancel">Stops and leaves no copy under that name.</param>
    internal static async Task TakeAsync(Database database, string path, CancellationToken cancel)
    {
        if (database.Engine == StorageEngine.Sqlite)
        {
            // One that was cut off must not look whole, nor its journal stand in the way of the next.
            var unfinished = Path.Combine(Path.GetDirectoryName(path)!, "unfinished.db");
            File.Delete(unfinished);
            File.Delete(unfinished + "-journal");
            await database.CopyToAsync(unfinished, cancel);
            DurableFile.Sync(unfinished);
            File.Move(unfinished, path + ".db", overwrite: true);
            DurableFile.SyncDirectory(Path.GetDirectoryName(path)!);
            return;
        }

        await using var work = await database.BeginAsync(cancel);
        var own = (await work.SingleOrDefaultAsync<string>("SELECT current_schema()::text", cancel: cancel))!;
        var copy = SchemaOf(own, Path.GetFileName(path));
        await work.ExecuteAsync($"DROP SCHEMA IF EXISTS {copy} CASCADE", cancel: cancel); // of the same second: what was copied there was not brought forward either
        await work.ExecuteAsync($"CREATE SCHEMA {copy}", cancel: cancel);
        foreach (var table in await work.QueryAsync<string>(
            "SELECT table_name::text FROM information_schema.tables WHERE table_schema = current_schema()", cancel: cancel))
        {
            // Constraints and indexes come after the rows, under the names they have: a later step may name them.
            await work.ExecuteAsync($"CREATE TABLE {copy}.{table} (LIKE {own}.{table} INCLUDING ALL EXCLUDING INDEXES EXCLUDING CONSTRAINTS)", cancel: cancel);
            await work.ExecuteAsync($"INSERT INTO {copy}.{table} OVERRIDING SYSTEM VALUE SELECT * FROM {own}.{table}", cancel: cancel);
        }

        foreach (var statement in await work.QueryAsync<string>(Structure, new { own, copy }, cancel))
        {
            await work.ExecuteAsync(statement, cancel: cancel);
        }

        await work.ExecuteAsync($"SET LOCAL search_path TO {own}", cancel: cancel);
        await work.CommitAsync(cancel);
    }

    /// <summary>The schema that holds the copy of a name.</summary>
    internal static string SchemaOf(string own, string name) => PrefixOf(own) + name.Replace('-', '_');

    /// <summary>How the schemas of all copies begin: PostgreSQL cuts names off after 63 letters, so a long one is told by its beginning and its hash.</summary>
    internal static string PrefixOf(string own)
    {
        const int longest = 36; // and the name of a copy, as StateCopies makes it
        return (own.Length <= longest ? own : own[..27] + "_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(own)))[..8]) + "_";
    }

    // What makes the copied tables whole, in this order: keys and checks, indexes, references (written while the own schema is the path, run in the copy's), the next numbers of identities.
    private const string Structure =
        """
        SELECT statement::text FROM (
            SELECT 0 AS place, 'SET LOCAL search_path TO ' || @copy AS statement
            UNION ALL
            SELECT CASE contype WHEN 'f' THEN 3 ELSE 1 END, format('ALTER TABLE %I ADD CONSTRAINT %I %s', relname, conname, pg_get_constraintdef(c.oid))
            FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid WHERE c.connamespace = to_regnamespace(@own) AND contype IN ('p', 'u', 'c', 'f')
            UNION ALL
            SELECT 2, replace(indexdef, ' ON ' || @own || '.', ' ON ' || @copy || '.') FROM pg_indexes i
            WHERE schemaname = @own AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.connamespace = to_regnamespace(@own) AND c.conname = i.indexname)
            UNION ALL
            SELECT 4, format('SELECT setval(pg_get_serial_sequence(%L, %L), greatest((SELECT coalesce(max(%I), 0) + 1 FROM %I), nextval(pg_get_serial_sequence(%L, %L))), false)',
                @copy || '.' || table_name, column_name, column_name, table_name, @own || '.' || table_name, column_name)
            FROM information_schema.columns WHERE table_schema = @own AND is_identity = 'YES'
        ) steps ORDER BY place
        """;
}
