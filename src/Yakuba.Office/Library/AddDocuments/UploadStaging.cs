using Yakuba.Office.Library.Importing;
using Yakuba.Platform.Data;
using Yakuba.Platform.Jobs;

namespace Yakuba.Office.Library.AddDocuments;

/// <summary>Where uploaded files wait for their import: <c>uploads/</c> in the data directory, on the disk where originals are kept.</summary>
public sealed class UploadStaging(DataDirectory directory, JobQueue jobs, TimeProvider time)
{
    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(1);

    private string Root => Path.Combine(directory.Root, "uploads");

    /// <summary>Makes an empty folder for one upload.</summary>
    public string New() => Directory.CreateDirectory(Path.Combine(Root, Guid.CreateVersion7().ToString("N"))).FullName;

    /// <summary>Removes a folder whose upload was refused.</summary>
    public static void Drop(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Removes folders older than a day whose import has ended, or never began because the connection or the server broke off.</summary>
    public async Task SweepAsync(CancellationToken cancel)
    {
        if (!Directory.Exists(Root))
        {
            return;
        }

        IReadOnlyDictionary<string, string> owners;
        await using (var read = await directory.Database.ReadAsync(cancel))
        {
            owners = (await ImportLines.FoldersAsync(read, cancel)).ToDictionary(f => f.Folder, f => f.Job);
        }

        foreach (var folder in new DirectoryInfo(Root).EnumerateDirectories())
        {
            var isOver = !owners.TryGetValue(folder.Name, out var job) || await jobs.FindAsync(job, cancel) is null or { IsOver: true };
            if (isOver && time.GetUtcNow() - new DateTimeOffset(folder.CreationTimeUtc, TimeSpan.Zero) > Forgotten)
            {
                folder.Delete(recursive: true);
            }
        }
    }
}
