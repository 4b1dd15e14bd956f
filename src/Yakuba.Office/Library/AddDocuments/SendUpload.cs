using System.Globalization;
using Yakuba.Office.Library.Importing;
using Yakuba.Platform;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Library.AddDocuments;

/// <summary>Announces files that are to be sent one by one.</summary>
/// <param name="Section">Name or code of the owner section.</param>
/// <param name="Label">Name of the label; empty for the most open one.</param>
/// <param name="Publish">True to publish at once what can be read.</param>
/// <param name="Files">The files; 1 to 5,000.</param>
internal sealed record SendUpload(string? Section, string? Label, bool Publish, IReadOnlyList<SendUpload.File>? Files)
{
    /// <summary>One file.</summary>
    /// <param name="Path">Where it lies in the person's folder, with / between folders.</param>
    /// <param name="Bytes">Its size.</param>
    /// <param name="Modified">When it was last changed, in milliseconds since 1970.</param>
    internal sealed record File(string? Path, long Bytes, long Modified);
}

/// <summary>How far an upload has come. The files themselves say it: what lies in its folder is what is here.</summary>
/// <param name="Id">The upload.</param>
/// <param name="Job">The import that took it over; empty while it is being sent.</param>
/// <param name="Files">The files to send, with what is here of each.</param>
/// <param name="LeftOut">How many announced files are not wanted: hidden files, thumbnails, locks.</param>
internal sealed record UploadState(string Id, string Job, IReadOnlyList<UploadState.File> Files, int LeftOut)
{
    /// <summary>One file.</summary>
    /// <param name="Index">Its number in addresses.</param>
    /// <param name="Path">Where it lay.</param>
    /// <param name="Bytes">Its size.</param>
    /// <param name="Modified">When it was last changed, in milliseconds since 1970.</param>
    /// <param name="Received">Bytes that are here; -1 for a file of no bytes that is not here, or one that is too large to be sent.</param>
    /// <param name="TooLarge">True when it is over the limit: it is not sent, and the report says so.</param>
    internal sealed record File(long Index, string Path, long Bytes, long Modified, long Received, bool TooLarge)
    {
        /// <summary>True when nothing of it is to be sent any more.</summary>
        public bool IsHere => TooLarge || Received == Bytes;
    }
}

/// <summary>Takes the announcement of an upload and says how far uploads have come.</summary>
internal sealed class UploadDesk(Database database, FilingDesk desk, UploadStaging staging, ReadingLimits limits, TimeProvider time)
{
    private const int MostFiles = 5_000;

    /// <summary>Announces an upload.</summary>
    internal async Task<Result<UploadState>> AnnounceAsync(SendUpload request, Principal who, CancellationToken cancel)
    {
        await staging.SweepAsync(cancel);
        if (request.Files is not { Count: > 0 } given)
        {
            return LibraryProblems.NothingToImport;
        }

        if (given.Count > MostFiles || given.Any(f => f is null || f.Bytes < 0 || FilePlace.Of(f.Path ?? "").Length == 0))
        {
            return LibraryProblems.UploadPlan;
        }

        if (!(await desk.AskAsync(request.Section ?? "", request.Label ?? "", request.Publish, who, cancel)).TryGet(out var terms, out var problem))
        {
            return problem;
        }

        var wanted = given.Select(f => f with { Path = FilePlace.Of(f.Path!) }).Where(f => !ImportPlan.IsDropping(Path.GetFileName(f.Path)!)).ToList();
        if (wanted.Count == 0)
        {
            return LibraryProblems.NothingToImport;
        }

        if (wanted.GroupBy(f => f.Path).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            return LibraryProblems.SamePath.With(twice.Key!);
        }

        var most = (await limits.GetAsync(cancel)).MaxFileBytes;
        if (!staging.HasRoomFor(wanted.Where(f => f.Bytes <= most).Sum(f => f.Bytes))) // larger ones are not sent
        {
            return LibraryProblems.UploadDiskFull;
        }

        var folder = Path.GetFileName(staging.New());
        var upload = new SentUpload(Guid.CreateVersion7().ToString("D"), who.UserId, folder, terms.Section, terms.Label, terms.Publish, time.GetUtcNow(), "");
        var files = wanted.Select((f, i) => new AnnouncedFile(i, f.Path!, f.Bytes, f.Modified)).ToList();
        await using (var work = await database.BeginAsync(cancel))
        {
            await UploadRows.AddAsync(work, upload, files, cancel);
            await work.CommitAsync(cancel);
        }

        return await StateAsync(upload, files, given.Count - wanted.Count, cancel);
    }

    /// <summary>The upload, if the person announced it.</summary>
    internal async Task<Result<SentUpload>> FindAsync(Guid id, Principal who, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        return await UploadRows.FindAsync(read, id.ToString("D", CultureInfo.InvariantCulture), cancel) is { } upload && upload.StartedBy == who.UserId && who.IsStaff
            ? upload
            : LibraryProblems.NoSuchUpload;
    }

    /// <summary>How far it has come.</summary>
    internal async Task<UploadState> StateAsync(SentUpload upload, CancellationToken cancel)
    {
        IReadOnlyList<AnnouncedFile> files;
        await using (var read = await database.ReadAsync(cancel))
        {
            files = await UploadRows.FilesAsync(read, upload.Id, cancel);
        }

        return await StateAsync(upload, files, 0, cancel);
    }

    /// <summary>What the person has begun to send and not yet had taken in, newest first.</summary>
    internal async Task<IReadOnlyList<(SentUpload Upload, UploadState State)>> OpenAsync(Principal who, CancellationToken cancel)
    {
        IReadOnlyList<SentUpload> open;
        await using (var read = await database.ReadAsync(cancel))
        {
            open = await UploadRows.OpenAsync(read, who.UserId, cancel);
        }

        var states = new List<(SentUpload, UploadState)>();
        foreach (var upload in open)
        {
            states.Add((upload, await StateAsync(upload, cancel)));
        }

        return states;
    }

    /// <summary>Throws an upload away with all that is here of it.</summary>
    /// <returns>A problem when an import has taken it over meanwhile: the files are the import's then.</returns>
    internal async Task<Problem?> DropAsync(SentUpload upload, CancellationToken cancel)
    {
        if (!await staging.ForgetAsync(upload.Id, cancel))
        {
            return LibraryProblems.NoSuchUpload;
        }

        UploadStaging.Drop(staging.PathOf(upload.Folder));
        return null;
    }

    private async Task<UploadState> StateAsync(SentUpload upload, IReadOnlyList<AnnouncedFile> files, int leftOut, CancellationToken cancel)
    {
        var most = (await limits.GetAsync(cancel)).MaxFileBytes;
        var folder = staging.PathOf(upload.Folder);
        return new UploadState(upload.Id, upload.Job, [.. files.Select(f => new UploadState.File(f.Index, f.Path, f.Bytes, f.Modified, Received(Path.Combine(folder, f.Name)), f.Bytes > most))], leftOut);
    }

    private static long Received(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : -1;
}
