using Npgsql;
using Yakuba.Platform.Data;
using Yakuba.Testing;

namespace Yakuba.Platform.Tests.Data;

/// <summary>A schema that another process has taken: who had it before writes nothing more, whatever it still believes.</summary>
public sealed class TakenStoreTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_had_the_store_before_writes_nothing_more(bool isShort)
    {
        await using var store = await TestStore.CreateAsync(StorageEngine.Postgres);
        await WriteAsync(store.Database, "before", isShort); // the control
        await using (var taker = await TakeAsync(store.Directory))
        {
            var refused = await Assert.ThrowsAsync<StoreTakenException>(() => WriteAsync(store.Database, "late", isShort));
            Assert.Equal("storage-taken", StorageProblems.From(refused)?.Name);
            await WriteAsync(taker.Database, "after", isShort);
        }

        await using var read = await store.Database.ReadAsync();
        Assert.Equal(["after", "before"], await read.QueryAsync<string>("SELECT name FROM setting ORDER BY name"));
    }

    [Fact]
    public async Task A_unit_of_work_that_hangs_loses_the_store_and_is_not_committed()
    {
        await using var store = await TestStore.CreateAsync(StorageEngine.Postgres);
        await using var hanging = await store.Database.BeginAsync();
        await hanging.ExecuteAsync("INSERT INTO setting (name, value, changed_at, changed_by) VALUES ('hanging', '', '', '')");
        var waiting = store.Database.BeginAsync(); // another of its threads, before the taker in the line
        await using var taker = await TakeAsync(store.Directory).WaitAsync(TimeSpan.FromSeconds(25));
        await Assert.ThrowsAnyAsync<Exception>(() => waiting);
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => hanging.CommitAsync());
        await WriteAsync(taker.Database, "after", isShort: false);
        await using var read = await taker.Database.ReadAsync();
        Assert.Equal(["after"], await read.QueryAsync<string>("SELECT name FROM setting"));
    }

    [Fact]
    public async Task Who_waited_while_the_store_was_taken_writes_nothing()
    {
        await using var store = await TestStore.CreateAsync(StorageEngine.Postgres);
        var (schema, storage) = (store.Directory.Description.Schema, store.Directory.Description.Storage);
        await using var source = NpgsqlDataSource.Create(storage);
        await using var taker = await source.OpenConnectionAsync();
        await using var taking = await taker.BeginTransactionAsync();
        await using (var take = new NpgsqlCommand($"SELECT pg_advisory_xact_lock(hashtextextended('yakuba:{schema}', 7)); UPDATE {schema}.owner SET mark = 'another'", taker, taking))
        {
            await take.ExecuteNonQueryAsync();
        }

        var late = WriteAsync(store.Database, "late", isShort: false);
        await using var waits = source.CreateCommand($"SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND ((classid::bigint << 32) | objid::bigint) = hashtextextended('yakuba:{schema}', 7)");
        for (var since = Environment.TickCount64; (long)(await waits.ExecuteScalarAsync())! == 0; await Task.Delay(20))
        {
            Assert.True(Environment.TickCount64 - since < 60_000, "it does not wait");
        }

        await taking.CommitAsync();
        await Assert.ThrowsAsync<StoreTakenException>(() => late);
    }

    [Fact]
    public async Task Each_start_of_the_program_is_an_owner_of_its_own()
    {
        await using var store = await TestStore.CreateAsync(StorageEngine.Postgres);
        var first = await MarkAsync(store.Database);
        await store.ReopenAsync();
        await WriteAsync(store.Database, "again", isShort: false);
        Assert.NotEqual(first, await MarkAsync(store.Database));

        static async Task<string?> MarkAsync(Database database)
        {
            await using var read = await database.ReadAsync();
            return await read.SingleOrDefaultAsync<string>("SELECT mark FROM owner");
        }
    }

    // Another directory whose yakuba.json names the same schema: what shared storage that lost a lock would allow.
    private static async Task<Taker> TakeAsync(DataDirectory taken)
    {
        var folder = new TemporaryFolder();
        taken.Description.Write(folder["yakuba.json"]);
        return new Taker(folder, (await DataDirectory.OpenAsync(folder.Path, null, TimeProvider.System)).Value);
    }

    private static async Task WriteAsync(Database database, string name, bool isShort)
    {
        await using var work = await (isShort ? database.BeginShortAsync() : database.BeginAsync());
        await work.ExecuteAsync("INSERT INTO setting (name, value, changed_at, changed_by) VALUES (@name, '', '', '')", new { name });
        await work.CommitAsync();
    }

    private sealed record Taker(TemporaryFolder Folder, DataDirectory Directory) : IAsyncDisposable
    {
        internal Database Database => Directory.Database;

        public async ValueTask DisposeAsync()
        {
            await Directory.DisposeAsync();
            Folder.Dispose();
        }
    }
}
