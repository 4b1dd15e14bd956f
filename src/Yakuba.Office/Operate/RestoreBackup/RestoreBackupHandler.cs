using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Office.Ask;
using Yakuba.Office.Library;
using Yakuba.Office.Library.Index;
using Yakuba.Office.Operate.AfterRestore;
using Yakuba.Office.Operate.Backups;
using Yakuba.Platform;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Operate.RestoreBackup;

/// <summary>A backup to restore.</summary>
/// <param name="File">Full path of the backup.</param>
/// <param name="Folder">Full path of the data directory to make; empty or not there.</param>
/// <param name="Storage"><c>sqlite</c> or an Npgsql connection string.</param>
/// <param name="Schema">PostgreSQL only: the schema to fill; empty for the one that the backup names.</param>
public sealed record RestoreBackup(string File, string Folder, string Storage, string Schema)
{
    /// <summary>Where the record of the time after the backup is: the data directory of before, or a folder of <c>yakuba audit export</c>; empty where neither is left.</summary>
    public string After { get; init; } = "";
}

/// <summary>A municipality that was restored.</summary>
/// <param name="Folder">The data directory.</param>
/// <param name="MadeAt">When the backup was made.</param>
/// <param name="Files">How many files it held.</param>
/// <param name="Passages">How many passages were indexed again.</param>
/// <param name="After">What was taken away again that had been taken away since, and what nobody knows.</param>
public sealed record Restored(string Folder, string MadeAt, int Files, long Passages, Restoration After);

/// <summary>Makes a data directory from a backup. Nothing is put in place before all of it has been checked.</summary>
public sealed class RestoreBackupHandler(TimeProvider time)
{
    private const string Description = "yakuba.json";
    private const string State = "yakuba.db";

    /// <summary>Restores.</summary>
    /// <returns>What was restored, or the problem; then nothing is left of the try in the folder; on PostgreSQL the rows stay in the schema when putting the folder in its place fails after them.</returns>
    public async Task<Result<Restored>> HandleAsync(RestoreBackup request, Actor by, Action<long, long, string> tell, CancellationToken cancel)
    {
        if (!File.Exists(request.File))
        {
            return OperateProblems.NoBackup.With(request.File);
        }

        if (File.Exists(request.Folder) || (Directory.Exists(request.Folder) && Directory.EnumerateFileSystemEntries(request.Folder).Any()))
        {
            return OperateProblems.NotEmpty.With(request.Folder);
        }

        if (LaterEntries.Check(request.After) is { } nowhere)
        {
            return nowhere;
        }

        var placed = false;
        try
        {
            DurableFile.MakePrivate(request.Folder);
            var unpacked = Path.Combine(request.Folder, DataDirectory.UnfinishedRestore);
            DurableFile.MakePrivate(unpacked);
            DurableFile.SyncDirectory(request.Folder);
            if (!(await BackupReader.UnpackAsync(request.File, unpacked, tell, cancel)).TryGet(out var manifest, out var problem))
            {
                return problem;
            }

            var description = DataDescription.New(request.Storage) with { Schema = request.Schema.Length > 0 ? request.Schema : manifest.Schema };
            if ((problem = description.IsPostgres ? await StateFile.RefusalAsync(description, cancel) : null) is not null // before the long work
                || !(await LaterAsync(request, manifest, unpacked, cancel)).TryGet(out var later, out problem)
                || !(await FinishAsync(request, manifest, unpacked, later, by, tell, cancel)).TryGet(out var restored, out problem)
                || (problem = await CarryAsync(unpacked, description, cancel)) is not null)
            {
                return problem;
            }

            Place(unpacked, request.Folder);
            placed = true;
            Tidy(unpacked);
            return restored;
        }
        catch (Exception e) when (StorageProblems.From(e) is { } problem)
        {
            return problem.With(request.Folder);
        }
        finally
        {
            if (!placed)
            {
                Empty(request.Folder);
            }
        }
    }

    // Before anything is placed: a record of another municipality is refused with nothing restored.
    private static async Task<Result<LaterEntries>> LaterAsync(RestoreBackup request, BackupManifest manifest, string unpacked, CancellationToken cancel)
    {
        await using var state = SqliteDatabase.Open(Path.Combine(unpacked, BackupManifest.StateName));
        return await LaterEntries.ReadAsync(request.After, state, manifest.MadeAt, cancel);
    }

