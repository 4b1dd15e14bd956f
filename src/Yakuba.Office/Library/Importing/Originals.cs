using System.Security.Cryptography;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Library.Importing;

/// <summary>Files as they came, named by content hash, so that the same content is kept once.</summary>
public sealed class Originals(DataDirectory directory)
{
    private const int BufferBytes = 1 << 16;

    private string Arriving => Directory.CreateDirectory(Path.Combine(directory.Originals, "arriving")).FullName;

    /// <summary>Removes what a process that died had not kept yet. Nothing may be arriving.</summary>
    public void Sweep()
    {
        foreach (var left in Directory.EnumerateFiles(Arriving))
        {
            File.Delete(left);
        }
    }

    /// <summary>Copies a file in, a little at a time.</summary>
    /// <param name="source">The file, at its beginning.</param>
    /// <param name="most">Bytes that it may have.</param>
    /// <param name="cancel">Stops and leaves nothing.</param>
    /// <returns>Null when it has more.</returns>
    /// <exception cref="SourceException">It cannot be read to its end.</exception>
    public ArrivedFile? TakeIn(SourceFile source, long most, CancellationToken cancel)
    {
        var path = Path.Combine(Arriving, Guid.CreateVersion7().ToString("N"));
        ArrivedFile? arrived = null;
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            using var copy = DurableFile.Create(path);
            var (buffer, bytes) = (new byte[BufferBytes], 0L);
            for (int read; bytes <= most && (read = source.Read(buffer)) > 0; bytes += read)
            {
                cancel.ThrowIfCancellationRequested();
                hash.AppendData(buffer, 0, read);
                copy.Write(buffer, 0, read);
            }

            return arrived = bytes <= most ? new ArrivedFile(path, Convert.ToHexStringLower(hash.GetHashAndReset()), bytes) : null;
        }
        finally
        {
            if (arrived is null)
            {
                File.Delete(path);
            }
        }
    }

    /// <summary>Makes the copy lasting where it lies. It can take long, so it is done before the transaction.</summary>
    public static void Settle(ArrivedFile arrived)
    {
        using var copy = new FileStream(arrived.Path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete);
        copy.Flush(flushToDisk: true);
    }

    /// <summary>Keeps a settled file. Called in the transaction that refers to it, so that no deletion in between takes it away. It is on the disk when this returns.</summary>
    public void Keep(ArrivedFile arrived)
    {
        var path = PathOf(arrived.Sha256);
        if (!File.Exists(path))
        {
            DurableFile.MakeDirectory(Path.GetDirectoryName(path)!);
            File.Move(arrived.Path, path);
            DurableFile.SyncDirectory(Path.GetDirectoryName(path)!);
        }
    }

    /// <summary>Opens an original for sending, after checking that it is still what was put in.</summary>
    /// <returns>Null when the file is missing or was changed. The caller closes the stream.</returns>
    public async Task<Stream?> OpenAsync(string sha256, CancellationToken cancel)
    {
        if (!File.Exists(PathOf(sha256)))
        {
            return null;
        }

        var file = new FileStream(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16, FileOptions.Asynchronous | FileOptions.SequentialScan);
        if (Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancel)) != sha256)
        {
            await file.DisposeAsync();
            return null;
        }

        file.Position = 0;
        return file;
    }

    /// <summary>Size of an original in bytes; -1 when it is missing.</summary>
    internal long SizeOf(string sha256) => new FileInfo(PathOf(sha256)) is { Exists: true } file ? file.Length : -1;

    /// <summary>SHA-256 in lower-case hexadecimal.</summary>
    public static string Hash(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>Forgets an original that no version uses any more.</summary>
    public void Forget(string sha256) => File.Delete(PathOf(sha256));

    private string PathOf(string hash) => Path.Combine(directory.Originals, hash[..2], hash);
}
