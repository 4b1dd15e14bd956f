using Yakuba.Platform;
using Yakuba.Platform.Accounts.Sections;
using Yakuba.Platform.Data;
using Yakuba.Platform.Settings;

namespace Yakuba.Office.Draft.Compose;

/// <summary>What the house knows and nobody has to type: names of the municipality, of the section and of who writes.</summary>
public sealed class HouseFacts(SettingStore settings, SectionList sections)
{
    private const string Kinds = "都道府県市区町村";

    /// <summary>The facts, by the names that templates use. One that is not known is left out.</summary>
    /// <param name="read">The store.</param>
    /// <param name="section">Code of the section that drafts.</param>
    /// <param name="writer">Name of the person who writes.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<IReadOnlyDictionary<string, string>> OfAsync(Session read, string section, string writer, CancellationToken cancel)
    {
        var town = (await settings.GetAsync(read, MunicipalitySettings.Name, cancel)).Trim();
        var own = (await sections.ListAsync(read, cancel)).FirstOrDefault(s => s.Code == section);
        var kind = town.Length > 0 && Kinds.Contains(town[^1], StringComparison.Ordinal) ? town[^1..] : "";
        return new Dictionary<string, string>
        {
            ["団体名"] = town,
            ["団体の長"] = kind.Length == 0 ? "" : kind is "県" or "都" or "道" or "府" ? town + "知事" : town + "長",
            ["団体種"] = kind,
            ["団体略"] = kind.Length == 0 ? "" : town[..1] + kind,
            ["課名"] = own?.Name ?? "",
            ["課略"] = own?.Name[..1] ?? "",
            ["連絡先"] = own?.Contact ?? "",
            ["担当者"] = writer,
        }.Where(f => f.Value.Length > 0).ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal);
    }
}
