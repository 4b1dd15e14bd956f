using System.Text.Json.Nodes;
using Yakuba.Ledger;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Audit.ExportRecord;
using Yakuba.Platform.Audit.PrintSheet;
using Yakuba.Platform.Audit.ProveEntry;
using Yakuba.Platform.Audit.VerifyRecord;
using Yakuba.Platform.Data;
using Yakuba.Testing;

namespace Yakuba.Platform.Tests.Audit;

public sealed class RecordTests
{
    private static readonly Actor Someone = new("u1", "職員", [Role.Staff], Channel.Staff, "r1");

    [Theory, ClassData(typeof(BothEngines))]
    public async Task What_was_recorded_verifies(StorageEngine engine)
    {
        await using var town = await TestTown.OpenAsync(engine, TownPlan.Accounts);
        await AppendAsync(town, 300);
        Assert.Null((await town.Get<RecordKeeper>().SignAsync(default)).Problem);

        var verdict = await VerifyAsync(town);

        Assert.Empty(verdict.Findings);
        Assert.Equal(300, verdict.Entries);
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_change_that_is_not_committed_leaves_no_entry(StorageEngine engine)
    {
        await using var town = await TestTown.OpenAsync(engine, TownPlan.Accounts);
        await using (var work = await town.Database.BeginAsync())
        {
            await town.Get<AuditTrail>().AppendAsync(work, Someone, "document-published", new JsonObject(), default);
        }

        Assert.Equal(0, (await VerifyAsync(town)).Entries);
    }

    [Theory]
    [InlineData("UPDATE audit_entry SET entry = @bytes WHERE idx = 7", 7L)]
    [InlineData("DELETE FROM audit_entry WHERE idx = 7", 7L)]
    [InlineData("UPDATE audit_entry SET idx = 1000 WHERE idx = 7", 7L)]
    [InlineData("UPDATE audit_entry SET leaf = @bytes WHERE idx = 7", 7L)]
    public async Task A_changed_entry_is_found_by_its_number(string tampering, long first)
    {
        await using var town = await TestTown.OpenAsync(StorageEngine.Sqlite, TownPlan.Accounts);
        await AppendAsync(town, 20);
        await TamperAsync(town, tampering);

        Assert.Equal(first, (await VerifyAsync(town)).FirstBad);
    }

    [Fact]
    public async Task An_entry_replaced_together_with_its_hash_does_not_match_what_was_signed()
    {
        await using var town = await TestTown.OpenAsync(StorageEngine.Sqlite, TownPlan.Accounts);
        await AppendAsync(town, 20);
        await town.Get<RecordKeeper>().SignAsync(default);
        await using (var work = await town.Database.BeginAsync())
        {
            var other = (await work.SingleOrDefaultAsync<byte[]>("SELECT entry FROM audit_entry WHERE idx = 8"))!;
            await work.ExecuteAsync("UPDATE audit_entry SET entry = @other, leaf = @leaf WHERE idx = 7", new { other, leaf = MerkleTree.LeafHash(other).ToBytes() });
            await work.CommitAsync();
        }

        Assert.NotEmpty((await VerifyAsync(town)).Findings);
    }

    [Fact]
    public async Task A_restored_old_database_is_noticed_before_anything_is_signed()
    {
        await using var town = await TestTown.OpenAsync(StorageEngine.Sqlite, TownPlan.Accounts);
        await AppendAsync(town, 20);
        await town.Get<RecordKeeper>().SignAsync(default);
        await TamperAsync(town, "DELETE FROM audit_entry");
        await TamperAsync(town, "DELETE FROM audit_body");
        await TamperAsync(town, "DELETE FROM audit_tree");
        await AppendAsync(town, 3);

        Assert.Equal(AuditProblems.RolledBack.Name, (await town.Get<RecordKeeper>().SignAsync(default)).Problem?.Name);
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_sheet_kept_on_paper_shows_later_that_nothing_before_it_was_changed(StorageEngine engine)
    {
        await using var town = await TestTown.OpenAsync(engine, TownPlan.Accounts);
        await AppendAsync(town, 30);
        var sheet = (await town.Get<RecordSheetHandler>().MakeAsync(default)).Value;
        await AppendAsync(town, 5);

        Assert.Equal(30, sheet.Head.Size);
        Assert.Empty((await AgainstAsync(town, $"30 {sheet.Words}")).Value.Findings);
        Assert.Empty((await AgainstAsync(town, sheet.Note.Replace("\n", "\r\n", StringComparison.Ordinal))).Value.Findings); // as a form sends what a scanner read
        Assert.Contains("30件が、確認票の時点の内容と違います", (await AgainstAsync(town, "30 かきく さしす たちつ なにの はひふ まみむ やらも けこい")).Value.Findings[0], StringComparison.Ordinal);
        Assert.Contains("35件しかありません", (await AgainstAsync(town, $"36 {sheet.Words}")).Value.Findings[0], StringComparison.Ordinal);
        Assert.Equal("audit-not-a-sheet", (await AgainstAsync(town, "30 ほわん")).Problem!.Name);
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task An_export_is_accepted_by_the_independent_verifier(StorageEngine engine)
    {
        await using var town = await TestTown.OpenAsync(engine, TownPlan.Accounts);
        await AppendAsync(town, 300);
        using var folder = new TemporaryFolder();

        var export = (await town.Get<ExportRecordHandler>().RunAsync(folder["export"], Someone, default)).Value;

        Assert.True(NoteVerifier.TryParse(export.VerifierKey, out var key, out _));
        Assert.Empty(ExportVerifier.Verify(export.Folder, key).Findings);
        Assert.Equal(301, export.Entries); // the export is an entry itself
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_proof_of_an_entry_verifies_and_one_for_another_entry_does_not(StorageEngine engine)
    {
        await using var town = await TestTown.OpenAsync(engine, TownPlan.Accounts);
        await AppendAsync(town, 300);

        var bytes = (await town.Get<ProveEntryHandler>().RunAsync(257, default)).Value;

        Assert.True(TlogProof.TryParse(bytes, out var proof, out _));
        Assert.True(NoteVerifier.TryParse(await town.Get<RecordKeeper>().VerifierKeyAsync(default), out var key, out _));
        Assert.True(proof.Verify(await EntryAsync(town, 257), key, out _, out _));
        Assert.False(proof.Verify(await EntryAsync(town, 256), key, out _, out _));
    }

    [Fact]
    public async Task A_changed_body_is_found()
    {
        await using var town = await TestTown.OpenAsync(StorageEngine.Sqlite, TownPlan.Accounts);
        await AppendAsync(town, 3);
        await TamperAsync(town, "UPDATE audit_body SET bytes = @bytes WHERE idx = 1");

        Assert.Equal(1, (await VerifyAsync(town)).FirstBad);
    }

    private static async Task AppendAsync(TestTown town, int entries)
    {
        await using var work = await town.Database.BeginAsync();
        for (var i = 0; i < entries; i++)
        {
            var note = new AuditNote { Facts = new JsonObject { ["number"] = i }, Bodies = new Dictionary<string, string> { ["question"] = $"質問{i}" } };
            await town.Get<AuditTrail>().AppendAsync(work, Someone, "answer-intent", note, default);
        }

        await work.CommitAsync();
    }

    private static async Task<Result<RecordVerdict>> AgainstAsync(TestTown town, string kept)
    {
        var head = await town.Get<KeptHead>().ReadAsync(kept, default);
        return head.Problem is { } problem ? problem : await town.Get<VerifyRecordHandler>().RunAsync((_, _) => { }, head.Value, default);
    }

    private static Task<RecordVerdict> VerifyAsync(TestTown town) => town.Get<VerifyRecordHandler>().RunAsync((_, _) => { }, default);

    private static async Task TamperAsync(TestTown town, string sql)
    {
        await using var work = await town.Database.BeginAsync();
        await work.ExecuteAsync(sql, new { bytes = new byte[] { 1, 2, 3 } });
        await work.CommitAsync();
    }

    private static async Task<byte[]> EntryAsync(TestTown town, long index)
    {
        await using var read = await town.Database.ReadAsync();
        return (await read.SingleOrDefaultAsync<byte[]>("SELECT entry FROM audit_entry WHERE idx = @index", new { index }))!;
    }
}
