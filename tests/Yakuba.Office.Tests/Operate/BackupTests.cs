using System.Formats.Tar;
using Npgsql;
using Yakuba.Office.Operate.Backups;
using Yakuba.Office.Operate.RestoreBackup;
using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Testing;

namespace Yakuba.Office.Tests.Operate;

public sealed class BackupTests
{
    [Theory, ClassData(typeof(BothEngines))]
    public async Task What_was_backed_up_is_found_again_after_a_restore_and_what_came_later_is_not(StorageEngine engine)
    {
        await using var town = await Municipality.OpenAsync(engine);
        var made = (await town.BackUpAsync(town.Files["b.tar"])).Value;
        await town.ImportAsync("later.md", "# 後から来た文書\n\nごみ袋は10枚で300円です。\n");

        var restored = (await Municipality.RestoreAsync(town.Files["b.tar"], town.Files["r"])).Value;

        Assert.Equal(2, made.Originals);
        Assert.True(restored.Passages >= 2);
        Assert.Contains(await Municipality.FindAsync(town.Files["r"], "祝日のごみの収集"), t => t.Contains("祝日もごみを収集します"));
        Assert.DoesNotContain(await Municipality.FindAsync(town.Files["r"], "ごみ袋の値段"), t => t.Contains("300円"));
        Assert.Equal(2, Directory.EnumerateFiles(town.Files["r/originals"], "*", SearchOption.AllDirectories).Count());
        Assert.True(File.ReadAllBytes(Path.Combine(town.Directory.Keys, "record.key")).AsSpan().SequenceEqual(File.ReadAllBytes(town.Files["r/keys/record.key"])));
    }

    [Fact]
    public async Task A_backup_moves_a_municipality_from_SQLite_to_PostgreSQL_and_back()
    {
        await using var town = await Municipality.OpenAsync(StorageEngine.Sqlite);
        var connection = await PostgresServer.ConnectionAsync();
        var schema = "r_" + Guid.CreateVersion7().ToString("N");
        _ = (await town.BackUpAsync(town.Files["b.tar"])).Value;

        _ = (await Municipality.RestoreAsync(town.Files["b.tar"], town.Files["pg"], connection, schema)).Value;
        var found = await Municipality.FindAsync(town.Files["pg"], "犬の登録");
        var again = await Municipality.RestoreAsync(town.Files["b.tar"], town.Files["pg2"], connection, schema);

        Assert.Contains(found, t => t.Contains("30日以内"));
        Assert.Equal("storage-schema-not-empty", again.Problem?.Name);
        Assert.Empty(Directory.EnumerateFileSystemEntries(town.Files["pg2"]));
        await using var source = NpgsqlDataSource.Create(connection + ";Pooling=false");
        await source.CreateCommand($"DROP SCHEMA {schema} CASCADE").ExecuteNonQueryAsync();
    }

    [Fact]
    public async Task A_restore_to_PostgreSQL_that_is_cut_off_leaves_no_row_in_the_schema()
    {
        await using var town = await Municipality.OpenAsync(StorageEngine.Sqlite);
        var connection = await PostgresServer.ConnectionAsync();
        var schema = "r_" + Guid.CreateVersion7().ToString("N");
        _ = (await town.BackUpAsync(town.Files["b.tar"])).Value;
        var request = new RestoreBackup(town.Files["b.tar"], town.Files["pg"], connection, schema);

        await Assert.ThrowsAsync<OperationCanceledException>(() => new RestoreBackupHandler(TimeProvider.System).HandleAsync(
            request,
            Actor.Console("test"),
            (_, _, doing) =>
            {
                if (doing == "索引を作っています")
                {
                    throw new OperationCanceledException();
                }
            },
            CancellationToken.None));

        Assert.Null((await Municipality.RestoreAsync(town.Files["b.tar"], town.Files["pg"], connection, schema)).Problem);
        Assert.Contains(await Municipality.FindAsync(town.Files["pg"], "犬の登録"), t => t.Contains("30日以内"));
        Assert.Empty(Directory.EnumerateFiles(town.Files["pg"], "yakuba.db*"));
        await using var source = NpgsqlDataSource.Create(connection + ";Pooling=false");
        await source.CreateCommand($"DROP SCHEMA {schema} CASCADE").ExecuteNonQueryAsync();
    }

