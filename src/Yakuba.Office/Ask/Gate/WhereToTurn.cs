using Yakuba.Platform.Accounts.Sections;
using Yakuba.Platform.Data;
using Yakuba.Platform.Settings;

namespace Yakuba.Office.Ask.Gate;

/// <summary>Puts names and telephone numbers to the sections of next steps, as they are on the day of the answer.</summary>
public sealed class WhereToTurn(Database database, SectionList sections, SettingStore settings)
{
    /// <summary>The steps with name and contact. Where no section is known, the municipality's general contact stands in.</summary>
    public async Task<IReadOnlyList<NextStep>> NameAsync(IReadOnlyList<NextStep> steps, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        if (steps.Count == 0)
        {
            var general = await settings.GetAsync(read, MunicipalitySettings.Contact, cancel);
            return general.Length == 0 ? [] : [new NextStep("お困りのときは、こちらへお問い合わせください。", "", "", general)];
        }

        var known = (await sections.ListAsync(read, cancel)).ToDictionary(s => s.Code);
        return [.. steps.Select(s => known.TryGetValue(s.Section, out var section) ? s with { Name = section.Name, Contact = section.Contact } : s)];
    }
}
