using System.Diagnostics;
using Yakuba.Platform.Data;
using Yakuba.Testing;

namespace Yakuba.Platform.Tests.Data;

public sealed class DataDirectoryTests
{
    [Theory, ClassData(typeof(BothEngines))]
    public async Task Older_data_is_brought_forward_after_a_copy_was_taken(StorageEngine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await using (var work = await store.Database.BeginAsync())
        {
            // What a program left that did not know step 34, which stands between steps that it knew: without its column.
            await work.ExecuteAsync("ALTER TABLE learning DROP COLUMN undone");
            await work.ExecuteAsync("INSERT INTO learning (number, made_at, made_by, questions, score_without, score_with, active) VALUES (1, '', '', 20, 5000, 6000, 1), (2, '', '', 20, 5000, 6000, 0)");
            await work.ExecuteAsync("DELETE FROM migration WHERE number = 34");
            await work.ExecuteAsync("INSERT INTO setting (name, value, changed_at, changed_by) VALUES ('kept', 'yes', '', '')");
            await work.CommitAsync();
        }

        await store.ReopenAsync();

        Assert.Empty(await Migrations.MissingAsync(store.Database));
        await using var read = await store.Database.ReadAsync();
        Assert.Equal("yes", await read.SingleOrDefaultAsync<string>("SELECT value FROM setting WHERE name = 'kept'"));
        Assert.Equal([0, 1], await read.QueryAsync<long>("SELECT undone FROM learning ORDER BY number")); // what came after the one in use had been undone
        if (engine == StorageEngine.Sqlite)
        {
            await using var before = SqliteDatabase.Open(Assert.Single(Directory.GetFiles(store.Directory.Snapshots, "before-*.db")));
            Assert.Equal([34], await Migrations.MissingAsync(before));
        }
        else
        {
            Assert.Equal(1, await read.CountAsync("SELECT count(*) FROM information_schema.schemata WHERE schema_name LIKE current_schema() || '\\_before%'"));
        }
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Data_of_a_newer_program_is_refused_and_left_as_it_is(StorageEngine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await using (var work = await store.Database.BeginAsync())
        {
            await work.ExecuteAsync("INSERT INTO migration (number, name, sha256) VALUES (9999, 'later', '')");
            await work.CommitAsync();
        }

        var (root, description) = (store.Directory.Root, store.Directory.Description);
        await store.Directory.DisposeAsync();
        var opened = await DataDirectory.OpenAsync(root, null, TimeProvider.System);

        Assert.Equal("storage-newer-version", opened.Problem?.Name);
        Assert.Empty(Directory.Exists(Path.Combine(root, "snapshots")) ? Directory.GetFiles(Path.Combine(root, "snapshots")) : []);
        Assert.Equal(description, DataDescription.Read(Path.Combine(root, "yakuba.json")).Value);
    }

    [Fact]
    public async Task A_folder_in_which_a_restore_was_cut_off_is_not_taken_for_a_town_without_its_originals()
    {
        using var folder = new TemporaryFolder();
        await (await DataDirectory.OpenAsync(folder["data"], "sqlite", TimeProvider.System)).Value.DisposeAsync();
        File.Move(folder["data/yakuba.json"], folder["yakuba.json"]); // the last that a restore puts in place
        Directory.CreateDirectory(folder["data/.restore"]);

        Assert.Equal("storage-restore-unfinished", (await DataDirectory.OpenAsync(folder["data"], "sqlite", TimeProvider.System)).Problem?.Name);
        Assert.False(File.Exists(folder["data/yakuba.json"]));
        File.Move(folder["yakuba.json"], folder["data/yakuba.json"]);
        await (await DataDirectory.OpenAsync(folder["data"], "sqlite", TimeProvider.System)).Value.DisposeAsync(); // complete: what was left to sweep is in nobody's way
    }

    [Fact]
    public async Task A_copy_before_a_migration_that_was_cut_off_does_not_keep_the_next_start_from_its_own()
    {
        await using var store = await TestStore.CreateAsync(StorageEngine.Sqlite);
        await using (var work = await store.Database.BeginAsync())
        {
            await work.ExecuteAsync("ALTER TABLE learning DROP COLUMN undone");
            await work.ExecuteAsync("DELETE FROM migration WHERE number = 34");
            await work.CommitAsync();
        }

        await File.WriteAllTextAsync(Path.Combine(store.Directory.Snapshots, "unfinished.db"), "");
        await File.WriteAllBytesAsync(Path.Combine(store.Directory.Snapshots, "unfinished.db-journal"), [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7, .. new byte[504]]);

        await store.ReopenAsync();

        Assert.Single(Directory.GetFiles(store.Directory.Snapshots));
    }

    [Fact]
    public async Task A_second_owner_is_refused_until_the_first_lets_go()
    {
        using var folder = new TemporaryFolder();
        var first = (await DataDirectory.OpenAsync(folder["data"], "sqlite", TimeProvider.System)).Value;

        var second = await DataDirectory.OpenAsync(folder["data"], "sqlite", TimeProvider.System);
        await first.DisposeAsync();
        var third = await DataDirectory.OpenAsync(folder["data"], "sqlite", TimeProvider.System);

        Assert.Equal("storage-in-use", second.Problem?.Name);
        await third.Value.DisposeAsync();
    }

    [Theory]
    [InlineData("", "storage-not-yakuba")]
    [InlineData("{", "storage-not-yakuba")]
    [InlineData("[]", "storage-not-yakuba")]
    [InlineData("""{"version":1,"storage":"","schema":"yakuba"}""", "storage-not-yakuba")]
    [InlineData("""{"version":99,"storage":"sqlite","schema":"yakuba"}""", "storage-newer-version")]
    public async Task A_description_that_cannot_be_read_is_named_and_not_replaced(string text, string problem)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["yakuba.json"], text);

