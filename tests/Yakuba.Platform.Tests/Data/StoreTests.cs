using Yakuba.Platform.Data;
using Yakuba.Testing;

namespace Yakuba.Platform.Tests.Data;

public sealed class StoreTests
{
    [Fact]
    public async Task A_place_where_nothing_can_be_made_is_named_and_does_not_crash()
    {
        var opened = await DataDirectory.OpenAsync("/proc/yakuba-nowhere", null, TimeProvider.System);

        Assert.Equal("storage-not-writable", opened.Problem?.Name);
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task What_was_not_committed_is_not_there(StorageEngine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await using (var work = await store.Database.BeginAsync())
        {
            await AddAsync(work, "half");
        }

        Assert.Empty(await NamesAsync(store));
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task What_was_committed_is_there_after_a_new_start(StorageEngine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await using (var work = await store.Database.BeginAsync())
        {
            await AddAsync(work, "whole");
            await work.CommitAsync();
        }

        await store.ReopenAsync();

        Assert.Equal(["whole"], await NamesAsync(store));
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_reader_keeps_its_moment_while_a_writer_goes_on(StorageEngine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await using var before = await store.Database.ReadAsync();
        Assert.Equal(0, await before.CountAsync("SELECT count(*) FROM setting"));
        await using (var work = await store.Database.BeginAsync())
        {
            await AddAsync(work, "later");
            await work.CommitAsync();
        }

        Assert.Equal(0, await before.CountAsync("SELECT count(*) FROM setting"));
        Assert.Equal(["later"], await NamesAsync(store));
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Writers_wait_for_each_other(StorageEngine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            await using var work = await store.Database.BeginAsync();
            var next = await work.CountAsync("SELECT count(*) FROM setting");
            await AddAsync(work, $"{next:D2}");
            await work.CommitAsync();
        }));

        Assert.Equal(Enumerable.Range(0, 20).Select(n => $"{n:D2}"), await NamesAsync(store));
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_copy_holds_everything_and_opens_as_a_store(StorageEngine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await using (var work = await store.Database.BeginAsync())
        {
            await AddAsync(work, "copied");
            await work.CommitAsync();
        }

        using var folder = new TemporaryFolder();
        await store.Database.CopyToAsync(folder["copy.db"]);

        await using var copy = SqliteDatabase.Open(folder["copy.db"]);
        await using var read = await copy.ReadAsync();
        Assert.Equal(["copied"], await read.QueryAsync<string>("SELECT name FROM setting"));
        Assert.Equal(Migrations.Newest, await Migrations.NewestAppliedAsync(copy));
    }

    [Fact]
    public async Task A_directory_in_use_is_refused_by_name()
    {
        await using var store = await TestStore.CreateAsync(StorageEngine.Sqlite);

        var second = await DataDirectory.OpenAsync(store.Directory.Root, null, TimeProvider.System);

        Assert.Equal("storage-in-use", second.Problem?.Name);
    }

    [Fact]
    public async Task Data_of_a_newer_program_is_refused_and_stays_as_it_was()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["yakuba.json"], """{"version":99,"storage":"sqlite","schema":"yakuba"}""");

        var opened = await DataDirectory.OpenAsync(folder.Path, null, TimeProvider.System);

        Assert.Equal("storage-newer-version", opened.Problem?.Name);
        Assert.False(File.Exists(folder["yakuba.db"]));
    }

    private static Task<int> AddAsync(UnitOfWork work, string name) =>
        work.ExecuteAsync("INSERT INTO setting (name, value, changed_at, changed_by) VALUES (@name, '', '', '')", new { name });

    private static async Task<IReadOnlyList<string>> NamesAsync(TestStore store)
    {
        await using var read = await store.Database.ReadAsync();
        return await read.QueryAsync<string>("SELECT name FROM setting ORDER BY name");
    }
}
