using System.Text.Json;
using System.Text.Json.Nodes;
using Yakuba.Office.Library.Catalogue;
using Yakuba.Office.Library.Importing;
using Yakuba.Office.Library.Index;
using Yakuba.Office.Library.Rights;
using Yakuba.Platform;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Library.Changing;

/// <summary>Deletes a draft or a retired version for good: its text, its place in search, and the original where nothing else uses it.</summary>
/// <param name="Version">Number of the version.</param>
/// <param name="Reason">Why. The record keeps no words, only their number; 1 to 400 UTF-16 code units after trimming.</param>
public sealed record DeleteVersion(uint Version, string Reason);

internal sealed class DeleteVersionHandler(Database database, VersionChanges changes, LibraryIndex index, Originals originals)
{
    /// <summary>Deletes the version.</summary>
    internal async Task<Result<Done>> HandleAsync(DeleteVersion request, Principal who, Actor by, CancellationToken cancel)
    {
        if (request.Reason.Trim().Length is 0 or > 400)
        {
            return LibraryProblems.ReasonLength;
        }

        var isLastUse = false;
        var change = new VersionChange(
            LibraryActions.Deleted,
            (person, card) => person.MayDelete(card.Rights),
            [VersionState.Draft, VersionState.Retired],
            async (work, card, stop) =>
            {
                isLastUse = await VersionRemoval.DeleteAsync(work, card, stop);
                return new JsonObject { ["reason-length"] = request.Reason.Trim().Length, ["original-kept"] = isLastUse ? 0 : 1 };
            });
        if (!(await changes.RunAsync(request.Version, change, who, by, cancel)).TryGet(out var deleted, out var problem))
        {
            return problem;
        }

        // The rows decide what may be read. If the machine stops here, search holds passages that nobody is permitted, until its next rebuild.
        index.Remove([deleted.Number]);
        if (isLastUse)
        {
            await VersionRemoval.ForgetAsync(database, originals, deleted.Sha256, cancel);
        }

        return Done.Instance;
    }
}

/// <summary>Takes the rows of a version away, and its words wherever else they were noted.</summary>
internal static class VersionRemoval
{
    private const string Deleted = "（削除した文書）";

    /// <returns>True when no other version has the same original.</returns>
    internal static async Task<bool> DeleteAsync(UnitOfWork work, VersionCard card, CancellationToken cancel)
    {
        var number = (long)card.Number;
        if (card.Rights.State == VersionState.Retired)
        {
            await KeepReplacedAsync(work, card, cancel);
        }

        await ForgetNamesAsync(work, card, cancel);
        await work.ExecuteAsync("DELETE FROM passage WHERE version = @number", new { number }, cancel);
        await work.ExecuteAsync("DELETE FROM block WHERE version = @number", new { number }, cancel);
        await work.ExecuteAsync("DELETE FROM version WHERE number = @number", new { number }, cancel);
        await work.ExecuteAsync("DELETE FROM document WHERE id = @id AND NOT EXISTS (SELECT 1 FROM version v WHERE v.document_id = document.id)", new { id = card.Rights.DocumentId }, cancel);
        return await IsUnusedAsync(work, card.Sha256, cancel);
    }

    // Its words also stand in the reports of imports, in what their jobs were told, and in questions that were learned for it.
    private static async Task ForgetNamesAsync(UnitOfWork work, VersionCard card, CancellationToken cancel)
    {
        var number = (long)card.Number;
        foreach (var row in await work.QueryAsync<LineRow>("SELECT job AS Job, idx AS Idx, line AS Line FROM import_line WHERE line LIKE @of OR line LIKE @twin", new { of = $"%\"Version\":{number},%", twin = $"%\"Twin\":{number},%" }, cancel))
        {
            var told = JsonSerializer.Deserialize<ImportedFile>(row.Line)!;
            var line = told with { File = Deleted, Path = Deleted, Title = "", Notes = [], Findings = null };
            await work.ExecuteAsync("UPDATE import_line SET line = @line WHERE job = @Job AND idx = @Idx", new { line = JsonSerializer.Serialize(line), row.Job, row.Idx }, cancel);
            await work.ExecuteAsync("UPDATE job SET note = '' WHERE kind = @kind AND state IN ('done', 'failed', 'cancelled') AND (id = @Job OR note LIKE @name)", new { kind = ImportJob.Kind, row.Job, name = $"%{told.File}%" }, cancel);
        }

        // What a job was told is needed no more once it is over; its lines say what it did. One that was taken back was told of files that it never reached.
        await work.ExecuteAsync("UPDATE job SET input = '', output = '' WHERE kind = @kind AND input <> '' AND state IN ('done', 'failed', 'cancelled')", new { kind = ImportJob.Kind }, cancel);

        await work.ExecuteAsync(
            "DELETE FROM known_way WHERE EXISTS (SELECT 1 FROM passage p WHERE p.version = @number AND p.question = known_way.entry_question AND p.text = known_way.entry_text) "
            + "AND NOT EXISTS (SELECT 1 FROM passage p WHERE p.version <> @number AND p.question = known_way.entry_question AND p.text = known_way.entry_text)",
            new { number },
            cancel);
    }

    // What it had replaced does not come back into answers because its successor is gone: it ends where the successor began.
    private static async Task KeepReplacedAsync(UnitOfWork work, VersionCard card, CancellationToken cancel)
    {
        var shown = await work.SingleOrDefaultAsync<string>("SELECT published_at FROM version WHERE number = @number", new { number = (long)card.Number }, cancel);
        if (string.IsNullOrEmpty(shown))
        {
            return; // it was never published, so it replaced nothing
        }

        var began = card.Stated.From ?? DateOnly.FromDateTime(JapanTime.TimeFromStore(shown).ToOffset(JapanTime.Offset).DateTime);
        await work.ExecuteAsync(
            "UPDATE version SET valid_to = @last WHERE document_id = @document AND ordinal < @ordinal AND published_at <> '' AND (valid_to = '' OR valid_to > @last)",
            new { last = began.AddDays(-1).ToStore(), document = card.Rights.DocumentId, ordinal = (long)card.Ordinal },
            cancel);
    }

    /// <summary>Forgets an original that nothing uses any more. After the rows are gone for good: else a stop in between would lose the original of a version that is still there.</summary>
    /// <remarks>Within the one write transaction, where an import looks again whether its original is there.</remarks>
    internal static async Task ForgetAsync(Database database, Originals originals, string sha256, CancellationToken cancel)
    {
        await using var work = await database.BeginAsync(cancel);
        if (await IsUnusedAsync(work, sha256, cancel))
        {
            originals.Forget(sha256);
        }
    }

    private static async Task<bool> IsUnusedAsync(UnitOfWork work, string sha256, CancellationToken cancel) =>
        await work.CountAsync("SELECT count(*) FROM version WHERE sha256 = @sha256", new { sha256 }, cancel) == 0;
}

file sealed record LineRow(string Job, long Idx, string Line);
