using System.Runtime.InteropServices;
using Yakuba.Platform.Telemetry;

namespace Yakuba.Platform.Data;

/// <summary>Small files that are whole or not there, also after a loss of power.</summary>
public static partial class DurableFile
{
    private const int ReadOnly = 0; // O_DIRECTORY has another number on each kind of processor
    private const int NotPermitted = 1; // EPERM
    private const int InputOutputError = 5; // EIO
    private const int NoAccess = 13; // EACCES
    private const int NoSpace = 28; // ENOSPC
    private const int NoQuota = 122; // EDQUOT

    /// <summary>Writes beside the target, syncs, renames, and syncs the directory. The file is readable by its owner only.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        var temporary = path + ".new";
        using (var file = Create(temporary))
        {
            file.Write(content);
            using var timed = Measures.Syncing();
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
        SyncDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    /// <summary>Opens a new, empty file that only its owner may read; one that is there is emptied.</summary>
    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }

    /// <summary>Makes a directory that lasts, where it is not there yet. The one above must be there.</summary>
    public static void MakeDirectory(string path)
    {
        if (!Directory.Exists(path))
        {
            Directory.CreateDirectory(path);
            SyncDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        }
    }

    /// <summary>Waits until what was written to the file is on the disk.</summary>
    public static void Sync(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Makes a directory that only its owner may enter, and those above it.</summary>
    public static void MakePrivate(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Makes renames and new files in the directory durable. Does nothing on systems without directory handles.</summary>
    /// <exception cref="IOException">The disk could not: what was named may be lost.</exception>
    public static void SyncDirectory(string directory)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var handle = Open(directory, ReadOnly);
        var failure = handle >= 0 && SyncHandle(handle) == 0 ? 0 : Marshal.GetLastPInvokeError();
        if (handle >= 0)
        {
            _ = Close(handle);
        }

        // A folder that may not be read cannot be opened, and some file systems know no sync of one: both say so by other numbers.
        if (handle < 0 ? failure is not (NotPermitted or NoAccess) : failure is InputOutputError or NoSpace or NoQuota)
        {
            throw new IOException($"{directory}: {Marshal.GetPInvokeErrorMessage(failure)}", failure);
        }
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int SyncHandle(int handle);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int handle);
}
