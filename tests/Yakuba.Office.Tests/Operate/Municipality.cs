using Microsoft.Extensions.DependencyInjection;
using Yakuba.Office.Library;
using Yakuba.Office.Library.Importing;
using Yakuba.Office.Library.Rights;
using Yakuba.Office.Library.Searching;
using Yakuba.Office.Operate;
using Yakuba.Office.Operate.MakeBackup;
using Yakuba.Office.Operate.RestoreBackup;
using Yakuba.Platform;
using Yakuba.Platform.Accounts;
using Yakuba.Platform.Accounts.Sections;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Data;
using Yakuba.Platform.Jobs;
using Yakuba.Platform.Models;
using Yakuba.Testing;

namespace Yakuba.Office.Tests.Operate;

/// <summary>A municipality with two documents, to be backed up and restored.</summary>
internal sealed class Municipality : IAsyncDisposable
{
    private static readonly Actor By = Actor.Console("test");

    private readonly TestStore _store;
    private readonly ServiceProvider _services;

    private Municipality(TestStore store, ServiceProvider services) => (_store, _services) = (store, services);

    internal TemporaryFolder Files { get; } = new();

    internal DataDirectory Directory => _store.Directory;

    internal static async Task<Municipality> OpenAsync(StorageEngine engine)
    {
        var store = await TestStore.CreateAsync(engine);
        var town = new Municipality(store, Rooms(store.Directory));
        _ = (await town.Get<KeepSectionHandler>().AddAsync(new KeepSection("kankyo", "環境課"), By, CancellationToken.None)).Value;
        await town.ImportAsync("gomi.md", "# ごみの出し方\n\n祝日もごみを収集します。\n");
        await town.ImportAsync("inu.md", "# 犬の登録\n\n犬を飼い始めたら30日以内に登録してください。\n");
        _ = (await town.Get<RecordKeeper>().SignAsync(CancellationToken.None)).Value;
        return town;
    }

    internal async Task ImportAsync(string name, string text)
    {
        await File.WriteAllTextAsync(Files[name], text);
        var started = await Get<ImportFilesHandler>().StartAsync(new ImportFiles([Files[name]], "環境課", Label.Public.ToName(), true), By, CancellationToken.None);
        Assert.Equal("done", (await Get<JobRunner>().RunHereAsync(started.Value, _ => { }, CancellationToken.None)).State);
    }

    internal Task<Result<BackupMade>> BackUpAsync(string path) => Get<MakeBackupHandler>().HandleAsync(path, By, (_, _, _) => { }, CancellationToken.None);

    internal static Task<Result<Restored>> RestoreAsync(string file, string folder, string storage = "sqlite", string schema = "") =>
        new RestoreBackupHandler(TimeProvider.System).HandleAsync(new(file, folder, storage, schema), By, (_, _, _) => { }, CancellationToken.None);

    /// <summary>What a resident finds in a data directory that nobody has open.</summary>
    internal static async Task<IReadOnlyList<string>> FindAsync(string folder, string words)
    {
        await using var directory = (await DataDirectory.OpenAsync(folder, null, TimeProvider.System)).Value;
        await using var services = Rooms(directory);
        var found = await services.GetRequiredService<LibrarySearch>().FindAsync(Principal.Resident, words, TimeProvider.System.Today(), Standing.InForce, 5, CancellationToken.None);
        Assert.Null((await services.GetRequiredService<RecordKeeper>().SignAsync(CancellationToken.None)).Problem);
        return [.. found.Select(f => f.Text)];
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _store.DisposeAsync();
        Files.Dispose();
    }

    private T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    private static ServiceProvider Rooms(DataDirectory directory)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddPlatform(directory).AddAudit().AddAccounts().AddModels().AddLibrary().AddOperate();
        return services.BuildServiceProvider();
    }
}
