using System.IO.Compression;
using System.IO.Pipelines;
using System.Text.Json.Nodes;
using Yakuba.Office.Library.Importing;
using Yakuba.Platform;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Library.Exporting;

/// <summary>An export that was made.</summary>
/// <param name="Folder">Where it lies.</param>
/// <param name="Documents">Documents.</param>
/// <param name="Versions">Versions.</param>
/// <param name="Originals">Files.</param>
/// <param name="Bytes">Their size.</param>
/// <param name="ListSha256">Hash of <c>library.json</c>, as the record has it.</param>
public sealed record LibraryExported(string Folder, int Documents, int Versions, int Originals, long Bytes, string ListSha256);

/// <summary>Writes the library as a folder of originals and one JSON, or streams the same as a ZIP.</summary>
internal sealed class ExportLibraryHandler(Database database, ExportReader reader, Originals originals, AuditTrail audit)
{
    /// <summary>Writes a folder. <c>library.json</c> comes last: without it the export does not count, and the same command goes on with it.</summary>
    internal async Task<Result<LibraryExported>> ToFolderAsync(string folder, Actor by, Action<long, long, string> tell, CancellationToken cancel)
    {
        var list = Path.Combine(folder, LibraryExport.FileName);
        if (File.Exists(list) || File.Exists(folder))
        {
            return ExportProblems.Exists.With(folder);
        }

        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any(e => Path.GetFileName(e) is not (LibraryExport.Originals or LibraryExport.FileName + ".new")))
        {
            return ExportProblems.NotEmpty.With(folder);
        }

        try
        {
            var export = await reader.ReadAsync(null, cancel);
            Directory.CreateDirectory(Path.Combine(folder, LibraryExport.Originals));
            var files = Files(export);
            var damaged = new List<string>();
            for (var i = 0; i < files.Count; i++)
            {
                tell(i, files.Count, files[i].FileName);
                if (!await CopyAsync(files[i], Path.Combine(folder, files[i].Original), cancel))
                {
                    damaged.Add($"{files[i].FileName}（{files[i].Sha256[..12]}）");
                }
            }

            if (damaged.Count > 0)
            {
                return LibraryProblems.OriginalDamaged.With(string.Join('、', damaged.Take(10)) + (damaged.Count > 10 ? $" ほか{damaged.Count - 10}件" : ""));
            }

            DurableFile.SyncDirectory(Path.Combine(folder, LibraryExport.Originals));
            var content = export.ToBytes();
            DurableFile.Write(list, content);
            tell(files.Count, files.Count, "");
            return await RecordAsync(new LibraryExported(folder, export.Documents.Count, export.Versions.Count(), files.Count, files.Sum(f => f.Bytes), Originals.Hash(content)), export.Scope, by);
        }
        catch (Exception e) when (StorageProblems.From(e) is { } problem)
        {
            return problem.With(folder);
        }
    }

    /// <summary>Looks at what an export for a person would hold.</summary>
    internal async Task<LibraryExported> LookAsync(Principal who, CancellationToken cancel)
    {
        var export = await reader.ReadAsync(who, cancel);
        var files = Files(export);
        return new LibraryExported("", export.Documents.Count, export.Versions.Count(), files.Count, files.Sum(f => f.Bytes), "");
    }

    /// <summary>Reads the list for a person and makes sure that every original is there, before the first byte is sent.</summary>
    internal async Task<Result<LibraryExport>> ReadyAsync(Principal who, CancellationToken cancel)
    {
        var export = await reader.ReadAsync(who, cancel);
        var missing = Files(export).Where(f => originals.SizeOf(f.Sha256) != f.Bytes).Select(f => f.FileName).ToList();
        return missing.Count > 0 ? LibraryProblems.OriginalDamaged.With(string.Join('、', missing.Take(10))) : export;
    }

    /// <summary>Streams the export as a ZIP; what is in memory at any moment is one buffer.</summary>
    /// <exception cref="InvalidDataException">An original was found altered: what was sent is no export, since the list comes last.</exception>
    internal async Task ToZipAsync(LibraryExport export, Stream to, Actor by, CancellationToken cancel)
    {
        // A ZIP is written in part by calls that wait, which a response refuses: they wait for this pipe instead.
        var pipe = new Pipe();
        var writing = Task.Run(
            async () =>
            {
                Exception? fault = null;
                try
                {
                    await WriteZipAsync(export, pipe.Writer.AsStream(leaveOpen: true), by, cancel);
                }
                catch (Exception e)
                {
                    fault = e;
                }

                await pipe.Writer.CompleteAsync(fault);
            },
            CancellationToken.None);
        try
        {
            await pipe.Reader.CopyToAsync(to, cancel);
        }
        finally
        {
            await pipe.Reader.CompleteAsync();
            await writing;
        }
    }

    private async Task WriteZipAsync(LibraryExport export, Stream to, Actor by, CancellationToken cancel)
    {
        var files = Files(export);
        var content = export.ToBytes();
        var zip = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancel);
        foreach (var file in files)
        {
            await using var from = await originals.OpenAsync(file.Sha256, cancel) ?? throw new InvalidDataException($"The original {file.Sha256} is not what it was.");
            await using var entry = await zip.CreateEntry(file.Original, CompressionLevel.Fastest).OpenAsync(cancel);
            await from.CopyToAsync(entry, cancel);
        }

        await using (var entry = await zip.CreateEntry(LibraryExport.FileName, CompressionLevel.Fastest).OpenAsync(cancel))
        {
            await entry.WriteAsync(content, cancel);
        }

        // Before its last bytes: nobody has the whole of it without an entry in the record.
        await RecordAsync(new LibraryExported("", export.Documents.Count, export.Versions.Count(), files.Count, files.Sum(f => f.Bytes), Originals.Hash(content)), export.Scope, by);
        await zip.DisposeAsync();
    }

    private static List<ExportedVersion> Files(LibraryExport export) => [.. export.Versions.DistinctBy(v => v.Original).OrderBy(v => v.Original, StringComparer.Ordinal)];

    private async Task<bool> CopyAsync(ExportedVersion file, string path, CancellationToken cancel)
    {
        if (await ExportFolder.HoldsAsync(path, file, cancel))
        {
            return true; // from the run before
        }

        await using var from = await originals.OpenAsync(file.Sha256, cancel);
        if (from is null)
        {
            return false;
        }

        await using (var to = DurableFile.Create(path + ".new"))
        {
            await from.CopyToAsync(to, cancel);
            to.Flush(flushToDisk: true);
        }

        File.Move(path + ".new", path, overwrite: true);
        return true;
    }

    private async Task<LibraryExported> RecordAsync(LibraryExported made, string scope, Actor by)
    {
        await using var work = await database.BeginAsync();
        var facts = new JsonObject
        {
            ["documents"] = made.Documents, ["versions"] = made.Versions, ["originals"] = made.Originals, ["bytes"] = made.Bytes, ["scope"] = scope, ["list-sha256"] = made.ListSha256,
        };
        await audit.AppendAsync(work, by, LibraryActions.Exported, facts, CancellationToken.None);
        await work.CommitAsync();
        return made;
    }
}