    [Fact]
    public async Task A_backup_made_while_documents_come_in_is_whole()
    {
        await using var town = await Municipality.OpenAsync(StorageEngine.Sqlite);
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++)
            {
                await town.ImportAsync($"n{i}.md", $"# 文書{i}\n\n手数料は{i}円です。\n");
            }
        });

        for (var i = 0; i < 3; i++)
        {
            _ = (await town.BackUpAsync(town.Files[$"b{i}.tar"])).Value;
        }

        await stop.CancelAsync();
        await writing;
        for (var i = 0; i < 3; i++)
        {
            _ = (await Municipality.RestoreAsync(town.Files[$"b{i}.tar"], town.Files[$"r{i}"])).Value;
            Assert.NotEmpty(await Municipality.FindAsync(town.Files[$"r{i}"], "祝日のごみの収集"));
        }
    }

    [Fact]
    public async Task Nobody_else_may_read_a_backup_or_what_was_restored_from_it()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // rights are inherited from the folder there
        }

        await using var town = await Municipality.OpenAsync(StorageEngine.Sqlite);
        _ = (await town.BackUpAsync(town.Files["b.tar"])).Value;
        _ = (await Municipality.RestoreAsync(town.Files["b.tar"], town.Files["r"])).Value;

        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        foreach (var path in new[] { "b.tar", "r", "r/yakuba.json", "r/yakuba.db" })
        {
            Assert.Equal(default, File.GetUnixFileMode(town.Files[path]) & others);
        }
    }

    [Fact]
    public async Task Nothing_is_overwritten()
    {
        await using var town = await Municipality.OpenAsync(StorageEngine.Sqlite);
        await File.WriteAllTextAsync(town.Files["taken"], "mine");
        _ = (await town.BackUpAsync(town.Files["b.tar"])).Value;
        Directory.CreateDirectory(town.Files["full"]);
        await File.WriteAllTextAsync(town.Files["full/mine"], "mine");

        Assert.Equal("backup-file-exists", (await town.BackUpAsync(town.Files["taken"])).Problem?.Name);
        Assert.Equal("backup-no-folder", (await town.BackUpAsync(town.Files["none/b.tar"])).Problem?.Name);
        Assert.Equal("restore-not-empty", (await Municipality.RestoreAsync(town.Files["b.tar"], town.Files["full"])).Problem?.Name);
        Assert.Equal("restore-no-file", (await Municipality.RestoreAsync(town.Files["no.tar"], town.Files["r"])).Problem?.Name);
        Assert.Equal("restore-not-a-backup", (await Municipality.RestoreAsync(town.Files["taken"], town.Files["r"])).Problem?.Name);
        Assert.Equal("mine", await File.ReadAllTextAsync(town.Files["taken"]));
        Assert.Equal(["mine"], Directory.EnumerateFileSystemEntries(town.Files["full"]).Select(f => Path.GetFileName(f)));
    }

    [Fact]
    public async Task A_cut_or_changed_backup_is_named_and_leaves_nothing_behind()
    {
        await using var town = await Municipality.OpenAsync(StorageEngine.Sqlite);
        _ = (await town.BackUpAsync(town.Files["b.tar"])).Value;
        var whole = await File.ReadAllBytesAsync(town.Files["b.tar"]);
        var random = new Random(20261121);
        var refused = 0;
        for (var i = 0; i < 60; i++)
        {
            var at = random.Next(whole.Length - 1024); // the last kilobyte is tar's own closing zeros
            var bytes = i % 2 == 0 ? whole[..at] : (byte[])whole.Clone();
            if (i % 2 == 1)
            {
                bytes[at] ^= (byte)(1 << random.Next(8));
            }

            await File.WriteAllBytesAsync(town.Files["x.tar"], bytes);
            var result = await Municipality.RestoreAsync(town.Files["x.tar"], town.Files["r"]);
            if (result.Problem is { } problem)
            {
                refused++;
                Assert.Contains(problem.Name, (string[])["restore-truncated", "restore-damaged", "restore-not-a-backup", "restore-newer-version"]);
                Assert.Empty(Directory.EnumerateFileSystemEntries(town.Files["r"]));
            }
            else
            {
                Assert.Equal(1, i % 2); // a flipped bit may lie in tar's padding or times; a cut never passes
                Directory.Delete(town.Files["r"], recursive: true);
            }
        }

        Assert.True(refused >= 45, $"only {refused} of 60 were refused");
    }

    [Fact]
    public async Task A_backup_of_a_newer_program_is_named()
    {
        await using var town = await Municipality.OpenAsync(StorageEngine.Sqlite);
        await using (var file = File.Create(town.Files["new.tar"]))
        await using (var tar = new TarWriter(file))
        {
            var head = new BackupManifest(BackupManifest.CurrentFormat + 1, "9.0.0", 1, "", "sqlite", "yakuba", []).ToBytes();
            await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, BackupManifest.HeadName) { DataStream = new MemoryStream(head) });
        }

        Assert.Equal("restore-newer-version", (await Municipality.RestoreAsync(town.Files["new.tar"], town.Files["r"])).Problem?.Name);
    }

    [Theory, InlineData("../evil"), InlineData("keys/../../evil"), InlineData("/etc/evil"), InlineData("keys/.hidden"), InlineData("originals/ab/short")]
    public void A_name_that_leads_out_of_the_folder_is_no_part_of_a_backup(string name) => Assert.False(BackupPaths.IsKnown(name));
}
