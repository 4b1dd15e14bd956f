using Yakuba.Office.Library.Importing;
using Yakuba.Platform;

namespace Yakuba.Office.Library.AddDocuments;

internal sealed class AddDocumentsHandler(FilingDesk desk, ImportFilesHandler import)
{
    /// <summary>Starts the import of files that one post brought.</summary>
    /// <returns>The import's id. After a problem the staging folder is gone.</returns>
    internal async Task<Result<string>> HandleAsync(ReceivedUpload upload, Principal who, Actor by, CancellationToken cancel)
    {
        var result = await StartAsync(upload, who, by, cancel);
        if (!result.IsSuccess)
        {
            UploadStaging.Drop(upload.Folder);
        }

        return result;
    }

    private async Task<Result<string>> StartAsync(ReceivedUpload upload, Principal who, Actor by, CancellationToken cancel)
    {
        if (upload.Files.Count == 0)
        {
            return LibraryProblems.NothingToImport;
        }

        if (upload.Files.GroupBy(f => f.Place).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            return LibraryProblems.SamePath.With(twice.Key);
        }

        var publish = upload.Field("publish") is "on" or "true" or "1";
        return (await desk.AskAsync(upload.Field("section"), upload.Field("label"), publish, who, cancel)).TryGet(out var terms, out var problem)
            ? await import.StartAsync(new ImportInput([.. upload.Files.Select(f => terms.Item(f.Path, f.Place, f.IsTooLarge ? LibraryProblems.TooLarge.Name : ""))], upload.Folder), by, cancel)
            : problem;
    }
}
