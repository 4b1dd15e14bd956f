using System.Security.Cryptography;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Library.Importing;

/// <summary>Files as they came, named by content hash, so that the same content is kept once.</summary>
public sealed class Originals(DataDirectory directory)
{
    /// <summary>Keeps the content. It is on the disk when this returns.</summary>
    /// <returns>SHA-256 in lower-case hexadecimal.</returns>
    public string Keep(ReadOnlySpan<byte> content)
    {
        var hash = Hash(content);
        var path = PathOf(hash);
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            DurableFile.Write(path, content);
        }

        return hash;
    }

    /// <summary>Reads an original back and checks that it is still what was put in.</summary>
    /// <returns>Null when the file is missing or was changed.</returns>
    public async Task<byte[]?> ReadAsync(string sha256, CancellationToken cancel)
    {
        var path = PathOf(sha256);
        if (!File.Exists(path))
        {
            return null;
        }

        var content = await File.ReadAllBytesAsync(path, cancel);
        return Hash(content) == sha256 ? content : null;
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
