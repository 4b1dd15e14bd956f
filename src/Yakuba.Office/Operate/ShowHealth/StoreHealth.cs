using Yakuba.Platform.Data;
using Yakuba.Platform.Web.Language;

namespace Yakuba.Office.Operate.ShowHealth;

/// <summary>The database engine and the disk under the data directory.</summary>
internal static class StoreHealth
{
    private const long LittleBytes = 5L << 30;
    private const long TooLittleBytes = 512L << 20;

    // Up to this one SQLite can damage a WAL file when two connections checkpoint at once. One connection alone checkpoints here.
    private static readonly Version LastWithWalFault = new(3, 51, 2);

    internal static HealthCheck Engine(Database database, Words words)
    {
        var name = words["データベース", "Database"];
        var old = database.Engine == StorageEngine.Sqlite && Version.TryParse(database.EngineVersion.Split(' ')[^1], out var version) && version <= LastWithWalFault;
        return !old
            ? new HealthCheck(name, HealthState.Good, database.EngineVersion)
            : new HealthCheck(
                name,
                HealthState.Good,
                words[
                    $"{database.EngineVersion}（この版には、複数の接続が同時に整理を行うとファイルを壊す不具合があります。yakubaは1つの接続だけで整理するため、影響を受けません。dataフォルダのyakuba.dbを、運転中に他のプログラムで開かないでください。）",
                    $"{database.EngineVersion} (this version can damage its file when two connections checkpoint at once; Yakuba checkpoints from one alone. Do not open yakuba.db with other programs while the server runs.)"]);
    }

    /// <summary>True when so little is free that answers and imports stop.</summary>
    internal static bool IsTooFull(string root) => new DriveInfo(root).AvailableFreeSpace < TooLittleBytes;

    internal static HealthCheck Disk(string root, Words words)
    {
        var free = new DriveInfo(root).AvailableFreeSpace;
        var finding = words[$"空き {free / 1_073_741_824.0:N1} GB", $"{free / 1_073_741_824.0:N1} GB free"];
        var state = free < TooLittleBytes ? HealthState.Bad : free < LittleBytes ? HealthState.Watch : HealthState.Good;
        return new HealthCheck(
            words["ディスク", "Disk"],
            state,
            finding,
            state == HealthState.Good ? "" : words["不要なファイルを消すか、ディスクを増やしてください。空きがなくなると、回答と取込みを止めます。", "Free or add space. Answers and imports stop when it is full."]);
    }
}