        Assert.Equal(problem, (await DataDirectory.OpenAsync(folder.Path, "sqlite", TimeProvider.System)).Problem?.Name);
        Assert.Equal(text, await File.ReadAllTextAsync(folder["yakuba.json"]));
    }

    [Fact]
    public async Task A_file_in_the_place_of_the_directory_and_a_damaged_database_are_named()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["file"], "");
        await (await DataDirectory.OpenAsync(folder["data"], "sqlite", TimeProvider.System)).Value.DisposeAsync();
        await File.WriteAllTextAsync(folder["data/yakuba.db"], new string('x', 8192));

        Assert.Equal("storage-not-writable", (await DataDirectory.OpenAsync(folder["file"], "sqlite", TimeProvider.System)).Problem?.Name);
        Assert.Equal("storage-not-writable", (await DataDirectory.OpenAsync(folder["file/below"], "sqlite", TimeProvider.System)).Problem?.Name);
        Assert.Equal("storage-damaged", (await DataDirectory.OpenAsync(folder["data"], "sqlite", TimeProvider.System)).Problem?.Name);
    }

    [Fact]
    public async Task A_new_directory_is_its_owners_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // rights are inherited from the folder there
        }

        using var folder = new TemporaryFolder();
        await using var directory = (await DataDirectory.OpenAsync(folder["data"], "sqlite", TimeProvider.System)).Value;

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder["data"]));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder["data/yakuba.json"]));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder["data/yakuba.db"]));
    }

    [Fact]
    public async Task A_full_disk_is_named_loses_nothing_and_is_got_over()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["disk"]);
        if (!Run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", folder["disk"]))
        {
            Assert.SkipWhen(Environment.GetEnvironmentVariable("CI") is null, "No right to mount a small disk.");
            Assert.Fail("CI must be able to mount a small disk.");
        }

        try
        {
            await using var directory = (await DataDirectory.OpenAsync(folder["disk/data"], "sqlite", TimeProvider.System)).Value;
            await AddAsync(directory, "first", 10_000);

            var full = await Assert.ThrowsAnyAsync<Exception>(() => AddAsync(directory, "large", 8_000_000));
            Assert.Equal("storage-disk-full", StorageProblems.From(full)?.Name);

            await AddAsync(directory, "after", 10_000);
            await using var read = await directory.Database.ReadAsync();
            Assert.Equal(["after", "first"], await read.QueryAsync<string>("SELECT name FROM setting ORDER BY name"));
        }
        finally
        {
            Run("umount", folder["disk"]);
        }
    }

    private static async Task AddAsync(DataDirectory directory, string name, int length)
    {
        await using var work = await directory.Database.BeginAsync();
        await work.ExecuteAsync("INSERT INTO setting (name, value, changed_at, changed_by) VALUES (@name, @value, '', '')", new { name, value = new string('x', length) });
        await work.CommitAsync();
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
