using Yakuba.Office.Library;
using Yakuba.Office.Library.Importing;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.People;
using Yakuba.Platform.Accounts.Sections;
using Yakuba.Platform.Data;
using Yakuba.Platform.Settings;

namespace Yakuba.Office.Operate.SeedTown;

/// <summary>An account that was made, with the password for its first sign-in.</summary>
/// <param name="User">User name.</param>
/// <param name="Name">Display name.</param>
/// <param name="Section">Section.</param>
/// <param name="Roles">Roles.</param>
/// <param name="OneTimePassword">To be changed at the first sign-in.</param>
public sealed record SeededAccount(string User, string Name, string Section, IReadOnlyList<string> Roles, string OneTimePassword);

/// <summary>Fills an empty municipality from a <see cref="TownDescription"/>.</summary>
public sealed class SeedTownHandler(
    Database database, SettingStore settings, KeepSectionHandler sections, KeepPeopleHandler people, PeopleList accounts, ImportFilesHandler import)
{
    private static readonly Problem NotEmpty = new(
        "seed-not-empty", 409, "このデータフォルダには、すでに利用者が登録されています。見本は空のフォルダにだけ入れられます。--dataで別のフォルダを指定してください。");

    /// <summary>Adds settings, sections and people, and starts the import of the documents.</summary>
    /// <param name="folder">Where <c>town.json</c> and <c>town/</c> lie.</param>
    /// <param name="town">Its description.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="cancel">Stops before the import.</param>
    /// <returns>The accounts made and the import's job id.</returns>
    public async Task<Result<(IReadOnlyList<SeededAccount> Accounts, string Job)>> RunAsync(string folder, TownDescription town, Actor by, CancellationToken cancel)
    {
        await using (var read = await database.ReadAsync(cancel))
        {
            if ((await accounts.ListAsync(read, cancel)).Count > 0)
            {
                return NotEmpty;
            }
        }

        foreach (var section in town.Sections)
        {
            var added = await sections.AddAsync(
                new KeepSection(section.Code, section.Name, section.Kana, OldNames: [.. section.FormerNames.Select(n => n.Name)], Contact: section.Phone.Length > 0 ? $"電話 {section.Phone}" : ""), by, cancel);
            if (added.Problem is { } problem)
            {
                return problem.With(section.Name);
            }
        }

        await NameAsync(town.Municipality, by, cancel);
        var made = new List<SeededAccount>();
        foreach (var user in town.Users)
        {
            var input = user.Clearance.Length > 0
                ? new PersonInput(user.Name, user.Roles, [user.Section], user.Clearance)
                : new PersonInput(user.Name, user.Roles, [user.Section]);
            if (!(await people.AddAsync(user.User, input, null, by, cancel)).TryGet(out var person, out var problem))
            {
                return problem.With(user.User);
            }

            made.Add(new(user.User, user.Name, user.Section, user.Roles, person.OneTimePassword));
        }

        var codes = town.Sections.ToDictionary(s => s.Name, s => s.Code);
        var items = town.Documents.OrderBy(d => d.Version).ThenBy(d => d.Path, StringComparer.Ordinal).Select(d => Item(folder, d, codes)).ToList();
        return (await import.StartAsync(new ImportInput(items, ""), by, cancel)).Match<Result<(IReadOnlyList<SeededAccount>, string)>>(job => (made, job), p => p);
    }

    private static ImportItem Item(string folder, TownDocument d, Dictionary<string, string> codes) => new(
        Path.Combine(folder, "town", d.Path),
        $"{codes[d.Section]}:{(d.Document.Length > 0 ? d.Document : d.Path)}",
        Path.GetFileName(d.Path),
        codes[d.Section],
        Labels.Parse(d.Label) ?? Label.Restricted,
        VersionStates.Parse(d.State) ?? VersionState.Draft)
    {
        Title = d.Title,
        Readers = [.. (d.Readers ?? []).Select(r => codes[r])],
        ValidFrom = d.ValidFrom,
        ValidTo = d.ValidTo,
        ReviewOn = d.ReviewOn,
    };

    private async Task NameAsync(TownMunicipality town, Actor by, CancellationToken cancel)
    {
        await using var work = await database.BeginAsync(cancel);
        (SettingDefinition Setting, string Value)[] values =
        [
            (MunicipalitySettings.Name, town.Name),
            (MunicipalitySettings.OtherNames, string.Join('、', new[] { town.Prefecture, town.District }.Where(n => n.Length > 0))),
            (MunicipalitySettings.Aliases, town.Aliases),
            (MunicipalitySettings.Code, town.Code),
            (MunicipalitySettings.Contact, town.Contact),
        ];
        foreach (var (setting, value) in values)
        {
            await settings.SetAsync(work, setting.Name, value, by, cancel);
        }

        await work.CommitAsync(cancel);
    }
}
