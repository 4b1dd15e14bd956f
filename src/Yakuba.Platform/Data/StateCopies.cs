using System.Globalization;
using System.Text.RegularExpressions;

namespace Yakuba.Platform.Data;

/// <summary>A copy of the state that lies beside it.</summary>
/// <param name="Name"><c>before-0051-20261122141500</c>: taken before the step to data version 51; <c>after-…</c>: put aside when an older state was put back.</param>
/// <param name="TakenAt">When.</param>
public sealed record StateCopy(string Name, DateTimeOffset TakenAt)
{
    /// <summary>True for a copy taken before the data was brought forward to this program's version.</summary>
    public bool IsBeforeThisVersion => Name.StartsWith($"before-{Migrations.Newest:D4}-", StringComparison.Ordinal);
}

/// <summary>The copies of a municipality's state: taken before each upgrade and each going back.</summary>
public static partial class StateCopies
{
    /// <summary>The name of a copy taken now.</summary>
    /// <param name="word"><c>before</c> or <c>after</c>.</param>
    /// <param name="migration">The data version that it is before, or is.</param>
    /// <param name="now">The time.</param>
    public static string Name(string word, int migration, DateTimeOffset now) => string.Create(CultureInfo.InvariantCulture, $"{word}-{migration:D4}-{now.UtcDateTime:yyyyMMddHHmmss}");

    /// <summary>All copies, newest first.</summary>
    public static async Task<IReadOnlyList<StateCopy>> ListAsync(DataDirectory directory, CancellationToken cancel)
    {
        IEnumerable<string> names;
        if (directory.Database.Engine == StorageEngine.Sqlite)
        {
            names = Directory.EnumerateFiles(directory.Snapshots, "*.db").Select(f => Path.GetFileNameWithoutExtension(f));
        }
        else
        {
            var own = Snapshot.PrefixOf(directory.Description.Schema);
            await using var read = await directory.Database.ReadAsync(cancel);
            names = (await read.QueryAsync<string>(Whole, new { own }, cancel)).Select(s => s[own.Length..].Replace('_', '-'));
        }

        return [.. names.Select(n => Pattern().Match(n)).Where(m => m.Success).Select(m => new StateCopy(m.Value, Time(m.Groups[1].Value))).OrderByDescending(c => c.TakenAt).ThenBy(c => c.Name, StringComparer.Ordinal)];
    }

    /// <summary>Opens a copy for looking at it; in its own shape, whatever that is.</summary>
    public static async Task<Database> OpenAsync(DataDirectory directory, StateCopy copy, CancellationToken cancel) => directory.Description.IsPostgres
        ? await PostgresDatabase.OpenAsync(directory.Description.Storage, Snapshot.SchemaOf(directory.Description.Schema, copy.Name), cancel)
        : SqliteDatabase.Open(PathOf(directory, copy.Name));

    internal static string PathOf(DataDirectory directory, string name) => Path.Combine(directory.Snapshots, name + ".db");

    // An older release copied rows alone, under names like these: without keys such a schema is no store.
    private const string Whole =
        """
        SELECT nspname::text FROM pg_namespace n WHERE starts_with(nspname::text, @own)
        AND EXISTS (SELECT 1 FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid WHERE c.connamespace = n.oid AND c.contype = 'p' AND t.relname = 'audit_entry')
        """;

    private static DateTimeOffset Time(string digits) => DateTimeOffset.ParseExact(digits, "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    [GeneratedRegex("^(?:before|after)-[0-9]{4}-((?:19|20|21)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?:[01][0-9]|2[0-3])[0-5][0-9][0-5][0-9])$", RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();
}
