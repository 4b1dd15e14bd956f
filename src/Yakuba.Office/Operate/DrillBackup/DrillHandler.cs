using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Office.Library;
using Yakuba.Office.Operate.RestoreBackup;
using Yakuba.Platform;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Audit.VerifyRecord;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Operate.DrillBackup;

/// <summary>What a drill found: the municipality as it would start again from the backup, beside the one of now.</summary>
/// <param name="File">The backup.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="Documents">Documents in it, and now.</param>
/// <param name="Answers">Answers in it, and now.</param>
/// <param name="People">Accounts in it, and now.</param>
/// <param name="Passages">Passages that were indexed again.</param>
/// <param name="Entries">Entries of the record under the newest signed head in it, and entries now.</param>
/// <param name="IsBeginning">Whether the record of now begins with that head: what came after the backup would be missing, and nothing else.</param>
/// <param name="Findings">What verifying the restored record found; empty when it is whole.</param>
/// <param name="Elapsed">Time from the file to a municipality that answers.</param>
public sealed record Drill(
    string File, string MadeAt, (long Then, long Now) Documents, (long Then, long Now) Answers, (long Then, long Now) People, long Passages, (long Then, long Now) Entries,
    bool IsBeginning, IReadOnlyList<string> Findings, TimeSpan Elapsed)
{
    /// <summary>Whether one could start again from it.</summary>
    public bool IsGood => IsBeginning && Findings.Count == 0;
}

/// <summary>Tries a backup: restores it into a temporary place, verifies it there, compares it with what is in use, and notes in the record that this was done.</summary>
internal sealed class DrillHandler(Database database, AuditTrail audit, TimeProvider time)
{
    private const string Folder = "yakuba-drill-";

    /// <summary>Tries.</summary>
    /// <param name="file">Full path of the backup.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="tell">Told how far it has come.</param>
    /// <param name="cancel">Stops; nothing is left.</param>
    internal async Task<Result<Drill>> HandleAsync(string file, Actor by, Action<long, long, string> tell, CancellationToken cancel)
    {
        SweepKilled();
        var folder = Directory.CreateTempSubdirectory(Folder).FullName; // its owner's alone
        try
        {
            var clock = Stopwatch.StartNew();
            var restored = await new RestoreBackupHandler(time).HandleAsync(new RestoreBackup.RestoreBackup(file, Path.Combine(folder, "data"), "sqlite", ""), by, tell, cancel);
            if (!restored.TryGet(out var back, out var problem))
            {
                return problem;
            }

            if (!(await DataDirectory.OpenAsync(back.Folder, null, time, cancel)).TryGet(out var directory, out problem))
            {
                return problem;
            }

            await using (directory)
            {
                var drill = await CompareAsync(directory, file, back, clock, tell, cancel);
                await RecordAsync(drill, by);
                return drill;
            }
        }
        catch (Exception e) when (StorageProblems.From(e) is { } problem)
        {
            return problem.With(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // What a drill left that was killed holds all data and the keys. One that runs takes minutes.
    private void SweepKilled()
    {
        foreach (var left in new DirectoryInfo(Path.GetTempPath()).EnumerateDirectories(Folder + "*").Where(d => d.CreationTimeUtc < time.GetUtcNow().UtcDateTime.AddDays(-1)))
        {
            try
            {
                left.Delete(recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // another account's
            }
        }
    }

    private async Task<Drill> CompareAsync(DataDirectory directory, string file, Restored back, Stopwatch clock, Action<long, long, string> tell, CancellationToken cancel)
    {
        await using var rooms = new ServiceCollection().AddPlatform(directory).AddAudit().AddLibrary().BuildServiceProvider();
        var (head, _) = await rooms.GetRequiredService<RecordKeeper>().LastAsync(cancel); // as it came with the backup
        var verdict = await rooms.GetRequiredService<VerifyRecordHandler>().RunAsync((done, all) => tell(done, all, "記録の検証"), cancel);
        await using var then = await directory.Database.ReadAsync(cancel);
        await using var now = await database.ReadAsync(cancel);
        return new Drill(
            file,
            back.MadeAt,
            await BothAsync("document"),
            await BothAsync("answer"),
            await BothAsync("account"),
            back.Passages,
            (head?.Size ?? 0, await now.CountAsync("SELECT count(*) FROM audit_entry", cancel: cancel)),
            head is not null && await RecordBeginning.HoldsAsync(now, head, cancel),
            verdict.Findings,
            clock.Elapsed);

        async Task<(long, long)> BothAsync(string table) =>
            (await then.CountAsync($"SELECT count(*) FROM {table}", cancel: cancel), await now.CountAsync($"SELECT count(*) FROM {table}", cancel: cancel));
    }

    private async Task RecordAsync(Drill drill, Actor by)
    {
        await using var work = await database.BeginAsync();
        var facts = new JsonObject
        {
            ["made-at"] = drill.MadeAt, ["documents"] = drill.Documents.Then, ["questions"] = drill.Answers.Then, ["passages"] = drill.Passages,
            ["state"] = drill.IsGood ? "good" : "bad", ["seconds"] = (long)Math.Ceiling(drill.Elapsed.TotalSeconds),
        };
        await audit.AppendAsync(work, by, drill.IsGood ? OperateActions.BackupDrilled : OperateActions.BackupDrillFailed, facts, CancellationToken.None);
        await work.CommitAsync();
    }
}
