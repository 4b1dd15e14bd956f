using Yakuba.Office.Library.Index;
using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Platform.Jobs;
using Yakuba.Platform.Web.Language;
using Yakuba.Platform.Web.Parts;

namespace Yakuba.Office.Operate.ShowHealth;

/// <summary>Looks at everything that can go wrong, and says what to do about it.</summary>
internal sealed class HealthLook(
    DataDirectory directory, Database database, LibraryIndex index, JobQueue jobs, IEnumerable<JobKind> kinds, IEnumerable<IHealthSource> sources, TimeProvider time)
{
    private const int MostJobs = 20;

    /// <summary>The page of staff.</summary>
    internal async Task<HealthPageModel> LookAsync(Words words, CancellationToken cancel)
    {
        var checks = new List<HealthCheck>
        {
            StoreHealth.Engine(database, words),
            StoreHealth.Disk(directory.Root, words),
            MemoryHealth.Check(words),
        };
        var (passages, indexCheck) = Index(words);
        checks.Add(indexCheck);
        var listed = await jobs.ListAsync(MostJobs, cancel);
        checks.Add(JobHealth.Check(listed, words));
        foreach (var source in sources)
        {
            checks.Add(await source.LookAsync(words, cancel));
        }

        var titles = kinds.ToDictionary(k => k.Name, k => k.Title);
        return new HealthPageModel(
            time.GetUtcNow(),
            [.. checks.OrderByDescending(c => c.State)],
            await FactsAsync(passages, words, cancel),
            [.. listed.Select(j => JobHealth.Line(j, titles, words))]);
    }

    private (long Passages, HealthCheck Check) Index(Words words)
    {
        try
        {
            using var snapshot = index.Snapshot();
            return (snapshot.Passages, new HealthCheck(
                words["検索の索引", "Search index"], HealthState.Good, words[$"{snapshot.Passages:N0}箇所、{Bytes(directory.Index)}", $"{snapshot.Passages:N0} passages, {Bytes(directory.Index)}"]));
        }
        catch (Exception e) when (e is Search.IndexDamagedException or Search.IndexVersionException)
        {
            return (0, new HealthCheck(
                words["検索の索引", "Search index"],
                HealthState.Bad,
                e.Message,
                words["サーバを止め、dataフォルダのindexを別の場所へ移してから yakuba index rebuild を実行してください。", "Stop the server, move the folder index away, and run yakuba index rebuild."]));
        }
    }

    private async Task<IReadOnlyList<FactLine>> FactsAsync(long passages, Words words, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        var documents = await read.CountAsync("SELECT count(*) FROM document", cancel: cancel);
        var answers = await read.CountAsync("SELECT count(*) FROM answer", cancel: cancel);
        var entries = await read.CountAsync("SELECT count(*) FROM audit_entry", cancel: cancel);
        return
        [
            new(words["プログラムの版", "Version"], Backups.BackupManifest.ProgramVersion),
            new(words["データベース", "Database"], database.EngineVersion),
            new(words["データの版", "Data version"], $"{Migrations.Newest}"),
            new(words["データフォルダ", "Data directory"], directory.Root),
            new(words["文書", "Documents"], $"{documents:N0}"),
            new(words["索引の箇所", "Passages"], $"{passages:N0}"),
            new(words["回答", "Answers"], $"{answers:N0}"),
            new(words["記録", "Record entries"], $"{entries:N0}"),
            new(words["メモリ", "Memory"], MemoryHealth.Used),
            new(words["実行環境", "Runtime"], $".NET {Environment.Version}、{Environment.ProcessorCount} CPU"),
        ];
    }

    private static string Bytes(string folder) =>
        $"{new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(f => f.Length) / 1_048_576.0:N1} MB";
}
