using Yakuba.Documents;
using Yakuba.Office.Library.Exporting;
using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Platform.Jobs;

namespace Yakuba.Office.Library.Importing;

/// <summary>Takes a version of an export in, as far as its rows. Its text is read anew from its original; its life is the one it had.</summary>
public sealed class KeptFile(Database database, Originals originals, TimeProvider time)
{
    /// <summary>Stores a version that was read.</summary>
    /// <returns>The stored version, or null when it is here already or was refused.</returns>
    internal async Task<StoredFile?> TakeAsync(int index, ImportItem item, PreparedFile prepared, JobRun run, CancellationToken cancel)
    {
        var kept = item.Kept!;
        string? present;
        await using (var read = await database.ReadAsync(cancel))
        {
            present = await PresentAsync(read, kept, cancel);
        }

        if (present is not null)
        {
            await KeepAsync(run, index, item, present == kept.Sha256 ? Line(item, ImportOutcome.Unchanged, 0, [], "") : Refused(item, ExportProblems.Conflict), cancel);
            return null;
        }

        if (prepared.Arrived is not { } arrived || arrived.Sha256 != kept.Sha256)
        {
            await KeepAsync(run, index, item, Refused(item, ExportProblems.Tampered), cancel);
            return null;
        }

        var reading = prepared.TakeReading();
        StoredFile? stored = null;
        try
        {
            return stored = await StoreAsync(index, new ReadFile(item, arrived, reading.Document is null ? WithoutText(item, kept, reading.Refusal!) : reading), run, cancel);
        }
        finally
        {
            if (stored is null)
            {
                reading.Dispose();
            }
        }
    }

    private async Task<StoredFile?> StoreAsync(int index, ReadFile file, JobRun run, CancellationToken cancel)
    {
        await using var work = await database.BeginAsync(cancel);
        if (await work.CountAsync("SELECT count(*) FROM document WHERE source_key = @SourceKey AND id <> @DocumentId", new { file.Item.SourceKey, file.Item.Kept!.DocumentId }, cancel) > 0)
        {
            await ImportLines.KeepAsync(work, run.Id, index, 0, Refused(file.Item, ExportProblems.Conflict), Now, cancel);
            await work.CommitAsync(cancel);
            return null;
        }

        originals.Keep(file.Original);
        var number = await VersionStore.AddAsync(work, file, null, run, Now, cancel);
        var line = Line(file.Item, ImportOutcome.Added, number, file.Read.Report.Lines, "") with
        {
            Passages = file.Read.Passages, FaqEntries = file.Read.FaqEntries, Doubts = file.Findings.Doubts, Findings = file.Findings,
        };
        await ImportLines.KeepAsync(work, run.Id, index, number, line, Now, cancel);
        await work.CommitAsync(cancel);
        return new StoredFile(number, file.Item, file.Title, file.Original.Sha256, file.Reading);
    }

    private string Now => time.GetUtcNow().ToStore();

    private static Task<string?> PresentAsync(Session session, KeptVersion kept, CancellationToken cancel) =>
        session.SingleOrDefaultAsync<string>("SELECT sha256 FROM version WHERE document_id = @DocumentId AND ordinal = @Ordinal", new { kept.DocumentId, kept.Ordinal }, cancel);

    private async Task KeepAsync(JobRun run, int index, ImportItem item, ImportedFile line, CancellationToken cancel)
    {
        await using var work = await database.BeginAsync(cancel);
        await ImportLines.KeepAsync(work, run.Id, index, 0, line, Now, cancel);
        await work.CommitAsync(cancel);
    }

    /// <summary>A version that cannot be read here is kept all the same, with nothing to find: it must go on standing before or after the others of its document.</summary>
    private static WorkerReading WithoutText(ImportItem item, KeptVersion kept, Unreadable why)
    {
        var kind = Enum.TryParse<DocumentKind>(kept.Kind, out var known) ? known : DocumentKind.PlainText;
        var report = new ReadingReport { FileName = item.FileName, Kind = kind, Skipped = [new SkippedPart("本文のすべて", $"{why.Message}{why.NextStep}")] };
        return WorkerReading.WithoutText(new DocumentHead(item.Title, kind, DocumentDates.None, report, 0, 0, 0));
    }

    private static ImportedFile Refused(ImportItem item, Problem problem) => Line(item, ImportOutcome.Refused, 0, [problem.With(item.SourceKey).ToString()], problem.Name);

    private static ImportedFile Line(ImportItem item, ImportOutcome outcome, uint version, IReadOnlyList<string> notes, string problem) =>
        new(item.FileName, outcome, version, item.Title, 0, 0, notes, problem) { Path = $"{item.RelativePath}（第{item.Kept!.Ordinal}版）" };
}
