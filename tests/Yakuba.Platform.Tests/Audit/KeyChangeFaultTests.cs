using Microsoft.Extensions.DependencyInjection;
using Yakuba.Ledger;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Audit.ChangeKey;
using Yakuba.Platform.Audit.VerifyRecord;
using Yakuba.Platform.Data;
using Yakuba.Platform.Settings;
using Yakuba.Testing;
using static Yakuba.Platform.Tests.Audit.KeyChangeTests;

namespace Yakuba.Platform.Tests.Audit;

/// <summary>A change of key that is cut off, or that somebody without a key pretends, loses neither key nor head.</summary>
public sealed class KeyChangeFaultTests
{
    [Fact]
    public async Task A_change_that_was_cut_off_after_its_entry_is_completed_at_the_next_start()
    {
        await using var store = await TestStore.CreateAsync(StorageEngine.Sqlite);
        string[] files = ["keys/record.key", "record/checkpoint"];
        var before = new Dictionary<string, byte[]>();
        string second;
        await using (var rooms = Rooms(store))
        {
            await AppendAsync(rooms, store, 20);
            Assert.True((await rooms.GetRequiredService<RecordKeeper>().SignAsync(default)).IsSuccess);
            foreach (var file in files)
            {
                before[file] = await File.ReadAllBytesAsync(Path.Combine(store.Directory.Root, file));
            }

            second = (await rooms.GetRequiredService<ChangeKeyHandler>().HandleAsync("定期の交換", Someone, default)).Value;
        }

        // As if the power had gone before the files were put in their places.
        File.Move(Path.Combine(store.Directory.Keys, "record.key"), Path.Combine(store.Directory.Keys, "record.key.next"));
        foreach (var (file, bytes) in before)
        {
            await File.WriteAllBytesAsync(Path.Combine(store.Directory.Root, file), bytes);
        }

        File.SetUnixFileMode(Path.Combine(store.Directory.Keys, "record.key"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await store.ReopenAsync();
        await using var again = Rooms(store);
        Assert.True((await again.GetRequiredService<RecordKeeper>().SignAsync(default)).IsSuccess);
        Assert.Equal(second, await again.GetRequiredService<RecordKeeper>().VerifierKeyAsync(default));
        Assert.Empty((await again.GetRequiredService<VerifyRecordHandler>().RunAsync((_, _) => { }, default)).Findings);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_handover_written_into_the_store_without_a_key_does_not_replace_the_signed_head(bool replayed)
    {
        await using var store = await TestStore.CreateAsync(StorageEngine.Sqlite);
        var headFile = Path.Combine(store.Directory.Record, "checkpoint");
        byte[] early, head;
        await using (var rooms = Rooms(store))
        {
            var keeper = rooms.GetRequiredService<RecordKeeper>();
            await AppendAsync(rooms, store, 10);
            early = (await keeper.SignAsync(default)).Value;
            await AppendAsync(rooms, store, 10);
            head = (await keeper.SignAsync(default)).Value;
            var key = Key(await keeper.VerifierKeyAsync(default));
            using var thief = new NoteSigner(key.Name, new byte[32]);
            var row = replayed
                ? new RecordKey(1, key.ToString(), 1_000, early)
                : new RecordKey(1, thief.Verifier.ToString(), 1_000, RecordKeeper.HeadOf(head).Sign(thief).ToBytes());
            await using var work = await store.Database.BeginAsync();
            await RecordKeys.AddAsync(work, row, default);
            await work.ExecuteAsync("UPDATE audit_tree SET signed = 0");
            await work.CommitAsync();
        }

        Assert.NotEqual(early, head); // the control
        await store.ReopenAsync();
        await using var again = Rooms(store);
        Assert.Equal(replayed, (await again.GetRequiredService<RecordKeeper>().SignAsync(default)).IsSuccess);
        Assert.Equal(head, await File.ReadAllBytesAsync(headFile));
    }

    [Fact]
    public async Task A_handover_that_stands_although_it_seemed_to_fail_keeps_its_private_key()
    {
        await using var town = await TestTown.OpenAsync(StorageEngine.Sqlite, TownPlan.Accounts);
        await AppendAndSignAsync(town, 20);
        var second = "";
        await Assert.ThrowsAsync<IOException>(() => town.Get<RecordKeeper>().ExchangeKeyAsync(async (older, newer, signed) =>
        {
            second = newer.Verifier.ToString();
            await town.Get<ChangeKeyHandler>().HandOverAsync(older, newer, signed, "定期の交換", Someone, default);
            var files = new RecordFiles(town.Directory, town.Database, town.Get<SettingStore>());
            await Assert.ThrowsAsync<SigningKeyException>(() => files.NextKeyAsync(older.Verifier.Name, default)); // it would be thrown away
            throw new IOException("the answer to the commit was lost");
        }, default));

        var third = await ChangeAsync(town);

        Assert.NotEqual(second, third);
        Assert.Equal(third, await AppendAndSignAsync(town, 5));
        Assert.Empty(await FindingsAsync(town));
    }

    [Fact]
    public async Task A_next_key_that_was_half_written_does_not_keep_the_record_from_opening()
    {
        await using var store = await TestStore.CreateAsync(StorageEngine.Sqlite);
        await using (var rooms = Rooms(store))
        {
            await AppendAsync(rooms, store, 5);
            await rooms.GetRequiredService<RecordKeeper>().SignAsync(default);
            Assert.True((await rooms.GetRequiredService<ChangeKeyHandler>().HandleAsync("定期の交換", Someone, default)).IsSuccess);
        }

        var next = Path.Combine(store.Directory.Keys, "record.key.next");
        await File.WriteAllTextAsync(next, "PRIVATE+KEY+yaku");
        File.SetUnixFileMode(next, UnixFileMode.UserRead | UnixFileMode.UserWrite); // otherwise it is refused unread
        await store.ReopenAsync();
        await using var again = Rooms(store);
        Assert.True((await again.GetRequiredService<RecordKeeper>().SignAsync(default)).IsSuccess);
        Assert.True((await again.GetRequiredService<ChangeKeyHandler>().HandleAsync("定期の交換", Someone, default)).IsSuccess);
        Assert.Empty((await again.GetRequiredService<VerifyRecordHandler>().RunAsync((_, _) => { }, default)).Findings);
    }
}
