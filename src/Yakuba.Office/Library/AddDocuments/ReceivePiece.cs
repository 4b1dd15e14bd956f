using Yakuba.Office.Library.Importing;
using Yakuba.Platform;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Library.AddDocuments;

/// <summary>Takes a piece of a file straight to disk, where the last one ended. A connection that breaks loses what was on the wire and nothing else.</summary>
internal sealed class ReceivePiece(Database database, UploadStaging staging, ReadingLimits limits)
{
    /// <summary>Largest piece in bytes.</summary>
    internal const long LargestPiece = 16L << 20;

    /// <summary>Appends the piece.</summary>
    /// <param name="upload">An upload of the person.</param>
    /// <param name="index">The file's number.</param>
    /// <param name="from">Where in the file the piece begins; must be what is here already.</param>
    /// <param name="body">The piece.</param>
    /// <param name="cancel">The connection broke: what has come stays.</param>
    /// <returns>Bytes of the file that are here now.</returns>
    internal async Task<Result<long>> TakeAsync(SentUpload upload, long index, long from, Stream body, CancellationToken cancel)
    {
        AnnouncedFile? file;
        await using (var read = await database.ReadAsync(cancel))
        {
            file = await UploadRows.FileAsync(read, upload.Id, index, cancel);
        }

        var folder = staging.PathOf(upload.Folder);
        if (file is null || upload.Job.Length > 0 || !Directory.Exists(folder))
        {
            return LibraryProblems.NoSuchUpload;
        }

        if (file.Bytes > (await limits.GetAsync(cancel)).MaxFileBytes)
        {
            return LibraryProblems.TooLarge.With(file.Path);
        }

        try
        {
            // Nobody else writes to it meanwhile: a piece sent again while the first is still on its way is refused.
            await using var to = new FileStream(Path.Combine(folder, file.Name), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
            return to.Length == from ? await AppendAsync(to, file, body, cancel) : LibraryProblems.PieceOutOfPlace.With($"received={to.Length}");
        }
        catch (IOException e) when (StorageProblems.From(e)?.Name == StorageProblems.DiskFull.Name)
        {
            return LibraryProblems.UploadDiskFull;
        }
        catch (IOException e) when (e is not DirectoryNotFoundException && !cancel.IsCancellationRequested && IsShared(e))
        {
            return LibraryProblems.PieceOutOfPlace.With("received=?");
        }
    }

    private static async Task<Result<long>> AppendAsync(FileStream to, AnnouncedFile file, Stream body, CancellationToken cancel)
    {
        to.Position = to.Length;
        var buffer = new byte[64 << 10];
        for (int read; (read = await body.ReadAsync(buffer, cancel)) > 0;)
        {
            if (to.Position + read > file.Bytes)
            {
                to.SetLength(0); // what is here is not the file that was announced
                return LibraryProblems.PieceTooLong.With(file.Path);
            }

            await to.WriteAsync(buffer.AsMemory(0, read), cancel);
        }

        if (to.Position == file.Bytes)
        {
            to.Flush(flushToDisk: true); // the sender forgets it now
        }

        return to.Position;
    }

    private static bool IsShared(IOException e) => (e.HResult & 0xFFFF) is 11 or 32; // EAGAIN from the lock, or the sharing violation of Windows
}
