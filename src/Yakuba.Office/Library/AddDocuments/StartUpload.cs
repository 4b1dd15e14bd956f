using Yakuba.Office.Library.Importing;
using Yakuba.Platform;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Library.AddDocuments;

/// <summary>Hands what was sent to an import.</summary>
internal sealed class StartUpload(Database database, FilingDesk desk, UploadDesk uploads, UploadStaging staging, ImportFilesHandler import)
{
    /// <summary>Starts the import; asked again, it gives the one that was started.</summary>
    /// <param name="upload">An upload of the person.</param>
    /// <param name="partly">True to begin although files are missing: the report names them.</param>
    /// <param name="who">The person.</param>
    /// <param name="by">The same as one who acts.</param>
    /// <param name="cancel">Stops before anything is changed.</param>
    /// <returns>The import's job id.</returns>
    internal async Task<Result<string>> HandleAsync(SentUpload upload, bool partly, Principal who, Actor by, CancellationToken cancel)
    {
        if (upload.Job.Length > 0)
        {
            return upload.Job;
        }

        if (!(await desk.AskAsync(upload.Section, upload.Label.ToName(), upload.Publish, who, cancel)).TryGet(out var terms, out var problem))
        {
            return problem;
        }

        var state = await uploads.StateAsync(upload, cancel);
        var missing = state.Files.Count(f => !f.IsHere);
        if (missing > 0 && (!partly || missing == state.Files.Count))
        {
            return LibraryProblems.UploadIncomplete.With($"{state.Files.Count}件のうち{missing}件");
        }

        var folder = staging.PathOf(upload.Folder);
        var items = state.Files.Select(f => terms.Item(
            Path.Combine(folder, new AnnouncedFile(f.Index, "", 0, 0).Name), f.Path, f.TooLarge ? LibraryProblems.TooLarge.Name : f.IsHere ? "" : LibraryProblems.NotSent.Name));
        await using var work = await database.BeginAsync(cancel);
        var job = await import.EnqueueAsync(work, new ImportInput([.. items], folder), by, cancel);
        if (await UploadRows.HandOverAsync(work, upload.Id, job, cancel))
        {
            await work.CommitAsync(cancel);
            return job;
        }

        // Somebody pressed twice: this transaction is thrown away, the other one counts.
        return (await UploadRows.FindAsync(work, upload.Id, cancel))?.Job is { Length: > 0 } other ? other : LibraryProblems.NoSuchUpload;
    }
}
