using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using Yakuba.Office.Library.Importing;
using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Platform.Web.Refusals;

namespace Yakuba.Office.Library.AddDocuments;

/// <summary>Takes a multipart post straight to disk, file by file: what is in memory at any moment is one buffer.</summary>
internal sealed class UploadReader(UploadStaging staging, ReadingLimits limits)
{
    /// <summary>Largest post: many files together.</summary>
    internal const long LargestPost = 4L << 30;

    /// <summary>Most files in one post.</summary>
    internal const int MostFiles = 1_000;

    private const int LongestField = 4_096;

    /// <summary>Reads the post.</summary>
    /// <param name="http">The request; its body has not been touched.</param>
    /// <param name="isForm">True for a page's form, whose token must come before the first file.</param>
    /// <param name="cancel">Stops and removes what had come.</param>
    internal async Task<Result<ReceivedUpload>> ReadAsync(HttpContext http, bool isForm, CancellationToken cancel)
    {
        var boundary = MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) ? HeaderUtilities.RemoveQuotes(type.Boundary).Value : null;
        if (type?.MediaType != "multipart/form-data" || boundary is not { Length: > 0 and <= 70 })
        {
            return LibraryProblems.UploadForm;
        }

        var folder = "";
        var isTaken = false;
        try
        {
            folder = staging.New();
            var result = await ReadAsync(http, new MultipartReader(boundary, http.Request.Body), folder, isForm, (await limits.GetAsync(cancel)).MaxFileBytes, cancel);
            isTaken = result.IsSuccess;
            return result;
        }
        catch (Exception e) when (e is InvalidDataException or IOException and not BadHttpRequestException && StorageProblems.From(e) is null)
        {
            return LibraryProblems.UploadForm;
        }
        catch (Exception e) when (StorageProblems.From(e)?.Name == StorageProblems.DiskFull.Name)
        {
            // A browser shows no answer before it has sent everything: the rest is taken and dropped.
            await http.Request.Body.CopyToAsync(Stream.Null, cancel);
            return LibraryProblems.UploadDiskFull;
        }
        finally
        {
            if (!isTaken && folder.Length > 0)
            {
                UploadStaging.Drop(folder);
            }
        }
    }

    private static async Task<Result<ReceivedUpload>> ReadAsync(HttpContext http, MultipartReader parts, string folder, bool isForm, long mostBytes, CancellationToken cancel)
    {
        var files = new List<ReceivedFile>();
        var fields = new Dictionary<string, string>();
        while (await parts.ReadNextSectionAsync(cancel) is { } part)
        {
            if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition))
            {
                return LibraryProblems.UploadForm;
            }

            if (!disposition.IsFileDisposition())
            {
                fields[HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? ""] = await FieldAsync(part.Body, cancel);
                continue;
            }

            if (isForm && files.Count == 0 && !await IsOursAsync(http, fields))
            {
                return WebProblems.StaleForm;
            }

            if (Place(disposition, files.Count + 1) is { Length: > 0 } place)
            {
                if (files.Count == MostFiles)
                {
                    return LibraryProblems.TooManyFiles;
                }

                files.Add(await FileAsync(part.Body, Path.Combine(folder, files.Count.ToString("D4", CultureInfo.InvariantCulture)), place, mostBytes, cancel));
            }
        }

        return isForm && files.Count == 0 && !await IsOursAsync(http, fields) ? WebProblems.StaleForm : new ReceivedUpload(folder, files, fields);
    }

    // The framework would read the whole body to find the token; given as a header it need not.
    private static Task<bool> IsOursAsync(HttpContext http, Dictionary<string, string> fields)
    {
        var token = fields.GetValueOrDefault("form-token", "");
        http.Request.Headers["Form-Token"] = token;
        return token.Length > 0 ? http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http) : Task.FromResult(false);
    }

    private static async Task<ReceivedFile> FileAsync(Stream from, string path, string place, long mostBytes, CancellationToken cancel)
    {
        var length = 0L;
        var buffer = new byte[64 << 10];
        await using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            for (int read; (read = await from.ReadAsync(buffer, cancel)) > 0;)
            {
                length += read;
                if (length <= mostBytes)
                {
                    await file.WriteAsync(buffer.AsMemory(0, read), cancel);
                }
            }
        }

        var isTooLarge = length > mostBytes;
        if (isTooLarge)
        {
            File.Delete(path);
        }

        return new ReceivedFile(path, place, isTooLarge);
    }

    private static async Task<string> FieldAsync(Stream from, CancellationToken cancel)
    {
        var buffer = new byte[LongestField];
        var length = 0;
        for (int read; length < buffer.Length && (read = await from.ReadAsync(buffer.AsMemory(length), cancel)) > 0;)
        {
            length += read;
        }

        return Encoding.UTF8.GetString(buffer, 0, length);
    }

    // A field without a file comes with an empty name; any other name is a file, and none is lost for its name.
    private static string Place(ContentDispositionHeaderValue disposition, int number)
    {
        var given = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value ?? "";
        return given.Length == 0 ? "" : FilePlace.Of(given) is { Length: > 0 } place ? place : string.Create(CultureInfo.InvariantCulture, $"名前のないファイル{number}");
    }
}
