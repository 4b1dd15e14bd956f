using System.Text.Json.Nodes;
using Yakuba.Documents;
using Yakuba.Platform;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Data;
using Yakuba.Platform.Jobs;

namespace Yakuba.Office.Library.Importing;

/// <summary>Takes one file in, as far as its rows. Whatever is wrong with it becomes its line in the report; the batch goes on.</summary>
public sealed class ImportFile(Database database, Originals originals, GuardedReader reader, ReadingLimits limits, AuditTrail audit, TimeProvider time)
{
    private string Now => time.GetUtcNow().ToStore();

    /// <summary>Reads and stores a file.</summary>
    /// <returns>The stored version, or null when there is nothing new to show.</returns>
    internal async Task<StoredFile?> TakeAsync(int index, ImportItem item, JobRun run, Func<Task> waiting, CancellationToken cancel)
    {
        var (content, problem) = item.Refusal.Length > 0 ? (null, Refusal(item)) : await ContentAsync(item.Path, (await limits.GetAsync(cancel)).MaxFileBytes, cancel);
        if (content is null)
        {
            await KeepAsync(run, index, Refused(item, problem!.Name, problem.With(item.FileName).ToString()), cancel);
            return null;
        }

        var hash = Originals.Hash(content);
        VersionStore.Present? present;
        await using (var read = await database.ReadAsync(cancel))
        {
            present = await VersionStore.PresentAsync(read, item.SourceKey, cancel);
        }

        if (present?.Sha256 == hash)
        {
            await KeepUnchangedAsync(index, item, present, run, cancel);
            return null;
        }

        var (outcome, passages) = await reader.ReadAsync(item.FileName, content, waiting, cancel);
        if (outcome is ReadDocument yes)
        {
            return await StoreAsync(index, new ReadFile(item, hash, content.LongLength, yes, passages), content, present, run, cancel);
        }

        var no = (Unreadable)outcome;
        await KeepAsync(run, index, Refused(item, no.Name, $"{no.Message}{no.NextStep}"), cancel);
        return null;
    }

    private async Task<StoredFile?> StoreAsync(int index, ReadFile file, byte[] content, VersionStore.Present? present, JobRun run, CancellationToken cancel)
    {
        originals.Keep(content); // before the transaction, because it can be long
        await using var work = await database.BeginAsync(cancel);
        if (present is null && await VersionStore.TwinAsync(work, file, cancel) is { } twin)
        {
            var note = $"同じ内容の文書「{twin}」があるため、取り込みませんでした。";
            await ImportLines.KeepAsync(
                work, run.Id, index, 0, new(file.Item.FileName, ImportOutcome.Duplicate, 0, twin, 0, 0, [note], "") { Path = file.Item.RelativePath }, Now, cancel);
            await work.CommitAsync(cancel);
            return null;
        }

        originals.Keep(content); // and again in it: a deletion in between may have taken it away
        var number = await VersionStore.AddAsync(work, file, present, run, Now, cancel);
        var line = new ImportedFile(
            file.Item.FileName,
            present is null ? ImportOutcome.Added : ImportOutcome.NewVersion,
            number,
            file.Title,
            file.Passages.Count,
            file.Read.Document.Faq.Count,
            [.. file.Read.Report.Lines, .. LabelKept(file.Item, present)],
            "")
        {
            Doubts = file.Findings.Doubts,
            Path = file.Item.RelativePath,
            Findings = file.Findings,
        };
        await ImportLines.KeepAsync(work, run.Id, index, number, line, Now, cancel);
        await work.CommitAsync(cancel);
        return new StoredFile(number, file.Item, file.Title, file.Sha256, file.Passages);
    }

    /// <summary>The same content again: nothing is read anew. What was asked to be published and is still a draft is published.</summary>
    private async Task KeepUnchangedAsync(int index, ImportItem item, VersionStore.Present present, JobRun run, CancellationToken cancel)
    {
        var state = VersionStates.Parse(present.State)!.Value;
        var isBroughtOn = present.Indexed == 1 && state < item.Target && item.Target <= VersionState.Published;
        IReadOnlyList<string> notes = isBroughtOn ? [$"内容は同じです。「{state.ToName()}」から「{item.Target.ToName()}」にしました。"] : [];
        var line = new ImportedFile(
            item.FileName, ImportOutcome.Unchanged, present.Number, present.Title, (int)present.Passages, (int)present.FaqEntries, [.. notes, .. LabelKept(item, present)], "")
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

    private static async Task<(byte[]? Content, Problem? Problem)> ContentAsync(string path, long most, CancellationToken cancel)
    {
        try
        {
            // Asked before a byte is read: a file over the limit never comes into memory.
            return new FileInfo(path).Length > most
                ? (null, LibraryProblems.TooLarge)
                : (await File.ReadAllBytesAsync(path, cancel), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, LibraryProblems.CannotOpen);
        }
    }

    private static Problem Refusal(ImportItem item) => item.Refusal == LibraryProblems.NotSent.Name ? LibraryProblems.NotSent : LibraryProblems.TooLarge;

    private static ImportedFile Refused(ImportItem item, string problem, string words) =>
        new(item.FileName, ImportOutcome.Refused, 0, "", 0, 0, [words], problem) { Path = item.RelativePath };
}
