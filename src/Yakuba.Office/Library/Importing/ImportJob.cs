using System.Text.Json;
using Yakuba.Office.Library.Exporting;
using Yakuba.Office.Library.Holding;
using Yakuba.Office.Library.Index;
using Yakuba.Platform;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Data;
using Yakuba.Platform.Jobs;
using Yakuba.Search;
using Yakuba.Text;

namespace Yakuba.Office.Library.Importing;

/// <summary>Takes files in: read, keep, store, index, show. Running it again goes on after what is done already.</summary>
internal sealed class ImportJob(
    Database database, FilePreparation preparation, ImportFile import, KeptFile kept, Originals originals, LibraryIndex index, SearchAnalyser analyser, ImportHold hold, AuditTrail audit, TimeProvider time)
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
        var done = await DropUnfinishedAsync(run.Id, cancel);
        originals.Sweep();
        var batch = new List<StoredFile>();
        try
        {
            await TakeAllAsync(input, done, batch, run, cancel);
        }
        finally
        {
            batch.ForEach(b => b.Dispose());
        }

        await using (var work = await database.BeginAsync(cancel))
        {
            await ReorganisationRows.RestoreAsync(work, input.Reorganisations, time.Today(), cancel);
            await work.CommitAsync(cancel);
        }

        index.Merge();
        await run.ReportAsync(new JobProgress(input.Items.Count, input.Items.Count, ""));
        if (input.DeleteAfter.Length > 0 && Directory.Exists(input.DeleteAfter))
        {
            Directory.Delete(input.DeleteAfter, recursive: true);
        }

        await using var read = await database.ReadAsync(cancel);
        var lines = (await ImportLines.ReadAsync(read, run.Id, cancel)).Values;
        return JsonSerializer.Serialize(new ImportReport([.. lines.Select(l => l with { Findings = null })])); // they stand in the lines: lists of jobs stay small
    }

    private async Task TakeAllAsync(ImportInput input, IReadOnlyDictionary<int, ImportedFile> done, List<StoredFile> batch, JobRun run, CancellationToken cancel)
    {
        await using var ahead = new ReadAhead(
            Enumerable.Range(0, input.Items.Count).Where(i => !done.ContainsKey(i)),
            i => new FileInfo(input.Items[i].Path) is { Exists: true } file ? file.Length : 0,
            (i, stop) => preparation.PrepareAsync(input.Items[i], evenIfKnown: input.Items[i].Kept is not null, stop),
            cancel);
        var whole = 0; // so many of the batch belong to documents that are here with all their versions
        try
        {
            while (ahead.Index is { } i)
            {
                var progress = new JobProgress(i, input.Items.Count, input.Items[i].FileName);
                await run.ReportAsync(progress);
                var item = input.Items[i];
                using var prepared = await ahead.TakeAsync(() => run.ReportAsync(progress));
                if (await (item.Kept is null ? import.TakeAsync(i, item, prepared, run, cancel) : kept.TakeAsync(i, item, prepared, run, cancel)) is { } stored)
                {
                    batch.Add(stored);
                }

                // The versions of a document that comes from an export are shown together: else an old one would stand as the newest for a while.
                if (item.Kept is { } one && i + 1 < input.Items.Count && input.Items[i + 1].Kept?.DocumentId == one.DocumentId)
                {
                    continue;
                }

                whole = batch.Count;
                if (batch.Count >= FilesInBatch || batch.Sum(b => b.Passages) >= PassagesInBatch)
                {
                    await ShowAsync(batch, run.By);
                    whole = 0;
                }
            }

            await ShowAsync(batch, run.By);
        }
        catch (OperationCanceledException)
        {
            // Held, taken back, or the program stops: what has been stored is not read again, but for a document that is here in part.
            batch[whole..].ForEach(b => b.Dispose());
            batch.RemoveRange(whole, batch.Count - whole);
            await ShowAsync(batch, run.By);
            await DropUnfinishedAsync(run.Id, CancellationToken.None);
            throw;
        }
    }

    /// <summary>
    /// Publishes the batch's segment, then lets its versions be found, each with its entry in the record. What may not come into the index is held. It is
    /// short, and not stopped between the two.
    /// </summary>
    private async Task ShowAsync(List<StoredFile> batch, Actor by)
    {
        if (batch.Count == 0)
        {
            return;
        }

        var held = await hold.LookAsync(batch, CancellationToken.None);
        index.Publish(
            batch.Select(b => b.Number),
            batch.Where(b => !held.ContainsKey(b.Number)).SelectMany(b => b.Reading.Passages().Select(p => new IndexEntry(
                b.Number, (uint)p.Ordinal, PassageFields.Terms(analyser, b.Title, string.Join(' ', p.HeadingPath), p.Question, p.Text)))));
        await using var work = await database.BeginAsync(CancellationToken.None);
        foreach (var file in batch)
        {
            if (!await VersionStore.IsUnfinishedAsync(work, file.Number, CancellationToken.None))
            {
                continue; // another process took this one for dead and dropped its rows
            }

            if (held.TryGetValue(file.Number, out var why))
            {
                await hold.HoldAsync(work, file, why, by, time.GetUtcNow().ToStore(), CancellationToken.None);
                continue;
            }

            await VersionStore.ShowAsync(work, file.Number, file.Item, by, time.GetUtcNow().ToStore(), CancellationToken.None);
            await audit.AppendAsync(work, by, LibraryActions.Imported, LibraryActions.Facts(file.Number, file), CancellationToken.None);
        }

        await work.CommitAsync(CancellationToken.None);
        batch.ForEach(b => b.Dispose());
        batch.Clear();
    }

    /// <summary>Drops versions that this job, or a job that has ended, stored and could not show because it was stopped: they are taken in again.</summary>
    /// <returns>The files that are done, by place.</returns>
    private async Task<IReadOnlyDictionary<int, ImportedFile>> DropUnfinishedAsync(string job, CancellationToken cancel)
    {
        await using var work = await database.BeginAsync(cancel);
        await VersionStore.DropUnfinishedAsync(work, job, cancel);
        await ImportLines.DropUnfinishedAsync(work, job, cancel);
        var done = await ImportLines.ReadAsync(work, job, cancel);
        await work.CommitAsync(cancel);
        return done;
    }
}
