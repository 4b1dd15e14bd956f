using Yakuba.Documents;
using Yakuba.Platform.Data;
using Yakuba.Platform.Settings;

namespace Yakuba.Office.Library.Importing;

/// <summary>The limits for one file, as the municipality set them. Read when they are used, so that a change counts from the next file on.</summary>
public sealed class ReadingLimits(Database database, SettingStore settings)
{
    /// <summary>Largest file.</summary>
    public static readonly Setting<int> FileMegabytes = SettingDefinition.Number(
        "library.file-megabytes", 200, 1, 1_000, "1ファイルの大きさの上限（MB）", "これより大きいファイルは、読み取らずに断る。1 MBは1,000,000バイト。");

    /// <summary>Most pages of a PDF.</summary>
    public static readonly Setting<int> FilePages = SettingDefinition.Number(
        "library.file-pages", 5_000, 1, 50_000, "1ファイルのページ数の上限", "これよりページの多いPDFは、読み取らずに断る。");

    /// <summary>Longest time for one file.</summary>
    public static readonly Setting<int> ReadSeconds = SettingDefinition.Number(
        "library.read-seconds", 60, 1, 3_600, "1ファイルの読取り時間の上限（秒）", "読取りがこれより長くかかるファイルは、途中で止めて断る。スキャンした文書が多いときは長くする。");

    /// <summary>Most memory for one file.</summary>
    public static readonly Setting<int> ReadMegabytes = SettingDefinition.Number(
        "library.read-megabytes", 1_024, 256, 65_536, "1ファイルの読取りに使うメモリの上限（MB）", "読取りプログラムがこれより多くのメモリを使うファイルは、途中で止めて断る。1 MBは1,048,576バイト。");

    internal static IEnumerable<SettingDefinition> All => [FileMegabytes, FilePages, ReadSeconds, ReadMegabytes];

    /// <summary>The limits in force.</summary>
    public async Task<ReadLimits> GetAsync(CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        return new ReadLimits
        {
            MaxFileBytes = await settings.GetAsync(read, FileMegabytes, cancel) * 1_000_000L,
            MaxPages = await settings.GetAsync(read, FilePages, cancel),
            MaxTime = TimeSpan.FromSeconds(await settings.GetAsync(read, ReadSeconds, cancel)),
            MaxMemoryBytes = (long)await settings.GetAsync(read, ReadMegabytes, cancel) << 20,
        };
    }
}
