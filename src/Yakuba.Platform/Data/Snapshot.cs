namespace Yakuba.Platform.Data;

/// <summary>A copy of the state as it stands before a migration, in its old shape.</summary>
internal static class Snapshot
{
    /// <summary>SQLite: a file <c>NAME.db</c>. PostgreSQL: a schema beside the municipality's own, since the old shape cannot be written as a new store.</summary>
    internal static async Task TakeAsync(Database database, string path, CancellationToken cancel)
    {
        if (database.Engine == StorageEngine.Sqlite)
        {
            // One that was cut off must not look whole, nor its journal stand in the way of the next.
            var unfinished = Path.Combine(Path.GetDirectoryName(path)!, "unfinished.db");
            File.Delete(unfinished);
            File.Delete(unfinished + "-journal");
            await database.CopyToAsync(unfinished, cancel);
            File.Move(unfinished, path + ".db", overwrite: true);
            DurableFile.SyncDirectory(Path.GetDirectoryName(path)!);
            return;
        }

        await using var work = await database.BeginAsync(cancel);
        var own = (await work.SingleOrDefaultAsync<string>("SELECT current_schema()::text", cancel: cancel))!;
        var copy = own + "_" + Path.GetFileName(path).Replace('-', '_');
        await work.ExecuteAsync($"CREATE SCHEMA {copy}", cancel: cancel);
        foreach (var table in await work.QueryAsync<string>(
            "SELECT table_name::text FROM information_schema.tables WHERE table_schema = current_schema()", cancel: cancel))
        {
            await work.ExecuteAsync($"CREATE TABLE {copy}.{table} AS TABLE {own}.{table}", cancel: cancel);
        }

        await work.CommitAsync(cancel);
    }
}
