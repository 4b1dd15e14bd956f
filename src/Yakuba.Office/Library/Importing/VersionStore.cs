using System.Text.Json;
using Yakuba.Documents;
using Yakuba.Office.Library.Rights;
using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Platform.Jobs;

namespace Yakuba.Office.Library.Importing;

/// <summary>Rows of documents, versions, passages and blocks as an import writes them.</summary>
internal static class VersionStore
{
    /// <summary>What is there under the item's source key.</summary>
    internal static Task<Present?> PresentAsync(Session session, string sourceKey, CancellationToken cancel) => session.FirstOrDefaultAsync<Present>(
        "SELECT d.id AS DocumentId, v.number AS Number, v.ordinal AS Ordinal, v.sha256 AS Sha256, v.title AS Title, v.passages AS Passages, v.faq_entries AS FaqEntries, v.state AS State, d.label AS Label, v.indexed AS Indexed "
        + "FROM document d JOIN version v ON v.document_id = d.id WHERE d.source_key = @sourceKey ORDER BY v.ordinal DESC LIMIT 1",
        new { sourceKey },
        cancel);

    /// <summary>Another document of the same section that holds the same content now.</summary>
    internal static Task<Twin?> TwinAsync(Session session, ReadFile file, CancellationToken cancel) => session.FirstOrDefaultAsync<Twin>(
        "SELECT v.number AS Version, v.title AS Title FROM document d JOIN version v ON v.document_id = d.id "
        + "WHERE d.section = @section AND v.sha256 = @sha256 AND d.source_key <> @sourceKey AND v.state <> 'retired' LIMIT 1",
        new { section = file.Item.Section, sha256 = file.Original.Sha256, sourceKey = file.Item.SourceKey },
        cancel);

    /// <summary>Adds a version that nobody finds yet.</summary>
    internal static async Task<uint> AddAsync(UnitOfWork work, ReadFile file, Present? present, JobRun job, string now, CancellationToken cancel)
    {
        var item = file.Item;
        var document = present?.DocumentId ?? item.Kept?.DocumentId ?? Guid.CreateVersion7().ToString("D");
        if (present is null && await work.CountAsync("SELECT count(*) FROM document WHERE id = @document", new { document }, cancel) == 0)
        {
            await work.ExecuteAsync(
                "INSERT INTO document (id, source_key, section, label, readers, created_at) VALUES (@document, @SourceKey, @Section, @label, @readers, @now)",
                new { document, item.SourceKey, item.Section, label = (long)item.Label, readers = Readers(item), now = item.Kept?.CreatedAt ?? now },
                cancel);
        }

        var number = await work.CountAsync(
            "INSERT INTO version (document_id, ordinal, title, file_name, kind, sha256, bytes, state, valid_from, valid_to, review_on, import_job, imported_at, imported_by, changed_at, report, passages, faq_entries, articles, doubts) "
            + "VALUES (@document, @ordinal, @Title, @FileName, @kind, @Sha256, @Bytes, 'draft', @from, @to, @review, @job, @now, @by, @now, @report, @passages, @faq, @articles, @doubts) RETURNING number",
            new
            {
                document,
                ordinal = item.Kept?.Ordinal ?? (present?.Ordinal ?? 0) + 1,
                file.Title,
                item.FileName,
                kind = item.Kept?.Kind ?? file.Read.Kind.ToString(),
                file.Original.Sha256,
                file.Original.Bytes,
                from = Store(file.ValidFrom),
                to = Store(file.ValidTo),
                review = Store(file.ReviewOn),
                now = item.Kept?.ImportedAt ?? now,
                job = job.Id,
                by = item.Kept?.ImportedBy ?? job.By.UserId,
                report = JsonSerializer.Serialize(file.Read.Report),
                passages = (long)file.Read.Passages,
                faq = (long)file.Read.FaqEntries,
                articles = (long)file.Read.Report.Articles,
                doubts = (long)file.Findings.Doubts,
            },
            cancel);
        await AddTextAsync(work, (uint)number, file, cancel);
        return (uint)number;
    }

    /// <summary>True while a version is stored and nobody finds it.</summary>
    internal static async Task<bool> IsUnfinishedAsync(Session session, uint number, CancellationToken cancel) =>
        await session.CountAsync("SELECT count(*) FROM version WHERE number = @number AND indexed = 0", new { number = (long)number }, cancel) == 1;

