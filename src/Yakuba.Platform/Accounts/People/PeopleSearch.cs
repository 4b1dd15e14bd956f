using Yakuba.Platform.Accounts.Sections;

namespace Yakuba.Platform.Accounts.People;

/// <summary>Finds people by any word of their name, user name, role or section. A municipality has thousands of people at most, so all are looked at.</summary>
internal static class PeopleSearch
{
    private const int PageSize = 50;

    internal static PeoplePageModel Of(IReadOnlyList<Account> people, IReadOnlyList<Section> sections, string search, int page)
    {
        var names = sections.ToDictionary(s => s.Code, s => s.Name);
        var words = SectionList.Key(search).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var found = people.Select(p => Line(p, names)).Where(line => words.All(word => Matches(line, word))).ToList();
        var pages = Math.Max(1, (found.Count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        return new PeoplePageModel([.. found.Skip((page - 1) * PageSize).Take(PageSize)], search, page, pages);
    }

    private static PersonLine Line(Account person, Dictionary<string, string> names) => new(
        person.UserName,
        person.DisplayName,
        [.. person.Roles.Select(r => r.ToName())],
        [.. person.Sections.Select(code => names[code])],
        person.IsActive,
        person.IsFromDirectory,
        person.SignedInAt);

    private static bool Matches(PersonLine line, string word) =>
        line.Roles.Concat(line.Sections).Append(line.DisplayName).Append(line.UserName)
            .Any(text => SectionList.Key(text).Contains(word, StringComparison.Ordinal));
}
