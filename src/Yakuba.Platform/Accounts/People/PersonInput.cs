using Yakuba.Platform.Accounts.Sections;
using Yakuba.Platform.Data;

namespace Yakuba.Platform.Accounts.People;

/// <summary>What is said of a person, as typed: in a form, in a command or over the API.</summary>
/// <param name="DisplayName">1 to 80 UTF-16 code units.</param>
/// <param name="Roles">Names or keys, at least one.</param>
/// <param name="Sections">Names, old names or codes; may be empty.</param>
/// <param name="Clearance">A label's name.</param>
/// <param name="Email">May be empty.</param>
public sealed record PersonInput(string DisplayName, IReadOnlyList<string> Roles, IReadOnlyList<string> Sections, string Clearance = "機密性2", string Email = "");

/// <summary>The same, checked and in its one form.</summary>
internal sealed record PersonFacts(string DisplayName, string Email, IReadOnlyList<Role> Roles, IReadOnlyList<string> Sections, Label Clearance)
{
    internal static async Task<Result<PersonFacts>> ReadAsync(Session session, SectionList sections, PersonInput input, CancellationToken cancel)
    {
        var name = SectionList.Clean(input.DisplayName);
        if (name.Length is 0 or > 80)
        {
            return AccountsProblems.DisplayName;
        }

        var email = (input.Email ?? "").Trim();
        if (email.Length > 0 && !IsEmail(email))
        {
            return AccountsProblems.Email;
        }

        var roles = new List<Role>();
        foreach (var text in input.Roles.Where(r => r.Length > 0))
        {
            if (Platform.Roles.Parse(text) is not { } role || role == Role.Resident)
            {
                return AccountsProblems.UnknownRole.With(text);
            }

            roles.Add(role);
        }

        if (roles.Count == 0)
        {
            return AccountsProblems.RoleNeeded;
        }

        if (Labels.Parse(input.Clearance) is not { } clearance)
        {
            return AccountsProblems.UnknownLabel.With(input.Clearance);
        }

        var codes = new List<string>();
        var known = await sections.ListAsync(session, cancel);
        foreach (var text in input.Sections.Where(s => s.Length > 0))
        {
            if (!sections.Find(known, text).TryGet(out var section, out var problem))
            {
                return problem;
            }

            codes.Add(section.Code);
        }

        return new PersonFacts(name, email, [.. roles.Distinct().Order()], [.. codes.Distinct().Order(StringComparer.Ordinal)], clearance);
    }

    // Yakuba sends no mail to it; the form is checked so that a slip is noticed.
    private static bool IsEmail(string text) =>
        text.Length <= 254 && text.IndexOf('@') is > 0 and var at && at == text.LastIndexOf('@') && at < text.Length - 1
        && text.All(c => c is > ' ' and < '\x7f');
}