    /// <summary>Lets a version be found, in the state that was asked for; an older published version ends the day before the new one begins.</summary>
    internal static async Task ShowAsync(UnitOfWork work, uint number, ImportItem item, Actor by, string now, CancellationToken cancel)
    {
        var confirmed = item.Target >= VersionState.Confirmed;
        var published = item.Target >= VersionState.Published;
        await (item.Kept is { } kept ? KeptLife.RestoreAsync(work, number, item.Target, kept, cancel) : work.ExecuteAsync(
            "UPDATE version SET indexed = 1, changed_at = @now, state = @state, confirmed_at = @confirmedAt, confirmed_by = @confirmedBy, published_at = @publishedAt, published_by = @publishedBy WHERE number = @number",
            new
            {
                number = (long)number,
                now,
                state = item.Target.ToKey(),
                confirmedAt = confirmed ? now : "",
                confirmedBy = confirmed ? by.UserId : "",
                publishedAt = published ? now : "",
                publishedBy = published ? by.UserId : "",
            },
            cancel));
        var document = await work.SingleOrDefaultAsync<string>("SELECT document_id FROM version WHERE number = @number", new { number = (long)number }, cancel);
        await Supersession.ArrangeAsync(work, document!, cancel);
        await LibraryGeneration.BumpAsync(work, cancel);
    }

    /// <summary>Drops versions that a job, or one that has ended, stored and could not show because it was stopped.</summary>
    internal static async Task DropUnfinishedAsync(UnitOfWork work, string job, CancellationToken cancel)
    {
        // One process owns an SQLite store and runs one import at a time, so whatever is unfinished there is nobody's.
        var unfinished = work.Engine == StorageEngine.Sqlite
            ? "SELECT number FROM version WHERE indexed = 0"
            : "SELECT number FROM version WHERE indexed = 0 AND (import_job = @job OR import_job IN (SELECT id FROM job WHERE state IN ('done', 'failed', 'cancelled')))";
        await work.ExecuteAsync($"DELETE FROM passage WHERE version IN ({unfinished})", new { job }, cancel);
        await work.ExecuteAsync($"DELETE FROM block WHERE version IN ({unfinished})", new { job }, cancel);
        await work.ExecuteAsync($"DELETE FROM version WHERE number IN ({unfinished})", new { job }, cancel);
        await work.ExecuteAsync("DELETE FROM document WHERE NOT EXISTS (SELECT 1 FROM version v WHERE v.document_id = document.id)", cancel: cancel);
    }

    private static async Task AddTextAsync(UnitOfWork work, uint number, ReadFile file, CancellationToken cancel)
    {
        // Rows run through one prepared statement, as they come from the disk: a document is never whole in memory.
        await work.ExecuteAsync(
            "INSERT INTO passage (version, ordinal, heading_path, text, question, from_key, to_key, valid_from, valid_to) VALUES (@version, @ordinal, @headings, @text, @question, @from, @to, @validFrom, @validTo)",
            file.Reading.Passages().Select(p => new
            {
                version = (long)number,
                ordinal = (long)p.Ordinal,
                headings = BlockRows.Headings(p.HeadingPath),
                text = p.Text,
                question = p.Question ?? "",
                from = p.From.ToKey(),
                to = p.To.ToKey(),
                validFrom = Store(p.Dates?.From),
                validTo = Store(p.Dates?.To),
            }),
            cancel);
        var index = 0;
        await work.ExecuteAsync(
            "INSERT INTO block (version, idx, kind, level, marker, text, at_key, extra) VALUES (@Version, @Idx, @Kind, @Level, @Marker, @Text, @At, @Extra)",
            file.Reading.Blocks().Select(b => BlockRows.Of(number, index++, b)).Concat(file.Reading.FaqEntries().Select(f => BlockRows.Of(number, index++, f))),
            cancel);
    }

    private static string Readers(ImportItem item) => item.Readers.Count == 0 ? "" : $",{string.Join(',', item.Readers)},";

    private static string Store(DateOnly? date) => date?.ToStore() ?? "";

    /// <summary>A version of the same content in another document.</summary>
    internal sealed record Twin(long Version, string Title);

    internal sealed record Present(string DocumentId, long Number, long Ordinal, string Sha256, string Title, long Passages, long FaqEntries, string State, long Label, long Indexed);
}
