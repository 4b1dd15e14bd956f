using Yakuba.Platform.Data;

namespace Yakuba.Platform.Settings;

/// <summary>Reads and changes settings. Values are read when they are used, so that a change counts at once.</summary>
/// <param name="definitions">All settings of all rooms.</param>
/// <param name="time">The clock.</param>
public sealed class SettingStore(IEnumerable<SettingDefinition> definitions, TimeProvider time)
{
    private readonly Dictionary<string, SettingDefinition> _definitions = definitions.ToDictionary(d => d.Name);

    /// <summary>All settings, by name.</summary>
    public IReadOnlyList<SettingDefinition> All { get; } = [.. definitions.OrderBy(d => d.Name, StringComparer.Ordinal)];

    /// <summary>The value in force: what was stored, or the default when nothing is, or when what is stored no longer fits its range.</summary>
    public async Task<T> GetAsync<T>(Session session, Setting<T> setting, CancellationToken cancel)
    {
        var stored = await session.SingleOrDefaultAsync<string>("SELECT value FROM setting WHERE name = @Name", new { setting.Name }, cancel);
        return stored is not null && setting.Parse(stored).TryGet(out var value, out _) ? value : setting.Parse(setting.Default).Value;
    }

    /// <summary>All stored values by name.</summary>
    public async Task<IReadOnlyDictionary<string, string>> StoredAsync(Session session, CancellationToken cancel) =>
        (await session.QueryAsync<Row>("SELECT name AS Name, value AS Value FROM setting", cancel: cancel)).ToDictionary(r => r.Name, r => r.Value);

    /// <summary>Stores a value that was typed. The caller writes the record's entry in the same unit of work.</summary>
    /// <returns>The problem, or null when it was stored.</returns>
    public async Task<Problem?> SetAsync(UnitOfWork work, string name, string value, Actor by, CancellationToken cancel)
    {
        if (!_definitions.TryGetValue(name, out var definition))
        {
            return SettingProblems.Unknown.With(name);
        }

        if (definition.Check(value) is { } problem)
        {
            return problem;
        }

        await work.ExecuteAsync(
            "INSERT INTO setting (name, value, changed_at, changed_by) VALUES (@name, @value, @at, @by) "
            + "ON CONFLICT (name) DO UPDATE SET value = excluded.value, changed_at = excluded.changed_at, changed_by = excluded.changed_by",
            new { name, value = definition.KeepsSpaces ? value : value.Trim(), at = time.GetUtcNow().ToStore(), by = by.UserId },
            cancel);
        return null;
    }

    private sealed record Row(string Name, string Value);
}
