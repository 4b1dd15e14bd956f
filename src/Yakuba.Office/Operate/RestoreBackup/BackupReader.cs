using System.Formats.Tar;
using System.Security.Cryptography;
using Yakuba.Office.Operate.Backups;
using Yakuba.Platform;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Operate.RestoreBackup;

/// <summary>Unpacks a backup beside its place and believes nothing of it before every hash has been checked.</summary>
internal static class BackupReader
{
    private const int MostManifestBytes = 256 << 20;
    private const int TarBlock = 512; // the first header; a shorter file never was a backup

    /// <summary>Unpacks into an empty folder.</summary>
    /// <returns>What the backup says of itself, when every part is what was written; else the problem.</returns>
    internal static async Task<Result<BackupManifest>> UnpackAsync(string path, string folder, Action<long, long, string> tell, CancellationToken cancel)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        try
        {
            return await ReadAsync(file, folder, tell, cancel);
        }
        catch (EndOfStreamException)
        {
            return OperateProblems.Truncated.With(path);
        }
        catch (Exception e) when (e is InvalidDataException or FormatException)
        {
            return OperateProblems.Damaged.With(path);
        }
    }

    /// <summary>What the first entry of a file says; null when the file is no backup, or cannot be read.</summary>
    internal static async Task<BackupManifest?> HeadAsync(string path, CancellationToken cancel)
    {
        try
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            await using var tar = new TarReader(file);
            return file.Length >= TarBlock && await FirstAsync(tar, cancel) is { } first ? BackupManifest.Parse(first) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static async Task<Result<BackupManifest>> ReadAsync(FileStream file, string folder, Action<long, long, string> tell, CancellationToken cancel)
    {
        await using var tar = new TarReader(file);
        if (file.Length < TarBlock || await FirstAsync(tar, cancel) is not { } first || BackupManifest.Parse(first) is not { } head)
        {
            return OperateProblems.NotABackup.With(file.Name);
        }

        if (head.Format > BackupManifest.CurrentFormat || head.Migration > Migrations.Newest)
        {
            return OperateProblems.Newer.With($"バックアップの版 {head.Program}、このプログラムの版 {BackupManifest.ProgramVersion}");
        }

        var unpacked = new List<BackupFile> { new(BackupManifest.HeadName, first.LongLength, Convert.ToHexStringLower(SHA256.HashData(first))) };
        while (await tar.GetNextEntryAsync(copyData: false, cancel) is { } entry)
        {
            if (entry.EntryType != TarEntryType.RegularFile || entry.Length > file.Length)
            {
                return OperateProblems.Damaged.With(file.Name);
            }

            if (entry.Name == BackupManifest.ManifestName)
            {
                return Compare(await BytesAsync(entry, MostManifestBytes, cancel), unpacked, file.Name);
            }

            if (!BackupPaths.IsKnown(entry.Name))
            {
                return OperateProblems.Damaged.With(file.Name);
            }

            tell(file.Position, file.Length, Path.GetFileName(entry.Name) is { Length: > 12 } name ? name[..12] : Path.GetFileName(entry.Name));
            unpacked.Add(await WriteAsync(entry, folder, cancel));
        }

        return OperateProblems.Truncated.With(file.Name);
    }

    private static async Task<byte[]?> FirstAsync(TarReader tar, CancellationToken cancel)
    {
        try
        {
            return await tar.GetNextEntryAsync(copyData: false, cancel) is { EntryType: TarEntryType.RegularFile, Name: BackupManifest.HeadName } entry
                ? await BytesAsync(entry, 64 << 10, cancel)
                : null;
        }
        catch (Exception e) when (e is InvalidDataException or FormatException)
        {
            return null;
        }
    }

    private static async Task<byte[]?> BytesAsync(TarEntry entry, int most, CancellationToken cancel)
    {
        if (entry.Length is 0 || entry.Length > most)
        {
            return null;
        }

        using var bytes = new MemoryStream();
        await entry.DataStream!.CopyToAsync(bytes, cancel);
        return bytes.ToArray();
    }

    private static async Task<BackupFile> WriteAsync(TarEntry entry, string folder, CancellationToken cancel)
    {
        var path = Path.Combine(folder, entry.Name.Replace('/', Path.DirectorySeparatorChar));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var file = DurableFile.Create(path);
        if (entry.DataStream is { } content) // an empty file has none
        {
            await content.CopyToAsync(file, cancel);
        }

        file.Flush(flushToDisk: true);
        file.Position = 0; // what is checked is what was written, not what was read
        return new BackupFile(entry.Name, file.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancel)));
    }

    private static Result<BackupManifest> Compare(byte[]? manifest, List<BackupFile> unpacked, string path)
    {
        if (BackupManifest.Parse(manifest) is not { } written || written.Files.Count != unpacked.Count)
        {
            return OperateProblems.Damaged.With(path);
        }

        var wrong = written.Files.Zip(unpacked).FirstOrDefault(pair => pair.First != pair.Second);
        return wrong == default && unpacked.Any(f => f.Path == BackupManifest.StateName) ? written : OperateProblems.Damaged.With($"{path}: {wrong.First?.Path}");
    }
}
