using System.Text.Json.Nodes;
using Yakuba.Office.Operate.Backups;
using Yakuba.Platform;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Operate.MakeBackup;

/// <summary>A backup that was made.</summary>
/// <param name="File">Where it lies.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Originals">How many original files it holds.</param>
/// <param name="DamagedOriginals">Hashes of originals that were already damaged on the disk; they are in the backup as they are.</param>
public sealed record BackupMade(string File, long Bytes, int Originals, IReadOnlyList<string> DamagedOriginals);

/// <summary>Writes everything that a municipality needs to start again into one file, while work goes on.</summary>
/// <remarks>
/// Order matters. The signed checkpoint is read before the state is copied, so that the record in the copy is at least as long as what was
/// signed; originals come after it, because an original is kept before the row that names it. The search index is not in the file: it is
/// made again from the rows.
/// </remarks>
public sealed class MakeBackupHandler(DataDirectory directory, Database database, AuditTrail audit, TimeProvider time)
{
    /// <summary>Writes the backup beside its place and renames it once it is whole.</summary>
    /// <param name="path">Full path of the file to make; nothing is overwritten.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="tell">Told how far it has come.</param>
    /// <param name="cancel">Stops; no file is left.</param>
    public async Task<Result<BackupMade>> HandleAsync(string path, Actor by, Action<long, long, string> tell, CancellationToken cancel)
    {
        if (File.Exists(path) || Directory.Exists(path))
        {
            return OperateProblems.BackupExists.With(path);
        }

        if (!Directory.Exists(Path.GetDirectoryName(path)))
        {
            return OperateProblems.NoFolder.With(Path.GetDirectoryName(path) ?? path);
        }

        var (unfinished, state) = (path + BackupRetention.Unfinished, path + BackupRetention.State);
        try
        {
            BackupRetention.ClearCutOff(path);
            BackupMade made;
            await using (var file = DurableFile.Create(unfinished))
            {
                made = await WriteAsync(file, state, path, tell, cancel);
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: false);
            DurableFile.SyncDirectory(Path.GetDirectoryName(path)!);
            await RecordAsync(made, by);
            return made;
        }
        catch (Exception e) when (StorageProblems.From(e) is { } problem)
        {
            return problem.With(path);
        }
        finally
        {
            File.Delete(state); // before the other: by that one the next backup knows that this was left
            File.Delete(state + "-journal");
            File.Delete(unfinished);
        }
    }

    private async Task<BackupMade> WriteAsync(FileStream file, string state, string path, Action<long, long, string> tell, CancellationToken cancel)
    {
        var manifest = BackupManifest.Of(directory.Description, time.GetUtcNow().ToStore());
        var damaged = new List<string>();
        await using var writer = new BackupWriter(file);
        await writer.AddAsync(BackupManifest.HeadName, manifest.ToBytes(), cancel);
        await AddFolderAsync(writer, directory.Record, "record", cancel);
        await AddFolderAsync(writer, directory.Keys, "keys", cancel);

        tell(0, 0, "データベース");
        File.Delete(state + "-journal"); // of a backup that was cut off: the copy would be taken for a damaged one
        DurableFile.Create(state).Dispose(); // the copy holds what the database holds: nobody else may read it
        await database.CopyToAsync(state, cancel);
        await writer.AddAsync(BackupManifest.StateName, state, cancel);

        var originals = Originals();
        for (var i = 0; i < originals.Count; i++)
        {
            var name = Path.GetFileName(originals[i]);
            tell(i, originals.Count, name[..12]);
            if (await writer.AddAsync($"originals/{name[..2]}/{name}", originals[i], cancel) != name)
            {
                damaged.Add(name);
            }
        }

        await writer.EndAsync(manifest, cancel);
        tell(originals.Count, originals.Count, "");
        return new BackupMade(path, file.Length, originals.Count, damaged);
    }

    private static async Task AddFolderAsync(BackupWriter writer, string folder, string name, CancellationToken cancel)
    {
        foreach (var path in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            if (!path.EndsWith(".new", StringComparison.Ordinal))
            {
                await writer.AddAsync($"{name}/{Path.GetFileName(path)}", await File.ReadAllBytesAsync(path, cancel), cancel);
            }
        }
    }

    private List<string> Originals() =>
        [.. Directory.EnumerateFiles(directory.Originals, "*", SearchOption.AllDirectories).Where(p => Path.GetFileName(p).Length == 64).Order(StringComparer.Ordinal)];

    private async Task RecordAsync(BackupMade made, Actor by)
    {
        await using var work = await database.BeginAsync();
        var facts = new JsonObject { ["bytes"] = made.Bytes, ["originals"] = made.Originals, ["damaged"] = made.DamagedOriginals.Count };
        await audit.AppendAsync(work, by, OperateActions.BackupMade, facts, CancellationToken.None);
        await work.CommitAsync();
    }
}
