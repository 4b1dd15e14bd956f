using System.Text.Json.Nodes;
using Yakuba.Platform;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Data;
using Yakuba.Platform.Settings;

namespace Yakuba.Office.Operate.ChangeSettings;

/// <summary>Changes settings: all that were given, or none.</summary>
public sealed class ChangeSettingsHandler(Database database, SettingStore settings, AuditTrail audit, MunicipalityName name)
{
    /// <summary>Stores what differs from the values in force, with one entry in the record that names the settings.</summary>
    /// <param name="values">Values as typed, by name.</param>
    /// <param name="by">Who changes them.</param>
    /// <param name="cancel">Stops; nothing is changed.</param>
    /// <returns>The names of the settings that were changed.</returns>
    public async Task<Result<IReadOnlyList<string>>> HandleAsync(IReadOnlyDictionary<string, string> values, Actor by, CancellationToken cancel)
    {
        await using var work = await database.BeginAsync(cancel);
        var stored = await settings.StoredAsync(work, cancel);
        var defaults = settings.All.ToDictionary(d => d.Name, d => d.Default);
        var changed = values.Where(v => v.Value.Trim() != stored.GetValueOrDefault(v.Key, defaults.GetValueOrDefault(v.Key, ""))).Select(v => v.Key).Order(StringComparer.Ordinal).ToList();
        foreach (var setting in values.Keys.Except(defaults.Keys).Concat(changed))
        {
            if (await settings.SetAsync(work, setting, values[setting], by, cancel) is { } problem)
            {
                return problem;
            }
        }

        if (changed.Count > 0)
        {
            var now = await settings.StoredAsync(work, cancel);
            var inForce = defaults.ToDictionary(d => d.Key, d => now.GetValueOrDefault(d.Key, d.Value));
            var definitions = settings.All.Where(d => changed.Contains(d.Name)).ToList();
            if (definitions.Select(d => d.Together?.Invoke(inForce)).FirstOrDefault(problem => problem is not null) is { } apart)
            {
                return apart;
            }

            var facts = new JsonObject { ["settings"] = new JsonArray([.. changed.Select(c => (JsonNode)c)]) };
            if (definitions.Where(d => d.IsRecorded).ToList() is { Count: > 0 } recorded)
            {
                facts["values"] = string.Join(" / ", recorded.Select(d => $"{d.Name} = {inForce[d.Name]}"));
            }

            await audit.AppendAsync(work, by, OperateActions.SettingsChanged, facts, cancel);
            work.AfterCommit(name.Forget);
            await work.CommitAsync(cancel);
        }

        return changed;
    }
}
