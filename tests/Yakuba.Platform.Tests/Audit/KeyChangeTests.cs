using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Ledger;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Audit.ChangeKey;
using Yakuba.Platform.Audit.ExportRecord;
using Yakuba.Platform.Audit.PrintSheet;
using Yakuba.Platform.Audit.VerifyRecord;
using Yakuba.Platform.Data;
using Yakuba.Testing;

namespace Yakuba.Platform.Tests.Audit;

/// <summary>A key is followed by another only where the old one said so.</summary>
public sealed class KeyChangeTests
{
    internal static readonly Actor Someone = Actor.Console("r1");

    [Theory, ClassData(typeof(BothEngines))]
    public async Task After_a_change_of_key_old_and_new_key_both_verify_the_whole_record(StorageEngine engine)
    {
        await using var town = await TestTown.OpenAsync(engine, TownPlan.Accounts);
        var first = await AppendAndSignAsync(town, 20);
        var sheet = (await town.Get<RecordSheetHandler>().MakeAsync(default)).Value;
        var second = await ChangeAsync(town);
        await AppendAndSignAsync(town, 300);
        var third = await ChangeAsync(town);
        await AppendAndSignAsync(town, 5);
        using var folder = new TemporaryFolder();
        await town.Get<ExportRecordHandler>().RunAsync(folder["export"], Someone, default);

        Assert.Empty((await VerifyAsync(town)).Findings);
        Assert.Equal(3, new[] { first, second, third }.Distinct().Count());
        foreach (var key in new[] { first, second, third })
        {
            Assert.Empty(ExportVerifier.Verify(folder["export"], Key(key)).Findings);
        }

        // A sheet from before the first change still shows that nothing before it was changed.
        var kept = (await town.Get<KeptHead>().ReadAsync(sheet.Note, default)).Value;
        Assert.Empty((await town.Get<VerifyRecordHandler>().RunAsync((_, _) => { }, kept, default)).Findings);
    }

    [Fact]
    public async Task A_key_that_nobody_handed_over_to_is_refused_and_so_is_one_that_has_handed_over()
    {
        await using var town = await TestTown.OpenAsync(StorageEngine.Sqlite, TownPlan.Accounts);
        var first = await AppendAndSignAsync(town, 20);
        var keyFile = Path.Combine(town.Directory.Keys, "record.key");
        using var stolen = SigningKeyFile.Load(keyFile, Key(first).Name);
        await ChangeAsync(town);
        await AppendAndSignAsync(town, 5);
        using var folder = new TemporaryFolder();
        await town.Get<ExportRecordHandler>().RunAsync(folder["export"], Someone, default);
        var head = (await town.Get<RecordKeeper>().LastAsync(default)).Checkpoint!;
        Assert.Empty(ExportVerifier.Verify(folder["export"], Key(first)).Findings); // the control

        using var unknown = new NoteSigner(Key(first).Name, new byte[32]);
        Assert.NotEmpty(ExportVerifier.Verify(folder["export"], unknown.Verifier).Findings);
        foreach (var thief in new[] { unknown, stolen })
        {
            await File.WriteAllBytesAsync(folder[Path.Combine("export", "checkpoint")], head.Sign(thief).ToBytes());
            Assert.Equal(ExportFault.Checkpoint, Assert.Single(ExportVerifier.Verify(folder["export"], Key(first)).Findings).Fault);
        }

        // Hiding the handover does not help the old key: the entry tells of it.
        await File.WriteAllBytesAsync(folder[Path.Combine("export", "checkpoint")], head.Sign(stolen).ToBytes());
        File.Delete(folder[Path.Combine("export", "handover", "1")]);
        Assert.Equal(20, ExportVerifier.Verify(folder["export"], Key(first)).FirstBadIndex);
    }

    [Fact]
    public async Task A_handover_that_the_old_key_did_not_sign_is_refused()
    {
        await using var town = await TestTown.OpenAsync(StorageEngine.Sqlite, TownPlan.Accounts);
        var first = await AppendAndSignAsync(town, 20);
        using var thief = new NoteSigner(Key(first).Name, new byte[32]);
        await using (var work = await town.Database.BeginAsync())
        {
            var facts = new JsonObject { [KeyChain.OldKey] = first, [KeyChain.NewKey] = thief.Verifier.ToString() };
            await town.Get<AuditTrail>().AppendAsync(work, Someone, RecordActions.KeyChanged, facts, default);
            await work.CommitAsync();
        }

        Assert.Equal(20, (await VerifyAsync(town)).FirstBad); // the entry alone

        await using (var work = await town.Database.BeginAsync())
        {
            var tree = await RecordTree.LoadAsync(work, default);
            var note = new Checkpoint(thief.Verifier.Name, tree.Size, tree.Root()).Sign(thief).ToBytes();
            await RecordKeys.AddAsync(work, new RecordKey(1, thief.Verifier.ToString(), tree.Size, note), default);
            await work.CommitAsync();
        }

        Assert.Contains(await FindingsAsync(town), f => f.Contains("この検証鍵による署名がありません", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_key_is_not_changed_without_a_reason()
    {
        await using var town = await TestTown.OpenAsync(StorageEngine.Sqlite, TownPlan.Accounts);
        Assert.Equal("audit-key-reason", (await town.Get<ChangeKeyHandler>().HandleAsync(" ", Someone, default)).Problem?.Name);
    }

    internal static ServiceProvider Rooms(TestStore store) => new ServiceCollection().AddLogging().AddPlatform(store.Directory).AddAudit().BuildServiceProvider();

    internal static async Task<string> AppendAndSignAsync(TestTown town, int entries)
    {
        await AppendAsync(town.Services, town.Database, entries);
        Assert.True((await town.Get<RecordKeeper>().SignAsync(default)).IsSuccess);
        return await town.Get<RecordKeeper>().VerifierKeyAsync(default);
    }

    internal static Task AppendAsync(IServiceProvider services, TestStore store, int entries) => AppendAsync(services, store.Database, entries);

    private static async Task AppendAsync(IServiceProvider services, Database database, int entries)
    {
        await using var work = await database.BeginAsync();
        for (var i = 0; i < entries; i++)
        {
            await services.GetRequiredService<AuditTrail>().AppendAsync(work, Someone, "answer-intent", new JsonObject { ["number"] = i }, default);
        }

        await work.CommitAsync();
    }

    internal static async Task<string> ChangeAsync(TestTown town) => (await town.Get<ChangeKeyHandler>().HandleAsync("定期の交換", Someone, default)).Value;

    private static Task<RecordVerdict> VerifyAsync(TestTown town) => town.Get<VerifyRecordHandler>().RunAsync((_, _) => { }, default);

    internal static async Task<IReadOnlyList<string>> FindingsAsync(TestTown town) => (await VerifyAsync(town)).Findings;

    internal static NoteVerifier Key(string vkey) => NoteVerifier.TryParse(vkey, out var key, out var fault) ? key : throw new InvalidDataException(fault);
}
