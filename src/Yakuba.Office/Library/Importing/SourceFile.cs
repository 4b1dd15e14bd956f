using System.Security.Cryptography;

namespace Yakuba.Office.Library.Importing;

/// <summary>A file that somebody wants taken in. What goes wrong with it is told apart from what goes wrong with our own disk: it costs this file, not the import.</summary>
public sealed class SourceFile : IDisposable
{
    private readonly FileStream _file;

    private SourceFile(FileStream file) => _file = file;

    /// <summary>Its size now.</summary>
    internal long Length => Guard(() => _file.Length);

    /// <exception cref="SourceException">It cannot be opened.</exception>
    internal static SourceFile Open(string path) =>
        new(Guard(() => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan)));

    /// <summary>Reads on.</summary>
    /// <returns>Bytes read; 0 at the end.</returns>
    /// <exception cref="SourceException">It cannot be read.</exception>
    internal int Read(Span<byte> buffer)
    {
        try
        {
            return _file.Read(buffer);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SourceException(e);
        }
    }

    /// <summary>Hashes all of it and goes back to its beginning.</summary>
    /// <returns>SHA-256 in lower-case hexadecimal.</returns>
    internal string Hash() => Guard(() =>
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(_file));
        _file.Position = 0;
        return hash;
    });

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static T Guard<T>(Func<T> act)
    {
        try
        {
            return act();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SourceException(e);
        }
    }
}

/// <summary>A file to be taken in cannot be opened or read.</summary>
public sealed class SourceException(Exception why) : Exception(why.Message, why);
