using Yakuba.Platform;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Data;
using Yakuba.Platform.Privacy.Logs;

namespace Yakuba.Towns;

/// <summary>A town that is opened for one act of the operator: its rooms, but no pages and no jobs.</summary>
internal static class QuietTown
{
    /// <summary>Opens the directory, acts, signs the record, and closes.</summary>
    internal static async Task<Result<T>> UseAsync<T>(string folder, Func<IServiceProvider, Task<Result<T>>> act, CancellationToken cancel)
    {
        if (!File.Exists(Path.Combine(folder, "yakuba.json")))
        {
            return StorageProblems.NotOurs.With(folder);
        }

        if (!(await DataDirectory.OpenAsync(folder, null, TimeProvider.System, cancel)).TryGet(out var directory, out var problem))
        {
            return problem;
        }

        await using (directory)
        {
            var services = new ServiceCollection();
            services.AddLogging(log => log.AddContentFreeConsole(toErrors: true));
            services.AddRooms(directory);
            await using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
            var result = await act(provider);
            return (await provider.GetRequiredService<RecordKeeper>().SignAsync(CancellationToken.None)).Problem is { } unsigned ? unsigned : result;
        }
    }
}
