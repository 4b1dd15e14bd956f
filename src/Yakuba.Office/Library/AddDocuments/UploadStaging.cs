using Yakuba.Office.Library.Importing;
using Yakuba.Platform.Data;
using Yakuba.Platform.Jobs;

namespace Yakuba.Office.Library.AddDocuments;

/// <summary>Where uploaded files wait for their import: <c>uploads/</c> in the data directory, on the disk where originals are kept.</summary>
public sealed class UploadStaging(DataDirectory directory, JobQueue jobs, TimeProvider time)
{
    private const long RoomToLeave = 512L << 20; // as much as the server needs to go on

    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(1);
    private static readonly TimeSpan Abandoned = TimeSpan.FromDays(7);

    private string Root => Path.Combine(directory.Root, "uploads");

    /// <summary>Makes an empty folder for one upload.</summary>
    public string New() => Directory.CreateDirectory(Path.Combine(Root, Guid.CreateVersion7().ToString("N"))).FullName;

    /// <summary>Full path of an upload's folder.</summary>
    internal string PathOf(string folder) => Path.Combine(Root, folder);

    /// <summary>True when the disk takes that much and can still be worked with.</summary>
    internal bool HasRoomFor(long bytes) => new DriveInfo(Directory.CreateDirectory(Root).FullName).AvailableFreeSpace - RoomToLeave > bytes;

    /// <summary>Removes a folder whose upload was refused.</summary>
    public static void Drop(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>
    /// Removes folders older than a day whose import has ended, or never began because the connection or the server broke off. What is
    /// being sent piece by piece can be gone on with for a week after the last piece.
    /// </summary>
    public async Task SweepAsync(CancellationToken cancel)
    {
        if (!Directory.Exists(Root))
        {
            return;
        }

        IReadOnlyDictionary<string, string> owners;
        IReadOnlyDictionary<string, string> open;
        await using (var read = await directory.Database.ReadAsync(cancel))
        {
            owners = (await ImportLines.FoldersAsync(read, cancel)).ToDictionary(f => f.Folder, f => f.Job);
            open = (await UploadRows.OpenAsync(read, cancel)).ToDictionary(u => u.Folder, u => u.Id);
        }

        var now = time.GetUtcNow();
        foreach (var folder in new DirectoryInfo(Root).EnumerateDirectories())
        {
            if (open.TryGetValue(folder.Name, out var upload))
            {
                // The row first: an upload without its folder could never be gone on with; a folder without its upload is swept.
                if (now - LastWrite(folder) > Abandoned && await ForgetAsync(upload, cancel))
                {
                    folder.Delete(recursive: true);
                }

                continue;
            }

            var isOver = !owners.TryGetValue(folder.Name, out var job) || await jobs.FindAsync(job, cancel) is null or { IsOver: true };
            if (isOver && now - new DateTimeOffset(folder.CreationTimeUtc, TimeSpan.Zero) > Forgotten)
            {
                folder.Delete(recursive: true);
            }
        }
    }

    /// <summary>Forgets an upload, not yet its folder.</summary>
    /// <returns>False when an import has taken it over, or it is gone.</returns>
    internal async Task<bool> ForgetAsync(string upload, CancellationToken cancel)
    {
        await using var work = await directory.Database.BeginAsync(cancel);
        var isGone = await UploadRows.DropAsync(work, upload, cancel);
        await work.CommitAsync(cancel);
        return isGone;
    }

    private static DateTimeOffset LastWrite(DirectoryInfo folder) =>
        new(folder.EnumerateFiles().Select(f => f.LastWriteTimeUtc).Append(folder.LastWriteTimeUtc).Max(), TimeSpan.Zero);
}
