using System.Text.Json.Nodes;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Audit.VerifyRecord;
using Yakuba.Platform.Data;
using Yakuba.Testing;

namespace Yakuba.Platform.Tests.Data;

/// <summary>Callers that share a wait for the disk share nothing else: each change stands with its entry, or neither does.</summary>
public sealed class CommitGroupTests
{
    private static readonly Actor Someone = new("u1", "職員", [Role.Staff], Channel.Staff, "r1");

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Of_many_callers_each_change_stands_with_its_entry_and_what_was_given_up_with_neither(StorageEngine engine)
    {
        await using var town = await TestTown.OpenAsync(engine, TownPlan.Accounts);
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(async () =>
        {
            await using var work = await town.Database.BeginShortAsync();
            await ChangeAsync(town, work, i);
            if (i % 5 == 0)
            {
                return; // given up: the unit ends without a commit
            }

            if (i % 7 == 0)
            {
                await Assert.ThrowsAnyAsync<Exception>(() => work.ExecuteAsync("INSERT INTO no_such_table VALUES (1)"));
                return;
            }

            await work.CommitAsync();
            Assert.Equal(1, await CountAsync(town, $"SELECT count(*) FROM setting WHERE name = 's{i}'")); // durable before the caller goes on
        })));

        var stand = Enumerable.Range(0, 200).Count(i => i % 5 != 0 && i % 7 != 0);
        Assert.Equal(stand, await CountAsync(town, "SELECT count(*) FROM setting WHERE name LIKE 's%'"));
        Assert.Equal(stand, await CountAsync(town, "SELECT count(*) FROM audit_entry"));
        Assert.Empty((await town.Get<VerifyRecordHandler>().RunAsync((_, _) => { }, default)).Findings);
    }

    [Fact]
    public async Task When_the_shared_transaction_cannot_be_committed_nobody_is_told_that_it_was()
    {
        await using var town = await TestTown.OpenAsync(StorageEngine.Sqlite, TownPlan.Accounts);
        var first = await town.Database.BeginShortAsync();
        await ChangeAsync(town, first, 1);
        var second = town.Database.BeginShortAsync(); // waits to work, so that the first leaves the commit to it
        var told = first.CommitAsync();
        await using var last = await second;
        Assert.False(told.IsCompleted); // not durable yet
        await ChangeAsync(town, last, 2);
        await last.ExecuteAsync("PRAGMA defer_foreign_keys=ON");
        await last.ExecuteAsync("INSERT INTO account_role (account_id, role) VALUES ('nobody', 'staff')"); // fails at the commit

        await Assert.ThrowsAnyAsync<Exception>(() => last.CommitAsync());
        await Assert.ThrowsAnyAsync<Exception>(() => told);
        await first.DisposeAsync();

        Assert.Equal(0, await CountAsync(town, "SELECT count(*) FROM audit_entry"));
        Assert.Equal(0, await CountAsync(town, "SELECT count(*) FROM setting"));
        await using var again = await town.Database.BeginShortAsync(); // and the next can work
        await ChangeAsync(town, again, 3);
        await again.CommitAsync();
        Assert.Equal(1, await CountAsync(town, "SELECT count(*) FROM audit_entry"));
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_caller_that_is_cancelled_while_it_waits_leaves_the_others_to_be_committed(StorageEngine engine)
    {
        await using var town = await TestTown.OpenAsync(engine, TownPlan.Accounts);
        using var cancelled = new CancellationTokenSource();
        await using var first = await town.Database.BeginShortAsync();
        await ChangeAsync(town, first, 1);
        var second = town.Database.BeginShortAsync(cancelled.Token);
        await cancelled.CancelAsync();

        await first.CommitAsync().WaitAsync(TimeSpan.FromSeconds(20));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.Equal(1, await CountAsync(town, "SELECT count(*) FROM audit_entry"));
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Long_work_and_short_work_take_turns(StorageEngine engine)
    {
        await using var town = await TestTown.OpenAsync(engine, TownPlan.Accounts);
        await Task.WhenAll(Enumerable.Range(0, 60).Select(i => Task.Run(async () =>
        {
            await using var work = i % 3 == 0 ? await town.Database.BeginAsync() : await town.Database.BeginShortAsync();
            await ChangeAsync(town, work, i);
            await work.CommitAsync();
        }))).WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(60, (await town.Get<VerifyRecordHandler>().RunAsync((_, _) => { }, default)).Entries);
    }

    private static async Task ChangeAsync(TestTown town, UnitOfWork work, int i)
    {
        await work.ExecuteAsync("INSERT INTO setting (name, value, changed_at, changed_by) VALUES (@name, '', '', '')", new { name = $"s{i}" });
        await town.Get<AuditTrail>().AppendAsync(work, Someone, "settings-changed", new JsonObject { ["number"] = i }, default);
    }

    private static async Task<long> CountAsync(TestTown town, string sql)
    {
        await using var read = await town.Database.ReadAsync();
        return await read.CountAsync(sql);
    }
}
