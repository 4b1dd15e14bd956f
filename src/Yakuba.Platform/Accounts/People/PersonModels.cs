using Yakuba.Platform.Accounts.Sections;
using Yakuba.Platform.Data;
using Yakuba.Platform.Web.Parts;

namespace Yakuba.Platform.Accounts.People;

/// <summary>Puts together what the page of one person shows.</summary>
internal sealed class PersonModels(Database database, SectionList sections)
{
    internal Task<PersonPageModel> NewAsync(CancellationToken cancel) =>
        CompleteAsync(new PersonPageModel("", "", "", [Role.Staff.ToKey()], [], Label.Section.ToName()) { IsNew = true }, cancel);

    /// <summary>What was typed for a new person, so that nothing is lost when it is refused.</summary>
    internal Task<PersonPageModel> TypedAsync(string userName, PersonInput typed, Problem problem, CancellationToken cancel) => CompleteAsync(
        new PersonPageModel(userName, typed.DisplayName, typed.Email, typed.Roles, typed.Sections, typed.Clearance) { IsNew = true, Problem = problem }, cancel);

    internal Task<PersonPageModel> OfAsync(Account account, CancellationToken cancel) => CompleteAsync(
        new PersonPageModel(
            account.UserName, account.DisplayName, account.Email, [.. account.Roles.Select(r => r.ToKey())], account.Sections, account.Clearance.ToName())
        {
            IsActive = account.IsActive,
            IsFromDirectory = account.IsFromDirectory,
        },
        cancel);

    private async Task<PersonPageModel> CompleteAsync(PersonPageModel model, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        return model with
        {
            RoleChoices = [.. Roles.OfAccounts.Select(r => new Choice(r.ToKey(), r.ToName()))],
            SectionChoices = [.. (await sections.ListAsync(read, cancel)).Select(s => new Choice(s.Code, s.Name))],
        };
    }
}