    /// <summary>What was taken away since is taken away before anybody can open the data: a restore that is cut off gives nothing back.</summary>
    private async Task<Result<Restored>> FinishAsync(RestoreBackup request, BackupManifest manifest, string unpacked, LaterEntries later, Actor by, Action<long, long, string> tell, CancellationToken cancel)
    {
        File.Move(Path.Combine(unpacked, BackupManifest.StateName), Path.Combine(unpacked, State));
        if (!(await DataDirectory.OpenAsync(unpacked, "sqlite", time, cancel)).TryGet(out var directory, out var problem)) // wherever the rows will lie
        {
            return problem;
        }

        await using (directory)
        {
            await using var rooms = new ServiceCollection().AddPlatform(directory).AddAudit().AddLibrary().AddAsk().AddSingleton<TakeAwayAgain>().BuildServiceProvider();
            Restoration done;
            await using (var work = await directory.Database.BeginAsync(cancel))
            {
                await RecordKeeper.TrustHeadFileAsync(work, cancel); // it was read before the state was copied, and may say less
                var facts = new JsonObject { ["made_at"] = manifest.MadeAt, ["program"] = manifest.Program, ["files"] = manifest.Files.Count };
                done = await rooms.GetRequiredService<TakeAwayAgain>().RunAsync(work, later, facts, manifest.MadeAt, by, cancel);
                await work.CommitAsync(cancel);
            }

            tell(0, 0, "索引を作っています");
            using var index = rooms.GetRequiredService<LibraryIndex>().Snapshot(); // one that is missing is made from the rows that are left
            return new Restored(request.Folder, manifest.MadeAt, manifest.Files.Count, index.Passages, done);
        }
    }

    /// <summary>Says where the data lies. On PostgreSQL the rows go to the server only now, in one transaction and without what was taken away: before it nothing is there.</summary>
    private static async Task<Problem?> CarryAsync(string unpacked, DataDescription description, CancellationToken cancel)
    {
        if (description.IsPostgres)
        {
            if (await StateFile.ToPostgresAsync(Path.Combine(unpacked, State), description, cancel) is { } problem)
            {
                return problem;
            }

            foreach (var part in Directory.GetFiles(unpacked, State + "*")) // with its journal, if one was left
            {
                File.Delete(part);
            }

            var before = Path.Combine(unpacked, "snapshots"); // of an older backup: a copy of before in another engine's shape
            if (Directory.Exists(before))
            {
                Directory.Delete(before, recursive: true);
            }
        }

        description.Write(Path.Combine(unpacked, Description));
        return null;
    }

    /// <summary>yakuba.json comes last: a directory with unpacked parts and without it is not taken for a municipality's data.</summary>
    private static void Place(string unpacked, string folder)
    {
        foreach (var made in Directory.EnumerateDirectories(unpacked, "*", SearchOption.AllDirectories).Append(unpacked))
        {
            DurableFile.SyncDirectory(made);
        }

        foreach (var part in Directory.GetFileSystemEntries(unpacked).Where(p => Path.GetFileName(p) is not (Description or "lock")))
        {
            Directory.Move(part, Path.Combine(folder, Path.GetFileName(part)));
        }

        DurableFile.SyncDirectory(folder);
        File.Move(Path.Combine(unpacked, Description), Path.Combine(folder, Description));
        DurableFile.SyncDirectory(folder);
        DurableFile.SyncDirectory(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(folder))!);
    }

    private static void Tidy(string unpacked)
    {
        try
        {
            Directory.Delete(unpacked, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The town is whole and in place. What is left in there is a lock: that it stays is not told as a restore that failed.
        }
    }

    // The folder itself stays: it may be a mount point.
    private static void Empty(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        File.Delete(Path.Combine(folder, Description)); // first: what is cut off here must not be taken for a town
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
        {
            if (entry is DirectoryInfo inner)
            {
                inner.Delete(recursive: true);
            }
            else
            {
                entry.Delete();
            }
        }
    }
}
