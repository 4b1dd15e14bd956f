namespace Yakuba.Platform.Data;

/// <summary>A copy of a municipality's state as one SQLite file, as <see cref="Database.CopyToAsync"/> makes it, on its way back into a server.</summary>
public static class StateFile
{
    /// <summary>The number of the newest migration step in the file.</summary>
    /// <exception cref="Microsoft.Data.Sqlite.SqliteException">The file is not a database.</exception>
    public static async Task<int> NewestAppliedAsync(string path, CancellationToken cancel)
    {
        await using var file = SqliteDatabase.Open(path);
        return await Migrations.NewestAppliedAsync(file, cancel);
    }

    /// <summary>Whether a schema of a PostgreSQL server would take the rows.</summary>
    /// <returns>Why it would not; null when it would.</returns>
    public static async Task<Problem?> RefusalAsync(DataDescription target, CancellationToken cancel)
    {
        await using var to = await PostgresDatabase.OpenAsync(target.Storage, target.Schema, cancel);
        return await HoldsRowsAsync(to, cancel) ? StorageProblems.SchemaNotEmpty.With(target.Schema) : null;
    }

    /// <summary>Carries the file's rows into an empty schema of a PostgreSQL server, bringing the file forward first.</summary>
    /// <param name="path">The file; changed when it is older than the program.</param>
    /// <param name="target">Names the server and the schema.</param>
    /// <param name="cancel">Stops and leaves the schema without rows.</param>
    /// <returns>The problem, or null when all rows are there.</returns>
    public static async Task<Problem?> ToPostgresAsync(string path, DataDescription target, CancellationToken cancel)
    {
        await using var to = await PostgresDatabase.OpenAsync(target.Storage, target.Schema, cancel);
        if (await HoldsRowsAsync(to, cancel))
        {
            return StorageProblems.SchemaNotEmpty.With(target.Schema);
        }

        await using var from = SqliteDatabase.Open(path);
        await Migrations.ApplyAsync(from, cancel);
        await Migrations.ApplyAsync(to, cancel);
        await using var read = await from.ReadAsync(cancel);
        await using var work = await to.BeginAsync(cancel);
        await TableCopy.RunAsync(read, work, cancel);
        await work.CommitAsync(cancel);
        return null;
    }

    // An empty schema, or one that a restore that failed half-way has left with its tables but no rows.
    private static async Task<bool> HoldsRowsAsync(PostgresDatabase database, CancellationToken cancel)
    {
        var applied = await Migrations.NewestAppliedAsync(database, cancel);
        if (applied != Migrations.Newest)
        {
            return applied > 0;
        }

        await using var read = await database.ReadAsync(cancel);
        return await read.CountAsync("SELECT (SELECT count(*) FROM audit_entry) + (SELECT count(*) FROM account) + (SELECT count(*) FROM setting)", cancel: cancel) > 0;
    }
}
