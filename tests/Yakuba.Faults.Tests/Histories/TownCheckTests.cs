using Yakuba.Faults.Tests.Kills;
using Yakuba.Faults.Tests.Towns;
using Yakuba.Ledger;
using Yakuba.Platform.Data;

namespace Yakuba.Faults.Tests.Histories;

/// <summary>The check finds nothing where nothing is wrong, and each kind of loss where it was made by hand.</summary>
public sealed class TownCheckTests
{
    [Fact]
    public async Task A_town_that_nothing_happened_to_is_as_promised_and_verified_by_the_separate_program()
    {
        var town = await BaseTown.GetAsync();
        using var stage = new Stage(BaseTown.Data);

        Assert.Equal(BaseTown.Papers, town.History.Of(PromiseKind.Document).Count());
        Assert.Equal(2, town.History.Of(PromiseKind.Answer).Count());
        Assert.Empty(await TownCheck.RunAsync(stage.Data, town.History, isVerifiedApart: true));
        Assert.Empty(await TownCheck.RunAsync(stage.Data, town.History)); // looking changes nothing
    }

    [Theory]
    [InlineData("DELETE FROM version WHERE file_name = '02.md'", "lost: document 02.md")]
    [InlineData("DELETE FROM answer WHERE id = (SELECT min(id) FROM answer)", "lost: answer")]
    [InlineData("DELETE FROM section WHERE code = '040'", "lost: section 040")]
    [InlineData("INSERT INTO document SELECT 'other', 'other', section, label, readers, created_at FROM document LIMIT 1; " + Doubled, "there 2 times: document 01.md")]
    [InlineData("UPDATE version SET indexed = 0 WHERE file_name = '02.md'", "published and not in the index: 02.md")]
    [InlineData("DELETE FROM passage WHERE version = 2 AND ordinal = 0", "partial: 02.md")]
    [InlineData("INSERT INTO answer SELECT 'other', asked_at, asked_by, channel, status, as_of, composer, intent, result, elapsed_ms, question, body FROM answer LIMIT 1", "not in the record: answer-result of answer other")]
    [InlineData("UPDATE answer SET body = '{' WHERE id = (SELECT min(id) FROM answer)", "cannot be read: answer")]
    [InlineData("UPDATE answer SET body = '', question = '' WHERE id = (SELECT min(id) FROM answer)", "cannot be opened: answer")]
    [InlineData("UPDATE audit_entry SET entry = CAST('?' AS BLOB) WHERE action = 'answer-result'", "not in the record: answer-result")]
    [InlineData("UPDATE passage SET text = text || '変更' WHERE version IN (1, 2)", "leads to nothing that says so")]
    [InlineData("UPDATE audit_entry SET actor = 'other', entry = CAST(replace(CAST(entry AS TEXT), '040', '041') AS BLOB) WHERE action = 'section-added'", "the record:")]
    [InlineData("DELETE FROM audit_entry WHERE idx = (SELECT max(idx) FROM audit_entry)", "the record:")]
    public async Task What_was_lost_doubled_or_broken_by_hand_is_found(string damage, string found)
    {
        var town = await BaseTown.GetAsync();
        using var stage = new Stage(BaseTown.Data);
        await using (var database = SqliteDatabase.Open(Path.Combine(stage.Data, "yakuba.db")))
        {
            await using var work = await database.BeginAsync();
            Assert.True(await work.ExecuteAsync(damage) > 0);
            await work.CommitAsync();
        }

        var findings = await TownCheck.RunAsync(stage.Data, town.History);

        Assert.Contains(findings, f => f.Contains(found, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_original_that_is_gone_and_a_record_older_than_its_head_are_found()
    {
        var town = await BaseTown.GetAsync();
        using var stage = new Stage(BaseTown.Data);
        File.Delete(Directory.EnumerateFiles(Path.Combine(stage.Data, "originals"), "*", SearchOption.AllDirectories).First(f => Path.GetFileName(f).Length == 64));
        Assert.Contains(await TownCheck.RunAsync(stage.Data, town.History), f => f.StartsWith("lost: original", StringComparison.Ordinal));

        using var newer = new Stage(BaseTown.Data);
        Assert.Equal(0, (await Programs.Run.YakubaAsync("section", "add", "070", "水道課", "--data", newer.Data)).Code);
        File.Copy(Path.Combine(newer.Data, "record", "checkpoint"), Path.Combine(stage.Data, "record", "checkpoint"), overwrite: true);
        Assert.Contains(await TownCheck.RunAsync(stage.Data, town.History), f => f.StartsWith("does not start: audit-", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("not a head")]
    [InlineData("yakuba.local/000000/audit\n3\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n")] // nobody signed it
    public async Task A_kept_head_that_cannot_be_read_is_not_passed_over(string head)
    {
        var history = Kills.Restored.HistoryOf((await BaseTown.GetAsync()).History);
        history.Add(PromiseKind.Head, head);
        using var stage = new Stage(BaseTown.Data);

        var findings = await TownCheck.RunAsync(stage.Data, history);

        Assert.Contains(findings, f => f.StartsWith("a head that somebody keeps is not taken", StringComparison.Ordinal));
        Assert.Contains(findings, f => f.StartsWith("yakuba-verify: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_head_that_somebody_keeps_is_verified_apart_not_the_last_alone()
    {
        using var other = new NoteSigner("yakuba.local/000000/audit", new byte[32]);
        var history = new History();
        history.Add(PromiseKind.Head, SignedNote.Sign("yakuba.local/000000/audit\n3\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n", other).ToString());
        foreach (var promise in (await BaseTown.GetAsync()).History.Promises)
        {
            history.Add(promise.Kind, promise.Key, promise.Value);
        }

        using var stage = new Stage(BaseTown.Data);

        Assert.Single(await TownCheck.RunAsync(stage.Data, history), f => f.StartsWith("yakuba-verify: ", StringComparison.Ordinal));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task The_separate_program_refuses_a_record_that_another_key_signed(bool isApart)
    {
        var history = Kills.Restored.HistoryOf((await BaseTown.GetAsync()).History);
        using var other = new NoteSigner("yakuba.local/000000/audit", new byte[32]);
        history.Add(PromiseKind.VerifierKey, other.Verifier.ToString());
        using var stage = new Stage(BaseTown.Data);

        Assert.Contains(await TownCheck.RunAsync(stage.Data, history, isApart), f => f.StartsWith("yakuba-verify: exit code 1", StringComparison.Ordinal));
    }

    private const string Doubled =
        "INSERT INTO version (document_id, ordinal, title, file_name, kind, sha256, bytes, state, import_job, imported_at, imported_by, report, passages, faq_entries, changed_at, indexed) "
        + "SELECT 'other', ordinal, title, file_name, kind, sha256, bytes, state, import_job, imported_at, imported_by, report, passages, faq_entries, changed_at, indexed FROM version WHERE file_name = '01.md'";
}
