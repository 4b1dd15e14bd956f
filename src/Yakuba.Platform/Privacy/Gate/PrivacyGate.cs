using Yakuba.Platform.Data;
using Yakuba.Platform.Settings;
using Yakuba.Platform.Telemetry;
using Yakuba.Privacy;

namespace Yakuba.Platform.Privacy.Gate;

/// <summary>The one gate in front of every way out: models, embedding models, the index. Rules are read when they are used, so that a change counts at once.</summary>
public sealed class PrivacyGate(Database database, SettingStore settings, PersonalDataReader reader)
{
    /// <summary>What was decided for a way out.</summary>
    public async Task<GateRules> RulesAsync(WayOut way, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        var (mode, reason, use) = PrivacySettings.Of(way);
        return new GateRules(
            PrivacySettings.Mode(await settings.GetAsync(read, mode, cancel), await settings.GetAsync(read, reason, cancel)),
            await settings.GetAsync(read, use, cancel));
    }

    /// <summary>Opens an exchange with a model.</summary>
    /// <param name="way">What for.</param>
    /// <param name="server">The model's server. On this very machine it may be exempt from masking and blocking, never from what holds of My Numbers.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<Outgoing> OpenAsync(WayOut way, Uri server, CancellationToken cancel)
    {
        var rules = await RulesAsync(way, cancel);
        if (server.IsLoopback)
        {
            await using var read = await database.ReadAsync(cancel);
            rules = await settings.GetAsync(read, PrivacySettings.ExemptOwnMachine, cancel) ? rules with { Mode = new PrivacyMode.Allow(PrivacySettings.ExemptOwnMachine.Title) } : rules;
        }

        return new Outgoing(reader, rules);
    }

    /// <summary>Opens an exchange with what lies inside the house: the index.</summary>
    public async Task<Outgoing> OpenAsync(WayOut way, CancellationToken cancel) => new(reader, await RulesAsync(way, cancel));

    /// <summary>True when a text has a My Number that may not pass.</summary>
    public async Task<bool> StopsMyNumberAsync(WayOut way, string text, CancellationToken cancel)
    {
        if (!reader.HoldsMyNumber(text) || (await RulesAsync(way, cancel)).TakesMyNumbers)
        {
            return false;
        }

        Measures.Decided("my-number");
        return true;
    }

    /// <summary>What personal data a text has, in order of place.</summary>
    public IReadOnlyList<PersonalDatum> Read(string text) => [.. reader.Read(text).Where(datum => datum.IsPersonal)];

    /// <summary>An exchange for texts that belong to no municipality, such as evaluation sets: masked as by default.</summary>
    internal static Outgoing OpenByDefault(PersonalDataReader reader) => new(reader, new GateRules(new PrivacyMode.Mask(), ""));
}
