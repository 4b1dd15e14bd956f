using System.Globalization;

namespace Yakuba.Search.Directories;

/// <summary>
/// The files of an index and the only code that changes them. Every change is a named step; a test hooks the steps to stop
/// between any two of them.
/// </summary>
internal sealed class IndexDirectory(string path)
{
    private const string ManifestName = "manifest";
    private const string ManifestDraftName = "manifest.new";
    private const string LockName = "writer.lock";

    internal string Root { get; } = System.IO.Path.GetFullPath(path);

    internal string Manifest => System.IO.Path.Combine(Root, ManifestName);

    /// <summary>Called after each step that changed the disk, with the step's name.</summary>
    internal Action<string>? StepTaken { get; set; }

    internal string SegmentPath(uint segment) => System.IO.Path.Combine(Root, SegmentName(segment));

    internal string RemovalsPath(uint segment, uint version) => System.IO.Path.Combine(Root, RemovalsName(segment, version));

    internal void Took(string step) => StepTaken?.Invoke(step);

    /// <summary>Writes a whole file and waits until the disk has it.</summary>
    internal static void WriteSynced(string path, ReadOnlySpan<byte> bytes)
    {
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        stream.Write(bytes);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Makes <paramref name="manifest"/> the state of the index: the rename is the moment at which a commit happens.</summary>
    internal void Publish(Manifest manifest)
    {
        DirectorySync.Run(Root); // The files that the manifest names must be found after a power cut.
        Took("files named");
        var draft = System.IO.Path.Combine(Root, ManifestDraftName);
        WriteSynced(draft, manifest.Serialise());
        Took("manifest written");
        File.Move(draft, Manifest, overwrite: true);
        Took("manifest swapped");
        DirectorySync.Run(Root);
        Took("manifest named");
    }

    /// <summary>Deletes the index files that the manifest does not name; other files are not touched.</summary>
    internal void DeleteOrphans(Manifest manifest)
    {
        var kept = new HashSet<string>(StringComparer.Ordinal);
        foreach (var segment in manifest.Segments)
        {
            kept.Add(SegmentName(segment.Id));
            kept.Add(RemovalsName(segment.Id, segment.RemovalsVersion));
        }

        foreach (var file in Directory.EnumerateFiles(Root))
        {
            var name = System.IO.Path.GetFileName(file);
            var ours = name == ManifestDraftName || name.StartsWith("segment-", StringComparison.Ordinal);
            if (ours && !kept.Contains(name))
            {
                TryDelete(file);
                Took("orphan deleted");
            }
        }
    }

    /// <summary>Takes the writer's lock; closing the stream gives it back, as does the end of the process.</summary>
    /// <exception cref="IndexLockedException">Another writer has it.</exception>
    internal FileStream Lock()
    {
        var file = System.IO.Path.Combine(Root, LockName);
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error) when (IsHeldByAnother(error))
        {
            throw new IndexLockedException(file, error);
        }
    }

    // .NET reports a held lock as a plain IOException; only its number tells it from a full or broken disk.
    private static bool IsHeldByAnother(IOException error)
    {
        const int WouldBlockOnLinux = 11;
        const int WouldBlockOnMac = 35;
        const int SharingViolationOnWindows = unchecked((int)0x80070020);
        return error.HResult is WouldBlockOnLinux or WouldBlockOnMac or SharingViolationOnWindows;
    }

    private static string SegmentName(uint segment) => string.Create(CultureInfo.InvariantCulture, $"segment-{segment:d8}");

    private static string RemovalsName(uint segment, uint version) =>
        string.Create(CultureInfo.InvariantCulture, $"segment-{segment:d8}.removed-{version:d8}");

    // Where a mapped file cannot be deleted (Windows), it stays an orphan until the next writer opens the index.
    private static void TryDelete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
        }
    }
}
