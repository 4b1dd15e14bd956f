using System.Text.Json.Nodes;
using Dapper;
using Microsoft.Data.Sqlite;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Data;
using Yakuba.Testing;

namespace Yakuba.Platform.Tests.Data;

public sealed class StateSwapTests
{
    [Theory, ClassData(typeof(BothEngines))]
    public async Task What_was_before_comes_back_whole_but_for_the_record_which_goes_on(StorageEngine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await SetAsync(store, "before");
        var first = await VersionAsync(store);
        await OlderAsync(store);
        await store.ReopenAsync(); // brings it forward, after a copy
        await SetAsync(store, "after");
        var second = await VersionAsync(store);
        var copy = Assert.Single(await StateCopies.ListAsync(store.Directory, CancellationToken.None));
        Assert.Equal(1, await BeginningAsync(store, copy));

        await StateSwap.PutAsync(store.Directory, copy, "after-0001-20260401120000", RecordBeginning.Tables, CancellationToken.None);
        await store.ReopenAsync();

        await using (var read = await store.Database.ReadAsync())
        {
            Assert.Equal(["before"], await read.QueryAsync<string>("SELECT name FROM setting"));
            Assert.Equal([0L, 1L], await read.QueryAsync<long>("SELECT idx FROM audit_entry ORDER BY idx"));
        }

        // It is no bare copy of rows: keys, references and defaults hold, and no number is used again.
        await Assert.ThrowsAnyAsync<Exception>(() => SetAsync(store, "before"));
        await Assert.ThrowsAnyAsync<Exception>(() => DoAsync(store, "INSERT INTO block (version, idx, kind, text, at_key) VALUES (999999, 0, '', '', '')"));
        Assert.True(await VersionAsync(store) > second && second > first);

        // And what was put aside can be put back.
        var aside = Assert.Single(await StateCopies.ListAsync(store.Directory, CancellationToken.None), c => c.Name == "after-0001-20260401120000");
        await StateSwap.PutAsync(store.Directory, aside, "after-0002-20260401130000", RecordBeginning.Tables, CancellationToken.None);
        await store.ReopenAsync();
        await using var last = await store.Database.ReadAsync();
        Assert.Equal(["after", "before"], await last.QueryAsync<string>("SELECT name FROM setting ORDER BY name"));
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_copy_with_another_beginning_of_the_record_is_noticed(StorageEngine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await SetAsync(store, "before");
        await OlderAsync(store);
        await store.ReopenAsync();
        var copy = Assert.Single(await StateCopies.ListAsync(store.Directory, CancellationToken.None));
        Assert.Equal(1, await BeginningAsync(store, copy));

        await using (var older = await StateCopies.OpenAsync(store.Directory, copy, CancellationToken.None))
        {
            await using var work = await older.BeginAsync();
            await new AuditTrail(TimeProvider.System).AppendAsync(work, Actor.Console("test"), "settings-changed", new JsonObject { ["settings"] = "forged" }, CancellationToken.None);
            await work.CommitAsync();
        }

        Assert.Null(await BeginningAsync(store, copy));
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task An_upgrade_that_is_tried_again_within_the_same_second_takes_its_copy_again(StorageEngine engine)
    {
        var clock = new TestClock();
        await using var store = await TestStore.CreateAsync(engine);
        var root = store.Directory.Root;
        for (var attempt = 0; attempt < 2; attempt++)
        {
            await OlderAsync(store);
            await store.Directory.DisposeAsync();
            await using (var opened = (await DataDirectory.OpenAsync(root, null, clock)).Value)
            {
                Assert.Single(await StateCopies.ListAsync(opened, CancellationToken.None));
            }

            await store.ReopenAsync();
        }
    }

    [Fact]
    public async Task A_copy_that_was_cut_off_is_none()
    {
        await using var store = await TestStore.CreateAsync(StorageEngine.Sqlite);
        await File.WriteAllTextAsync(Path.Combine(store.Directory.Snapshots, "unfinished.db"), "half");
        await File.WriteAllTextAsync(Path.Combine(store.Directory.Snapshots, "mine.db"), "somebody's own");
        Assert.Empty(await StateCopies.ListAsync(store.Directory, CancellationToken.None));
    }

    [Fact]
    public async Task Bare_rows_that_an_older_release_put_aside_were_offered_as_a_store()
    {
        await using var store = await TestStore.CreateAsync(StorageEngine.Postgres);
        var copy = store.Directory.Description.Schema + "_before_0051_20260401120000";
        await DoAsync(store, $"CREATE SCHEMA {copy}", $"CREATE TABLE {copy}.audit_entry AS SELECT * FROM audit_entry");
        Assert.Empty(await StateCopies.ListAsync(store.Directory, CancellationToken.None));

        await DoAsync(store, $"ALTER TABLE {copy}.audit_entry ADD PRIMARY KEY (idx)"); // the control: as a whole copy has it
        Assert.Single(await StateCopies.ListAsync(store.Directory, CancellationToken.None));
    }

    [Fact]
    public async Task An_exchange_that_broke_off_left_an_index_of_other_rows()
    {
        await using var store = await TestStore.CreateAsync(StorageEngine.Postgres);
        await OlderAsync(store);
        await store.ReopenAsync();
        var copy = Assert.Single(await StateCopies.ListAsync(store.Directory, CancellationToken.None));
        await File.WriteAllTextAsync(Path.Combine(store.Directory.Index, "manifest"), "of now");
        const string kept = "after-0001-20260401120000";
        await DoAsync(store, $"CREATE SCHEMA {store.Directory.Description.Schema}_{kept.Replace('-', '_')}"); // the name is taken: the exchange itself fails

        await Assert.ThrowsAnyAsync<Exception>(() => StateSwap.PutAsync(store.Directory, copy, kept, RecordBeginning.Tables, CancellationToken.None));

        Assert.False(Directory.Exists(Path.Combine(store.Directory.Root, "index")));
        Assert.Single(await StateCopies.ListAsync(store.Directory, CancellationToken.None)); // and the state is the one of now
    }

    [Fact]
    public async Task The_journal_of_an_exchange_that_was_cut_off_was_played_into_the_copy()
    {
        await using var store = await TestStore.CreateAsync(StorageEngine.Sqlite);
        await SetAsync(store, "before");
        await OlderAsync(store);
        await store.ReopenAsync();
        var copy = Assert.Single(await StateCopies.ListAsync(store.Directory, CancellationToken.None));
        var (other, next) = (Path.Combine(store.Directory.Root, "other.db"), Path.Combine(store.Directory.Root, "yakuba.db.next"));
        File.Copy(Path.Combine(store.Directory.Snapshots, copy.Name + ".db"), other);
        using (var cut = new SqliteConnection($"Data Source={other};Pooling=False"))
        {
            cut.Open();
            cut.Execute("PRAGMA journal_mode=DELETE; PRAGMA synchronous=OFF; INSERT INTO setting (name, value, changed_at, changed_by) VALUES ('other', '', '', '')");
            cut.Execute("BEGIN IMMEDIATE; UPDATE setting SET name = name || 'x'");
            File.Copy(other + "-journal", next + "-journal");
            cut.Execute("ROLLBACK");
        }

        await StateSwap.PutAsync(store.Directory, copy, "after-0001-20260401120000", RecordBeginning.Tables, CancellationToken.None);
        await store.ReopenAsync();

        await using var read = await store.Database.ReadAsync();
        Assert.Equal(["before"], await read.QueryAsync<string>("SELECT name FROM setting"));
    }

    private static async Task<long?> BeginningAsync(TestStore store, StateCopy copy)
    {
        await using var older = await StateCopies.OpenAsync(store.Directory, copy, CancellationToken.None);
        await using var read = await older.ReadAsync();
        await using var now = await store.Database.ReadAsync();
        return await RecordBeginning.FindAsync(read, now, CancellationToken.None);
    }

    // What a program left that did not know the step that gave learnings a mark.
    private static Task OlderAsync(TestStore store) => DoAsync(store, "ALTER TABLE learning DROP COLUMN undone", "DELETE FROM migration WHERE number = 34");

    private static async Task SetAsync(TestStore store, string name)
    {
        await using var work = await store.Database.BeginAsync();
        await work.ExecuteAsync("INSERT INTO setting (name, value, changed_at, changed_by) VALUES (@name, '', '', '')", new { name });
        await new AuditTrail(TimeProvider.System).AppendAsync(work, Actor.Console("test"), "settings-changed", new JsonObject { ["settings"] = name }, CancellationToken.None);
        await work.CommitAsync();
    }

    private static async Task<long> VersionAsync(TestStore store)
    {
        await using var work = await store.Database.BeginAsync();
        var id = Guid.CreateVersion7().ToString("N");
        await work.ExecuteAsync("INSERT INTO document (id, source_key, section, label, created_at) VALUES (@id, @id, '', 0, '')", new { id });
        var number = await work.CountAsync(
            """
            INSERT INTO version (document_id, ordinal, title, file_name, kind, sha256, bytes, state, import_job, imported_at, imported_by, report, passages, faq_entries, changed_at)
            VALUES (@id, 1, '', '', '', '', 0, 'draft', '', '', '', '', 0, 0, '') RETURNING number
            """,
            new { id });
        await work.CommitAsync();
        return number;
    }

    private static async Task DoAsync(TestStore store, params string[] statements)
    {
        await using var work = await store.Database.BeginAsync();
        foreach (var statement in statements)
        {
            await work.ExecuteAsync(statement);
        }

        await work.CommitAsync();
    }
}
