using System.Text.Json;
using Yakuba.Documents;
using Yakuba.Office.Library.Index;
using Yakuba.Platform;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Data;
using Yakuba.Platform.Jobs;
using Yakuba.Search;
using Yakuba.Text;

namespace Yakuba.Office.Library.Importing;

/// <summary>Takes files in: read, keep, store, index, show. Running it again changes nothing that is done already.</summary>
public sealed class ImportJob(Database database, Originals originals, LibraryIndex index, SearchAnalyser analyser, AuditTrail audit, TimeProvider time)
{
    /// <summary>Name of the job's kind.</summary>
    public const string Kind = "library-import";

    // A segment a file would be slow to search; a segment at the very end would show nothing for long. Either bound closes a batch.
    private const int FilesInBatch = 40;
    private const int PassagesInBatch = 4_000;

    /// <summary>Does the work of one job.</summary>
    /// <returns>The <see cref="ImportReport"/> as JSON.</returns>
    public async Task<Result<string>> RunAsync(JobRun run, CancellationToken cancel)
    {
        var input = JsonSerializer.Deserialize<ImportInput>(run.Input)!;
        await DropUnfinishedAsync(run.Id, cancel);
        var files = new List<ImportedFile>();
        var batch = new List<Stored>();
        foreach (var item in input.Items)
        {
            await run.ReportAsync(new JobProgress(files.Count, input.Items.Count, item.FileName));
            var (line, stored) = await TakeAsync(item, run, cancel);
            files.Add(line);
            if (stored is not null)
            {
                batch.Add(stored);
            }

            if (batch.Count >= FilesInBatch || batch.Sum(b => b.File.Passages.Count) >= PassagesInBatch)
            {
                await ShowAsync(batch, run.By, cancel);
            }
        }

        await ShowAsync(batch, run.By, cancel);
        index.Merge();
        await run.ReportAsync(new JobProgress(files.Count, files.Count, ""));
        if (input.DeleteAfter.Length > 0 && Directory.Exists(input.DeleteAfter))
        {
            Directory.Delete(input.DeleteAfter, recursive: true);
        }

        return JsonSerializer.Serialize(new ImportReport(files));
    }

    private async Task<(ImportedFile Line, Stored? Stored)> TakeAsync(ImportItem item, JobRun run, CancellationToken cancel)
    {
        var content = await ContentAsync(item.Path, cancel);
        if (content is null)
        {
            return (Refused(item, LibraryProblems.CannotOpen.Name, LibraryProblems.CannotOpen.With(item.FileName).ToString()), null);
        }

        var hash = Originals.Hash(content);
        VersionStore.Present? present;
        await using (var read = await database.ReadAsync(cancel))
        {
            present = await VersionStore.PresentAsync(read, item.SourceKey, cancel);
            if (present?.Sha256 == hash)
            {
                return (new(item.FileName, ImportOutcome.Unchanged, present.Number, present.Title, (int)present.Passages, (int)present.FaqEntries, [], ""), null);
            }
        }

        return DocumentReader.Read(item.FileName, content, ReadLimits.Default, cancel) switch
        {
            Unreadable no => (Refused(item, no.Name, $"{no.Message}{no.NextStep}"), null),
            ReadDocument yes => await StoreAsync(new ReadFile(item, hash, content.LongLength, yes, PassageCutter.Cut(yes.Document)), content, present, run, cancel),
            _ => throw new InvalidOperationException("Unknown outcome of reading."),
        };
    }

    private async Task<(ImportedFile Line, Stored? Stored)> StoreAsync(ReadFile file, byte[] content, VersionStore.Present? present, JobRun run, CancellationToken cancel)
    {
        originals.Keep(content);
        await using var work = await database.BeginAsync(cancel);
        if (present is null && await VersionStore.TwinAsync(work, file, cancel) is { } twin)
        {
            return (new(file.Item.FileName, ImportOutcome.Duplicate, 0, twin, 0, 0, [$"同じ内容の文書「{twin}」があるため、取り込みませんでした。"], ""), null);
        }

        var number = await VersionStore.AddAsync(work, file, present, run, time.GetUtcNow().ToStore(), cancel);
        await work.CommitAsync(cancel);
        var outcome = present is null ? ImportOutcome.Added : ImportOutcome.NewVersion;
        return (
            new(file.Item.FileName, outcome, number, file.Title, file.Passages.Count, file.Read.Document.Faq.Count, file.Read.Report.Lines, ""),
            new Stored(number, file));
    }

    /// <summary>Publishes the batch's segment, then lets its versions be found, each with its entry in the record.</summary>
    private async Task ShowAsync(List<Stored> batch, Actor by, CancellationToken cancel)
    {
        if (batch.Count == 0)
        {
            return;
        }

        index.Publish(
            batch.Select(b => b.Number),
            batch.SelectMany(b => b.File.Passages.Select(p => new IndexEntry(
                b.Number, (uint)p.Ordinal, PassageFields.Terms(analyser, b.File.Title, string.Join(' ', p.HeadingPath), p.Question, p.Text)))));
        await using var work = await database.BeginAsync(cancel);
        foreach (var (number, file) in batch)
        {
            await VersionStore.ShowAsync(work, number, file.Item, by, time.GetUtcNow().ToStore(), time.Today().ToStore(), cancel);
            await audit.AppendAsync(work, by, LibraryActions.Imported, LibraryActions.Facts(number, file), cancel);
        }

        await work.CommitAsync(cancel);
        batch.Clear();
    }

    /// <summary>Versions that this job, or a job that has ended, stored and could not show because it was stopped: they are taken in again.</summary>
    private async Task DropUnfinishedAsync(string job, CancellationToken cancel)
    {
        await using var work = await database.BeginAsync(cancel);
        await work.ExecuteAsync(
            "DELETE FROM version WHERE indexed = 0 AND (import_job = @job OR import_job IN (SELECT id FROM job WHERE state IN ('done', 'failed', 'cancelled')))", new { job }, cancel);
        await work.ExecuteAsync(
            "DELETE FROM document WHERE NOT EXISTS (SELECT 1 FROM version v WHERE v.document_id = document.id)", cancel: cancel);
        await work.CommitAsync(cancel);
    }

    private static async Task<byte[]?> ContentAsync(string path, CancellationToken cancel)
    {
        try
        {
            return await File.ReadAllBytesAsync(path, cancel);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static ImportedFile Refused(ImportItem item, string problem, string words) => new(item.FileName, ImportOutcome.Refused, 0, "", 0, 0, [words], problem);

    private sealed record Stored(uint Number, ReadFile File);
}
