using Yakuba.Faults.Tests.Histories;
using Yakuba.Office.Operate.RestoreBackup;
using Yakuba.Platform;
using Yakuba.Platform.Data;

namespace Yakuba.Faults.Tests.Kills;

/// <summary>What a backup gives back, and what a restore leaves that did not come to its end.</summary>
internal static class Restored
{
    /// <summary>Restores a backup and checks what was promised before it was made.</summary>
    internal static async Task<IReadOnlyList<string>> CheckAsync(string backup, string folder, History history)
    {
        var restored = await new RestoreBackupHandler(TimeProvider.System).HandleAsync(new(backup, folder, "sqlite", ""), Actor.Console("check"), (_, _, _) => { }, default);
        return restored.Problem is { } problem ? ["the backup cannot be restored: " + problem] : await TownCheck.RunAsync(folder, HistoryOf(history));
    }

    /// <summary>The backup was made before the last head was signed: who goes back to it goes back behind that head.</summary>
    internal static History HistoryOf(History history)
    {
        var without = new History();
        foreach (var promise in history.Promises.Where(p => p.Kind != PromiseKind.Head))
        {
            without.Add(promise.Kind, promise.Key, promise.Value);
        }

        return without;
    }

    /// <summary>A folder that opens as a town has lost again what was taken away after the backup: that is recorded in the same transaction.</summary>
    internal static async Task<IReadOnlyList<string>> FinishedAsync(string folder, History history)
    {
        var findings = await TownCheck.RunAsync(folder, HistoryOf(history));
        if (findings.Count > 0)
        {
            return findings; // of what is no town nothing more can be asked
        }

        await using var database = SqliteDatabase.Open(Path.Combine(folder, "yakuba.db"));
        await using var read = await database.ReadAsync();
        var times = await read.CountAsync("SELECT count(*) FROM restoration");
        return times == 1 ? [] : [$"opens as a town, and what was taken away since was taken away again {times} times"];
    }

    /// <summary>A folder that a restore left half-way must not be taken for a town: it opens with a named problem, or is empty.</summary>
    internal static async Task<IReadOnlyList<string>> RefusedAsync(string folder)
    {
        if (!Directory.Exists(folder) || !Directory.EnumerateFileSystemEntries(folder).Any())
        {
            return [];
        }

        var opened = await DataDirectory.OpenAsync(folder, null, TimeProvider.System);
        if (opened.Problem is not null)
        {
            return [];
        }

        await opened.Value.DisposeAsync();
        return ["a restore that was cut off opens as a town: " + string.Join(' ', Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName))];
    }
}
