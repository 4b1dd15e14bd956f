using Dapper;
using Microsoft.Data.Sqlite;

namespace Yakuba.Platform.Data;

/// <summary>Puts a copy of the state in the place of the state. Some tables do not go back with it: they are carried over as they are now.</summary>
public static class StateSwap
{
    private const string Sessions = "account_session"; // emptied: who has signed out since must not be signed in again by a cookie of then

    /// <summary>Keeps the state of now under a name of its own and puts the copy in its place. The store is closed afterwards: the copy's shape may be an older program's.</summary>
    /// <param name="directory">The directory, held by this process.</param>
    /// <param name="copy">What is put in place.</param>
    /// <param name="kept">The name under which the state of now is kept.</param>
    /// <param name="carried">Tables whose names begin so keep the rows they have now, in the columns that both shapes have.</param>
    /// <param name="cancel">Stops before the exchange, which is one rename: there is no moment without a whole state.</param>
    public static async Task PutAsync(DataDirectory directory, StateCopy copy, string kept, string carried, CancellationToken cancel)
    {
        if (directory.Database.Engine == StorageEngine.Postgres)
        {
            await PutSchemaAsync(directory, copy, kept, carried, cancel);
            await directory.Database.DisposeAsync();
            return;
        }

        var (file, next) = (Path.Combine(directory.Root, "yakuba.db"), Path.Combine(directory.Root, "yakuba.db.next"));
        await Snapshot.TakeAsync(directory.Database, Path.Combine(directory.Snapshots, kept), cancel);
        foreach (var end in new[] { "-journal", "-wal", "-shm" })
        {
            File.Delete(next + end); // of an exchange that was cut off: it would be played into the copy
        }

        try
        {
            File.Copy(StateCopies.PathOf(directory, copy.Name), next, overwrite: true);
            CarryOver(next, StateCopies.PathOf(directory, kept), carried);
            DurableFile.Sync(next);
            await directory.Database.DisposeAsync();
            if (new FileInfo(file + "-wal") is { Exists: true, Length: > 0 })
            {
                throw new IOException($"{file}-wal is still there: somebody else has the database open.");
            }

            DropIndex(directory);
            File.Move(next, file, overwrite: true);
            DurableFile.SyncDirectory(directory.Root);
        }
        finally
        {
            File.Delete(next); // a whole state, which nobody would look for; after the rename it is not there
            File.Delete(next + "-journal");
        }
    }

    // Numbers of versions go on from where they are: one that was used must not mean another text one day.
    private static void CarryOver(string next, string now, string carried)
    {
        using var state = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = next, Pooling = false }.ToString());
        state.Open();
        state.Execute("PRAGMA journal_mode=DELETE; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA foreign_keys=OFF;");
        state.Execute("ATTACH @now AS now", new { now });
        using (var transaction = state.BeginTransaction())
        {
            foreach (var table in state.Query<string>(
                "SELECT m.name FROM main.sqlite_master m JOIN now.sqlite_master n ON n.name = m.name AND n.type = m.type WHERE m.type = 'table' AND substr(m.name, 1, length(@carried)) = @carried", new { carried }, transaction))
            {
                var columns = string.Join(", ", state.Query<string>("SELECT m.name FROM pragma_table_info(@table, 'main') m JOIN pragma_table_info(@table, 'now') n ON n.name = m.name", new { table }, transaction));
                state.Execute($"DELETE FROM main.{table}; INSERT INTO main.{table} ({columns}) SELECT {columns} FROM now.{table}", transaction: transaction);
            }

            state.Execute("UPDATE main.sqlite_sequence SET seq = max(seq, coalesce((SELECT n.seq FROM now.sqlite_sequence n WHERE n.name = sqlite_sequence.name), 0))", transaction: transaction);
            state.Execute("INSERT INTO main.sqlite_sequence (name, seq) SELECT n.name, n.seq FROM now.sqlite_sequence n WHERE n.name IN (SELECT name FROM main.sqlite_master) AND n.name NOT IN (SELECT name FROM main.sqlite_sequence)", transaction: transaction);
            state.Execute($"DELETE FROM main.{Sessions}", transaction: transaction);
            transaction.Commit();
        }

        state.Execute("DETACH now");
    }

    private static async Task PutSchemaAsync(DataDirectory directory, StateCopy copy, string kept, string carried, CancellationToken cancel)
    {
        await using var work = await directory.Database.BeginAsync(cancel);
        var own = directory.Description.Schema;
        var (back, aside) = (Snapshot.SchemaOf(own, copy.Name), Snapshot.SchemaOf(own, kept));
        foreach (var table in await work.QueryAsync<string>(
            "SELECT b.table_name::text FROM information_schema.tables b JOIN information_schema.tables o ON o.table_schema = @own AND o.table_name = b.table_name WHERE b.table_schema = @back AND starts_with(b.table_name::text, @carried)",
            new { own, back, carried }, cancel))
        {
            var columns = string.Join(", ", await work.QueryAsync<string>(
                "SELECT b.column_name::text FROM information_schema.columns b JOIN information_schema.columns o ON o.table_schema = @own AND o.table_name = b.table_name AND o.column_name = b.column_name WHERE b.table_schema = @back AND b.table_name = @table",
                new { own, back, table }, cancel));
            await work.ExecuteAsync($"DELETE FROM {back}.{table}", cancel: cancel);
            await work.ExecuteAsync($"INSERT INTO {back}.{table} ({columns}) SELECT {columns} FROM {own}.{table}", cancel: cancel);
        }

        foreach (var (table, column) in await work.QueryAsync<(string, string)>(
            "SELECT table_name::text, column_name::text FROM information_schema.columns WHERE table_schema = @back AND is_identity = 'YES'", new { back }, cancel))
        {
            await work.CountAsync($"SELECT setval(pg_get_serial_sequence('{back}.{table}', '{column}'), greatest(nextval(pg_get_serial_sequence('{back}.{table}', '{column}')), nextval(pg_get_serial_sequence('{own}.{table}', '{column}'))), false)", cancel: cancel);
        }

        await work.ExecuteAsync($"DELETE FROM {back}.{Sessions}", cancel: cancel);
        DropIndex(directory);
        await work.ExecuteAsync($"ALTER SCHEMA {own} RENAME TO {aside}", cancel: cancel);
        await work.ExecuteAsync($"ALTER SCHEMA {back} RENAME TO {own}", cancel: cancel);
        await work.CommitAsync(cancel);
    }

    // Always before the exchange: without an index one is made from whatever rows are there, and one of other rows would be believed.
    private static void DropIndex(DataDirectory directory)
    {
        foreach (var folder in new[] { "index", "vectors" }.Select(f => Path.Combine(directory.Root, f)).Where(Directory.Exists))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
