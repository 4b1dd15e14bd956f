using Yakuba.Platform.Data;
using Yakuba.Testing;

namespace Yakuba.Tests.Operation;

/// <summary>Going back to a shape without the tables of keys and removals, which came with the data versions 50 and 51. With two programs: <see cref="UpgradeTests"/>.</summary>
public sealed class RollBackTests
{
    private const string Whole = "改ざんはありません";

    private static readonly string[] s_older =
    [
        "DROP TABLE audit_key", "ALTER TABLE audit_tree DROP COLUMN signed", "DELETE FROM migration WHERE number = 50",
        "DROP TABLE audit_removal", "DROP INDEX audit_body_there", "DROP INDEX audit_entry_at", "ALTER TABLE audit_body DROP COLUMN removal", "DELETE FROM migration WHERE number = 51",
    ];

    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_changed_key_was_dropped_by_going_back_and_the_record_never_verified_again(StorageEngine engine)
    {
        await using var store = await OlderAsync(engine, s_older);
        var root = store.Directory.Root;
        await VerifiesAsync(root); // brings it forward

        // Without any of that it goes there and back, and the record goes on.
        Assert.Equal(0, (await Console.RunAsync(root, "rollback", "--reason", "試験")).Code);
        await VerifiesAsync(root);

        Assert.Equal(0, (await Console.RunAsync(root, "audit", "change-key", "--reason", "担当者の交代")).Code);
        await RefusesAsync(root, "audit_key 1件");
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_removal_that_waits_was_forgotten_by_going_back(StorageEngine engine)
    {
        await using var store = await OlderAsync(engine, s_older);
        var root = store.Directory.Root;
        Assert.Equal(0, (await Console.RunAsync(root, "ask", "祝日もごみを収集しますか")).Code);
        Assert.Equal(0, (await Console.RunAsync(root, "audit", "erase", "0", "--reason", "本人の申出")).Code);

        await RefusesAsync(root, "audit_removal 1件");
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_text_that_two_persons_erased_came_back_although_the_record_could_hold_the_erasure(StorageEngine engine)
    {
        await using var store = await OlderAsync(engine, "ALTER TABLE learning DROP COLUMN undone", "DELETE FROM migration WHERE number = 34");
        var root = store.Directory.Root;
        Assert.Equal(0, (await Console.RunAsync(root, "ask", "祝日もごみを収集しますか")).Code);
        await Console.EraseAsync(root);

        await RefusesAsync(root, "回答の本文の消去 1件");
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Who_had_signed_out_since_was_signed_in_again_by_going_back(StorageEngine engine)
    {
        await using var store = await OlderAsync(engine,
        [
            .. s_older,
            "INSERT INTO account (id, user_name, display_name, clearance, state, origin, created_at) VALUES ('a', 'mori', 'mori', 1, 'active', 'local', '2026-04-01')",
            "INSERT INTO account_session (token_hash, account_id, method, created_at, seen_at) VALUES ('x', 'a', 'password', '2026-04-01', '2026-04-01')",
        ]);
        var root = store.Directory.Root;
        await VerifiesAsync(root);
        var back = await Console.RunAsync(root, "rollback", "--reason", "試験");
        Assert.True(back.Code == 0, back.Said);

        await using var directory = (await DataDirectory.OpenAsync(root, null, TimeProvider.System)).Value;
        await using var read = await directory.Database.ReadAsync();
        Assert.Equal((1, 0), (await read.CountAsync("SELECT count(*) FROM account"), await read.CountAsync("SELECT count(*) FROM account_session")));
    }

    [Fact]
    public async Task A_copy_of_an_earlier_upgrade_was_taken_where_none_was_named()
    {
        await using var store = await OlderAsync(StorageEngine.Sqlite, s_older);
        var root = store.Directory.Root;
        await VerifiesAsync(root);
        var copies = Path.Combine(root, "snapshots");
        var right = Path.GetFileNameWithoutExtension(Assert.Single(Directory.GetFiles(copies)));
        File.Copy(Path.Combine(copies, right + ".db"), Path.Combine(copies, "before-0044-21001231235959.db"));

        var back = await Console.RunAsync(root, "rollback", "--reason", "試験");

        Assert.True(back.Code == 0 && back.Said.Contains(right), back.Said);
    }

    // A record that does not fit is not dropped, whoever agrees to it; and nothing was touched.
    private static async Task RefusesAsync(string root, string what)
    {
        var refused = await Console.RunAsync(root, "rollback", "--reason", "試験", "--accept-loss");
        Assert.True(refused.Code == 2 && refused.Said.Contains("operate-rollback-breaks-record") && refused.Said.Contains(what), refused.Said);
        await VerifiesAsync(root);
    }

    private static async Task VerifiesAsync(string root)
    {
        var verified = await Console.RunAsync(root, "audit", "verify");
        Assert.True(verified.Code == 0 && verified.Said.Contains(Whole), verified.Said);
    }

    private static async Task<TestStore> OlderAsync(StorageEngine engine, params string[] statements)
    {
        var store = await TestStore.CreateAsync(engine);
        await using (var work = await store.Database.BeginAsync())
        {
            foreach (var statement in statements)
            {
                await work.ExecuteAsync(statement);
            }

            await work.CommitAsync();
        }

        await store.Directory.DisposeAsync();
        return store;
    }
}
