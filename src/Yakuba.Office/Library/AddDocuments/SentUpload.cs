using System.Globalization;
using Yakuba.Platform;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Library.AddDocuments;

/// <summary>Files on their way from a browser: announced, and in part here.</summary>
/// <param name="Id">The upload.</param>
/// <param name="StartedBy">Who sends.</param>
/// <param name="Folder">Name of its folder within <c>uploads/</c>.</param>
/// <param name="Section">Code of the owner section.</param>
/// <param name="Label">Label of every file.</param>
/// <param name="Publish">True to publish at once what can be read.</param>
/// <param name="CreatedAt">When it was announced.</param>
/// <param name="Job">The import that took it over; empty while it is being sent.</param>
internal sealed record SentUpload(string Id, string StartedBy, string Folder, string Section, Label Label, bool Publish, DateTimeOffset CreatedAt, string Job);

/// <summary>One announced file.</summary>
/// <param name="Index">Its number, from 0.</param>
/// <param name="Path">Where it lay in the person's folder.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Modified">When it was last changed, as the browser says: milliseconds since 1970.</param>
internal sealed record AnnouncedFile(long Index, string Path, long Bytes, long Modified)
{
    /// <summary>Its name within the upload's folder.</summary>
    internal string Name => Index.ToString("D4", CultureInfo.InvariantCulture);
}

/// <summary>Uploads as rows.</summary>
internal static class UploadRows
{
    private const string Columns = "id AS Id, started_by AS StartedBy, folder AS Folder, section AS Section, label AS Label, publish AS Publish, created_at AS CreatedAt, job AS Job";

    internal static async Task AddAsync(UnitOfWork work, SentUpload upload, IEnumerable<AnnouncedFile> files, CancellationToken cancel)
    {
        await work.ExecuteAsync(
            "INSERT INTO upload (id, started_by, folder, section, label, publish, created_at) VALUES (@Id, @StartedBy, @Folder, @Section, @label, @publish, @at)",
            new { upload.Id, upload.StartedBy, upload.Folder, upload.Section, label = (long)upload.Label, publish = upload.Publish ? 1L : 0L, at = upload.CreatedAt.ToStore() },
            cancel);
        await work.ExecuteAsync(
            "INSERT INTO upload_file (upload, idx, path, bytes, modified) VALUES (@upload, @Index, @Path, @Bytes, @Modified)",
            files.Select(f => new { upload = upload.Id, f.Index, f.Path, f.Bytes, f.Modified }),
            cancel);
    }

    internal static async Task<SentUpload?> FindAsync(Session session, string id, CancellationToken cancel) =>
        (await session.SingleOrDefaultAsync<UploadRow>($"SELECT {Columns} FROM upload WHERE id = @id", new { id }, cancel))?.ToUpload();

    /// <summary>What a person has begun to send and not yet had taken in, newest first.</summary>
    internal static async Task<IReadOnlyList<SentUpload>> OpenAsync(Session session, string startedBy, CancellationToken cancel) =>
        [.. (await session.QueryAsync<UploadRow>($"SELECT {Columns} FROM upload WHERE started_by = @startedBy AND job = '' ORDER BY created_at DESC", new { startedBy }, cancel)).Select(r => r.ToUpload())];

    /// <summary>All uploads that no import has taken over.</summary>
    internal static async Task<IReadOnlyList<SentUpload>> OpenAsync(Session session, CancellationToken cancel) =>
        [.. (await session.QueryAsync<UploadRow>($"SELECT {Columns} FROM upload WHERE job = ''", cancel: cancel)).Select(r => r.ToUpload())];

    internal static Task<IReadOnlyList<AnnouncedFile>> FilesAsync(Session session, string id, CancellationToken cancel) => session.QueryAsync<AnnouncedFile>(
        "SELECT idx AS \"Index\", path AS Path, bytes AS Bytes, modified AS Modified FROM upload_file WHERE upload = @id ORDER BY idx", new { id }, cancel);

    internal static Task<AnnouncedFile?> FileAsync(Session session, string id, long index, CancellationToken cancel) => session.SingleOrDefaultAsync<AnnouncedFile>(
        "SELECT idx AS \"Index\", path AS Path, bytes AS Bytes, modified AS Modified FROM upload_file WHERE upload = @id AND idx = @index", new { id, index }, cancel);

    /// <summary>An import has it now, with the names of its files.</summary>
    /// <returns>False when an import had taken it over already.</returns>
    internal static async Task<bool> HandOverAsync(UnitOfWork work, string id, string job, CancellationToken cancel)
    {
        if (await work.ExecuteAsync("UPDATE upload SET job = @job WHERE id = @id AND job = ''", new { id, job }, cancel) == 0)
        {
            return false;
        }

        await work.ExecuteAsync("DELETE FROM upload_file WHERE upload = @id", new { id }, cancel);
        return true;
    }

    /// <returns>False when an import has taken it over, or it is gone: its files are not ours to remove then.</returns>
    internal static async Task<bool> DropAsync(UnitOfWork work, string id, CancellationToken cancel) =>
        await work.ExecuteAsync("DELETE FROM upload WHERE id = @id AND job = ''", new { id }, cancel) > 0; // the rows of its files go with it

    private sealed record UploadRow(string Id, string StartedBy, string Folder, string Section, long Label, long Publish, string CreatedAt, string Job)
    {
        internal SentUpload ToUpload() => new(Id, StartedBy, Folder, Section, (Label)Label, Publish == 1, JapanTime.TimeFromStore(CreatedAt), Job);
    }
}
