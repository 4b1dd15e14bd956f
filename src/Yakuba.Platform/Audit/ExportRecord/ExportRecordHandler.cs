using System.Text.Json.Nodes;
using Yakuba.Ledger;
using Yakuba.Platform.Data;

namespace Yakuba.Platform.Audit.ExportRecord;

/// <summary>What was written.</summary>
/// <param name="Folder">Full path.</param>
/// <param name="Entries">Entries in it.</param>
/// <param name="Root">Root hash, base64.</param>
/// <param name="VerifierKey">The public key to check it with.</param>
public sealed record ExportedRecord(string Folder, long Entries, string Root, string VerifierKey);

/// <summary>Writes the record as a tlog-tiles folder that any verifier reads. Texts beside the record are not in it.</summary>
public sealed class ExportRecordHandler(Database database, RecordKeeper keeper, AuditTrail audit)
{
    /// <summary>Writes the folder. The export is itself an entry, and the last one in it.</summary>
    public async Task<Result<ExportedRecord>> RunAsync(string folder, Actor by, CancellationToken cancel)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            return AuditProblems.ExportFolder.With(folder);
        }

        await using (var work = await database.BeginAsync(cancel))
        {
            await audit.AppendAsync(work, by, RecordActions.Exported, new JsonObject(), cancel);
            await work.CommitAsync(cancel);
        }

        if (!(await keeper.SignAsync(cancel)).TryGet(out var note, out var problem))
        {
            return problem;
        }

        var checkpoint = RecordKeeper.HeadOf(note);
        var writer = ExportWriter.Create(folder);
        await using var read = await database.ReadAsync(cancel);
        await foreach (var page in RecordReading.PagesAsync(read, cancel))
        {
            foreach (var entry in page.Where(e => e.Index < checkpoint.Size))
            {
                writer.Add(entry.Entry);
            }
        }

        var keys = await RecordKeys.ListAsync(read, cancel);
        var summary = writer.Finish(note, [.. keys.Skip(1).Where(k => k.Size <= checkpoint.Size).Select(k => k.Note)]);
        return summary.MatchesCheckpoint
            ? new ExportedRecord(folder, summary.Entries, summary.Root.ToString(), await keeper.VerifierKeyAsync(cancel))
            : AuditProblems.Damaged;
    }
}
