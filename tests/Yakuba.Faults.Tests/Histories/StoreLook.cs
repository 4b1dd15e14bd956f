using Yakuba.Platform.Data;

namespace Yakuba.Faults.Tests.Histories;

/// <summary>The store is whole in itself, and the small things that were promised are in it.</summary>
internal static class StoreLook
{
    internal static async Task<IReadOnlyList<string>> RunAsync(OpenTown town, History history)
    {
        var findings = new List<string>();
        await using var read = await town.Database.ReadAsync();
        if (read.Engine == StorageEngine.Sqlite)
        {
            findings.AddRange((await read.QueryAsync<string>("SELECT integrity_check FROM pragma_integrity_check")).Where(said => said != "ok").Select(said => "the database is damaged: " + said));
            findings.AddRange((await read.QueryAsync<string>("SELECT \"table\" FROM pragma_foreign_key_check")).Select(table => "a row points to nothing: " + table));
        }

        foreach (var section in history.Of(PromiseKind.Section))
        {
            findings.AddRange(Once(await read.CountAsync("SELECT count(*) FROM section WHERE code = @Key", new { section.Key }), $"section {section.Key}"));
        }

        foreach (var removal in history.Of(PromiseKind.Removal))
        {
            findings.AddRange(Once(await read.CountAsync("SELECT count(*) FROM audit_removal WHERE number = @number", new { number = long.Parse(removal.Key, System.Globalization.CultureInfo.InvariantCulture) }), $"removal {removal.Key}"));
        }

        return findings;
    }

    /// <summary>What is wrong with something that must be there once.</summary>
    internal static IEnumerable<string> Once(long times, string what) => times switch
    {
        0 => [$"lost: {what}"],
        1 => [],
        _ => [$"there {times} times: {what}"],
    };
}
