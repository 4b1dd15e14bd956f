using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Yakuba.Platform.Data;

/// <summary>Brings a store forward, one numbered step after another, each written natively for its engine.</summary>
public static class Migrations
{
    /// <summary>The number of the newest step that this program knows.</summary>
    public static int Newest { get; } = All(StorageEngine.Sqlite).Max(m => m.Number);

    /// <summary>The number of the newest step in the store; 0 for a new one.</summary>
    public static async Task<int> NewestAppliedAsync(Database database, CancellationToken cancel = default)
    {
        await using var read = await database.ReadAsync(cancel);
        var known = await read.CountAsync(
            database.Engine == StorageEngine.Sqlite
                ? "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'migration'"
                : "SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = 'migration'",
            cancel: cancel);
        return known == 0 ? 0 : (int)await read.CountAsync("SELECT coalesce(max(number), 0) FROM migration", cancel: cancel);
    }

    /// <summary>Numbers of the steps that this program knows and the store lacks, also one that came between steps it has; none of a new store's are left out.</summary>
    public static async Task<IReadOnlyList<int>> MissingAsync(Database database, CancellationToken cancel = default)
    {
        var applied = new HashSet<long>();
        if (await NewestAppliedAsync(database, cancel) > 0)
        {
            await using var read = await database.ReadAsync(cancel);
            applied.UnionWith(await read.QueryAsync<long>("SELECT number FROM migration", cancel: cancel));
        }

        return [.. All(database.Engine).Select(m => m.Number).Where(n => !applied.Contains(n)).Order()];
    }

    /// <summary>Applies the steps that are missing, all in one transaction.</summary>
    /// <returns>How many steps were applied.</returns>
    public static async Task<int> ApplyAsync(Database database, CancellationToken cancel = default)
    {
        var numbers = await MissingAsync(database, cancel);
        var missing = All(database.Engine).Where(m => numbers.Contains(m.Number)).OrderBy(m => m.Number).ToList();
        if (missing.Count == 0)
        {
            return 0;
        }

        await using var work = await database.BeginAsync(cancel);
        await work.ExecuteAsync("CREATE TABLE IF NOT EXISTS migration (number BIGINT NOT NULL PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL)", cancel: cancel);
        foreach (var step in missing)
        {
            await work.ExecuteAsync(step.Sql, cancel: cancel);
            await work.ExecuteAsync(
                "INSERT INTO migration (number, name, sha256) VALUES (@number, @name, @sha256)",
                new { number = (long)step.Number, name = step.Name, sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(step.Sql))) },
                cancel);
        }

        await work.CommitAsync(cancel);
        return missing.Count;
    }

    private static IEnumerable<Step> All(StorageEngine engine)
    {
        const string prefix = "Yakuba.Platform.Data.Migrations.";
        var suffix = engine == StorageEngine.Sqlite ? ".sqlite.sql" : ".postgres.sql";
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var resource in assembly.GetManifestResourceNames())
        {
            if (resource.StartsWith(prefix, StringComparison.Ordinal) && resource.EndsWith(suffix, StringComparison.Ordinal))
            {
                var name = resource[prefix.Length..^suffix.Length];
                using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
                yield return new Step(int.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture), name, reader.ReadToEnd());
            }
        }
    }

    private sealed record Step(int Number, string Name, string Sql);
}
