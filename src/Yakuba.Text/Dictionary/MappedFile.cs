using System.IO.MemoryMappedFiles;

namespace Yakuba.Text;

/// <summary>A whole file mapped read-only. The pointer is taken once and is good until disposal.</summary>
internal sealed unsafe class MappedFile : IDisposable
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;

    private MappedFile(string path, MemoryMappedFile file, MemoryMappedViewAccessor view, long length)
    {
        Path = path;
        _file = file;
        _view = view;
        Length = length;
        byte* pointer = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref pointer);
        Start = pointer + view.PointerOffset;
    }

    internal string Path { get; }

    /// <summary>Length of the file, in bytes; above 0.</summary>
    internal long Length { get; }

    internal byte* Start { get; }

    internal static MappedFile Open(string directory, string name)
    {
        var path = System.IO.Path.Combine(directory, name);
        try
        {
            // The stream's length, since that of a symbolic link is another one.
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            if (stream.Length == 0)
            {
                throw new LexiconException(path, "the file is empty");
            }

            var file = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
            return new MappedFile(path, file, file.CreateViewAccessor(0, stream.Length, MemoryMappedFileAccess.Read), stream.Length);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new LexiconException(path, "the file cannot be opened: " + error.Message, error);
        }
    }

    public void Dispose()
    {
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }
}
