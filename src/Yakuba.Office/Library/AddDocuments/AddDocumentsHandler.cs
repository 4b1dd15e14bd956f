using Yakuba.Office.Library.Importing;
using Yakuba.Office.Library.Rights;
using Yakuba.Platform;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Library.AddDocuments;

internal sealed class AddDocumentsHandler(Database database, ImportFilesHandler import)
{
    /// <summary>Starts the import of files that were uploaded.</summary>
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

        if (Labels.Parse(upload.Field("label") is { Length: > 0 } named ? named : Labels.All[0]) is not { } label)
        {
            return LibraryProblems.UnknownLabel.With(upload.Field("label"));
        }

        string section;
        await using (var read = await database.ReadAsync(cancel))
        {
            if (!(await import.SectionAsync(read, upload.Field("section"), cancel)).TryGet(out var found, out var problem))
            {
                return problem;
            }

            section = found.Code;
        }

        var publish = upload.Field("publish") is "on" or "true" or "1";
        if (!who.MayFileFor(section))
        {
            return LibraryProblems.NotForThisSection;
        }

        return publish && !who.MayPublishFor(section)
            ? LibraryProblems.MayNotPublish
            : await import.StartAsync(new ImportInput(Items(upload, section, label, publish), upload.Folder), by, cancel);
    }

    private static List<ImportItem> Items(ReceivedUpload upload, string section, Label label, bool publish) =>
        [.. upload.Files.Select(f => new ImportItem(f.Path, $"{section}:{f.Name}", f.Name, section, label, publish ? VersionState.Published : VersionState.Draft)
        {
            Refusal = f.IsTooLarge ? LibraryProblems.TooLarge.Name : "",
        })];
}
