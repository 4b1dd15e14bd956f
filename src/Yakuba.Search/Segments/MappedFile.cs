using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;

namespace Yakuba.Search.Segments;

/// <summary>A file mapped for reading; the pointer is taken once and is good until disposal.</summary>
internal sealed unsafe partial class MappedFile : IDisposable
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;

    private MappedFile(MemoryMappedFile file, MemoryMappedViewAccessor view, byte* start, long length)
    {
        _file = file;
        _view = view;
        Start = start;
        Length = length;
    }

    internal byte* Start { get; }

    /// <summary>Length of the file in bytes.</summary>
    internal long Length { get; }

    /// <exception cref="IndexDamagedException">The file is shorter than <paramref name="minBytes"/>.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    internal static MappedFile Open(string path, int minBytes)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);
        var length = stream.Length;
        if (length < minBytes)
        {
            throw new IndexDamagedException(path, "header", $"the file has {length} bytes; at least {minBytes} are needed.");
        }

        var file = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        var view = file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        var mapped = new MappedFile(file, view, start + view.PointerOffset, length);
        mapped.Advise(0, length, Advice.Random); // Else one touched page brings in what the disk's read-ahead says: up to megabytes.
        return mapped;
    }

    /// <summary>Asks the system to read a range ahead in one go, rather than page by page as it is touched. A hint: nothing depends on it.</summary>
    internal void Fetch(long offset, long length) => Advise(offset, length, Advice.WillNeed);

    /// <summary>Gives the pages that were touched back to the system. They come in again, mostly from the page cache, when they are read.</summary>
    internal void LetGo() => Advise(0, Length, Advice.DontNeed);

    private void Advise(long offset, long length, Advice advice)
    {
        if (length > 0 && OperatingSystem.IsLinux())
        {
            var start = (nint)(Start + offset) & ~((nint)Environment.SystemPageSize - 1);
            _ = Advise(start, (nuint)((nint)(Start + offset) + (nint)length - start), advice);
        }
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(nint start, nuint length, Advice advice);

    public void Dispose()
    {
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }

    private enum Advice
    {
        Random = 1,
        WillNeed = 3,
        DontNeed = 4,
    }
}
