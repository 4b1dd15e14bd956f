using System.Formats.Tar;
using System.Security.Cryptography;
using Yakuba.Office.Operate.Backups;

namespace Yakuba.Office.Operate.MakeBackup;

/// <summary>Writes entries into a tar file and remembers the hash of each.</summary>
internal sealed class BackupWriter(Stream file) : IAsyncDisposable
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly TarWriter _tar = new(file, TarEntryFormat.Pax, leaveOpen: true);
    private readonly List<BackupFile> _files = [];

    internal IReadOnlyList<BackupFile> Files => _files;

    /// <returns>The hash, in lower-case hexadecimal.</returns>
    internal async Task<string> AddAsync(string name, Stream content, CancellationToken cancel)
    {
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel));
        content.Position = 0;
        _files.Add(new BackupFile(name, content.Length, hash));
        await _tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = content, Mode = Private }, cancel);
        return hash;
    }

    internal async Task<string> AddAsync(string name, string path, CancellationToken cancel)
    {
        await using var content = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return await AddAsync(name, content, cancel);
    }

    internal async Task AddAsync(string name, byte[] content, CancellationToken cancel)
    {
        using var stream = new MemoryStream(content);
        await AddAsync(name, stream, cancel);
    }

    /// <summary>The last entry: without it the file does not count.</summary>
    internal async Task EndAsync(BackupManifest manifest, CancellationToken cancel)
    {
        using var content = new MemoryStream((manifest with { Files = _files }).ToBytes());
        await _tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, BackupManifest.ManifestName) { DataStream = content, Mode = Private }, cancel);
    }

    public ValueTask DisposeAsync() => _tar.DisposeAsync();
}
