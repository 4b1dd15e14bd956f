using System.Text.Json.Nodes;
using Yakuba.Platform;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Data;
using Yakuba.Platform.Jobs;

namespace Yakuba.Office.Library.Importing;

/// <summary>Takes one file in, as far as its rows. Whatever is wrong with it becomes its line in the report; the batch goes on.</summary>
public sealed class ImportFile(Database database, Originals originals, FilePreparation preparation, AuditTrail audit, TimeProvider time)
{
    private string Now => time.GetUtcNow().ToStore();

    /// <summary>Stores a file that was read, or says what became of it.</summary>
    /// <param name="index">Its place in the import.</param>
    /// <param name="item">The file.</param>
    /// <param name="prepared">What is known of it. Another file of the same name may have been stored since.</param>
    /// <param name="run">The import.</param>
    /// <param name="cancel">Stops; the file is not taken in.</param>
    /// <returns>The stored version, or null when there is nothing new to show.</returns>
    internal async Task<StoredFile?> TakeAsync(int index, ImportItem item, PreparedFile prepared, JobRun run, CancellationToken cancel)
    {
        if (prepared.Problem is { } problem)
        {
            await KeepAsync(run, index, Refused(item, problem.Name, problem.With(item.FileName).ToString()), cancel);
            return null;
        }

        VersionStore.Present? present;
        await using (var read = await database.ReadAsync(cancel))
        {
            present = await VersionStore.PresentAsync(read, item.SourceKey, cancel);
        }

        if (present?.Sha256 == prepared.Sha256)
        {
            await KeepUnchangedAsync(index, item, present, run, cancel);
            return null;
        }

        if (prepared.Reading is null)
        {
            using var again = await preparation.PrepareAsync(item, evenIfKnown: true, cancel);
            return await TakeAsync(index, item, again, run, cancel);
        }

        if (prepared.Reading.Document is not null)
        {
            return await StoreAsync(index, item, prepared, present, run, cancel);
        }

        var no = prepared.Reading.Refusal!;
        await KeepAsync(run, index, Refused(item, no.Name, $"{no.Message}{no.NextStep}"), cancel);
        return null;
    }

    private async Task<StoredFile?> StoreAsync(int index, ImportItem item, PreparedFile prepared, VersionStore.Present? present, JobRun run, CancellationToken cancel)
    {
        var file = new ReadFile(item, prepared.Arrived!, prepared.Reading!);
        await using var work = await database.BeginAsync(cancel);
        if (present is null && await VersionStore.TwinAsync(work, file, cancel) is { } twin)
        {
            var note = $"同じ内容の文書「{twin.Title}」があるため、取り込みませんでした。";
            await ImportLines.KeepAsync(
                work, run.Id, index, 0, new(file.Item.FileName, ImportOutcome.Duplicate, 0, twin.Title, 0, 0, [note], "") { Path = file.Item.RelativePath, Twin = twin.Version }, Now, cancel);
            await work.CommitAsync(cancel);
            return null;
        }

        originals.Keep(file.Original);
        var number = await VersionStore.AddAsync(work, file, present, run, Now, cancel);
        var line = new ImportedFile(
            file.Item.FileName,
            present is null ? ImportOutcome.Added : ImportOutcome.NewVersion,
            number,
            file.Title,
            file.Read.Passages,
            file.Read.FaqEntries,
            [.. file.Read.Report.Lines, .. LabelKept(file.Item, present)],
            "")
        {
            Doubts = file.Findings.Doubts,
            Path = file.Item.RelativePath,
            Findings = file.Findings,
        };
        await ImportLines.KeepAsync(work, run.Id, index, number, line, Now, cancel);
        await work.CommitAsync(cancel);
        return new StoredFile(number, item, file.Title, prepared.Sha256, prepared.TakeReading());
    }

    /// <summary>The same content again: nothing is read anew. What was asked to be published and is still a draft is published.</summary>
    private async Task KeepUnchangedAsync(int index, ImportItem item, VersionStore.Present present, JobRun run, CancellationToken cancel)
    {
        var state = VersionStates.Parse(present.State)!.Value;
        var isBroughtOn = present.Indexed == 1 && state < item.Target && item.Target <= VersionState.Published;
        var isHeld = present.Indexed == Holding.HeldText.Held;
        IReadOnlyList<string> notes = isBroughtOn ? [$"内容は同じです。「{state.ToName()}」から「{item.Target.ToName()}」にしました。"]
            : isHeld ? ["個人番号などがあるため、検索に入れずに保留しています。「保留中の文書」で確かめてください。"]
            : [];
        var line = new ImportedFile(
            item.FileName, isHeld ? ImportOutcome.Held : ImportOutcome.Unchanged, present.Number, present.Title, (int)present.Passages, (int)present.FaqEntries, [.. notes, .. LabelKept(item, present)], "")
        {
            Path = item.RelativePath,
        };
        await using var work = await database.BeginAsync(cancel);
        if (isBroughtOn)
        {
            await VersionStore.ShowAsync(work, (uint)present.Number, item, run.By, Now, cancel);
            await audit.AppendAsync(
                work,
                run.By,
                item.Target == VersionState.Published ? LibraryActions.Published : LibraryActions.Confirmed,
                new JsonObject { ["version"] = present.Number, ["sha256"] = present.Sha256 },
                cancel);
        }

        await ImportLines.KeepAsync(work, run.Id, index, 0, line, Now, cancel);
        await work.CommitAsync(cancel);
    }

    private async Task KeepAsync(JobRun run, int index, ImportedFile line, CancellationToken cancel)
    {
        await using var work = await database.BeginAsync(cancel);
        await ImportLines.KeepAsync(work, run.Id, index, 0, line, Now, cancel);
        await work.CommitAsync(cancel);
    }

    // A label is the document's, set by those who may; a file that comes again does not change it in passing.
    private static IEnumerable<string> LabelKept(ImportItem item, VersionStore.Present? present) => present is not null && present.Label != (long)item.Label
        ? [$"公開範囲は登録済みの「{((Label)present.Label).ToName()}」のままです。変えるときは、文書の画面で変更してください。"]
        : [];

    private static ImportedFile Refused(ImportItem item, string problem, string words) =>
        new(item.FileName, ImportOutcome.Refused, 0, "", 0, 0, [words], problem) { Path = item.RelativePath };
}
