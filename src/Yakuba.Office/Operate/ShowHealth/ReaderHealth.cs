using Yakuba.Documents;
using Yakuba.Platform.Web.Language;

namespace Yakuba.Office.Operate.ShowHealth;

/// <summary>What this machine holds back from the program that reads files, as the last one said that was started.</summary>
internal sealed class ReaderHealth(DocumentWorkers workers) : IHealthSource
{
    /// <inheritdoc/>
    public Task<HealthCheck> LookAsync(Words words, CancellationToken cancel)
    {
        var name = words["ファイルの読取り", "Reading files"];
        return Task.FromResult(workers.Walls switch
        {
            null => new HealthCheck(name, HealthState.Good, words["起動してから、まだファイルを読み取っていません。", "Nothing was read since the start."]),
            { AllStand: true } => new HealthCheck(
                name, HealthState.Good, words["別のプロセスで読み取ります。ネットワークと、作業フォルダの外の読み書き（OSのライブラリと書体を除く）は、OSが止めます。", "Files are read in a process without network, which reads and writes in one folder and otherwise sees the system's libraries and fonts alone."]),
            var walls => new HealthCheck(
                name,
                HealthState.Watch,
                words[$"別のプロセスで読み取りますが、このOSでは次の制限が効いていません: {string.Join("、", Missing(walls, words))}", $"Files are read in a process of its own, but this system does not offer: {string.Join(", ", Missing(walls, words))}"],
                words["Linux 5.13以降（seccompとLandlockが有効なもの）で動かしてください。", "Run on Linux 5.13 or newer with seccomp and Landlock."]),
        });
    }

    private static IEnumerable<string> Missing(WorkerWalls walls, Words words) => new (bool Stands, string Name)[]
    {
        (walls.NoNetwork, words["ネットワークの遮断", "no network"]),
        (walls.OneFolder, words["読み書きできる場所の限定", "one folder to read and write in"]),
        (walls.DiesWithServer, words["サーバと同時の終了", "ending with the server"]),
        (walls.OwnGroup, words["子プロセスの一括終了", "ending as a group"]),
    }.Where(w => !w.Stands).Select(w => w.Name);
}
