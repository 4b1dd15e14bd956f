using System.Text.Json.Nodes;
using Yakuba.Platform.Accounts.People;
using Yakuba.Platform.Accounts.Sections;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Data;
using Yakuba.Platform.Settings;

namespace Yakuba.Platform.Accounts.Directories;

/// <summary>Signs people in whom the municipality's directory knows, and keeps an account for each: roles and sections follow the groups at every sign-in.</summary>
internal sealed class DirectorySignIn(
    Database database, SettingStore settings, SectionList sections, ReadingPassword reading, AuditTrail audit, TimeProvider time)
{
    /// <summary>Asks the directory, when there is one.</summary>
    /// <returns>The account; nobody when the directory refuses; or why it could not be asked.</returns>
    internal async Task<Result<DirectoryAnswer>> CheckAsync(string userName, string password, string requestId, CancellationToken cancel)
    {
        var (plan, mapping) = await PlanAsync(cancel);
        if (plan is null || userName.Length == 0 || password.Length == 0) // an empty password would be an anonymous bind, which succeeds
        {
            return new DirectoryAnswer(null);
        }

        if (!(await DirectoryServer.CheckAsync(plan, userName, password, cancel)).TryGet(out var verdict, out var problem))
        {
            return problem;
        }

        return verdict.Person is { } person ? await KeepAsync(userName, person, mapping, requestId, cancel) : new DirectoryAnswer(null);
    }

    private async Task<Result<DirectoryAnswer>> KeepAsync(string userName, DirectoryPerson person, GroupMapping mapping, string requestId, CancellationToken cancel)
    {
        var given = mapping.Lines.Where(line => person.Groups.Contains(line.Group, StringComparer.OrdinalIgnoreCase)).ToList();
        if (given.All(line => line.Role is null))
        {
            return AccountsProblems.DirectoryNoRole;
        }

        var clearance = given.Select(line => line.Clearance).OfType<Label>().DefaultIfEmpty(Label.Section).Max();
        var name = SectionList.Clean(person.Name);
        var input = new PersonInput(
            name.Length is 0 or > 80 ? userName : name,
            [.. given.Select(line => line.Role?.ToKey()).OfType<string>()],
            [.. given.Select(line => line.Section).Where(section => section.Length > 0)],
            clearance.ToName());

        await using var work = await database.BeginAsync(cancel);
        if (!(await PersonFacts.ReadAsync(work, sections, input, cancel)).TryGet(out var facts, out var problem))
        {
            return AccountsProblems.DirectorySetting.With(problem.ToString()); // the mapping names a section that is not there
        }

        var account = await AccountRows.FindByNameAsync(work, userName, cancel);
        if (account is { IsFromDirectory: false }) // added here meanwhile
        {
            return new DirectoryAnswer(null);
        }

        if (account is null || Differs(account, facts))
        {
            account = await StoreAsync(work, account?.Id, userName, facts, requestId, cancel);
            await work.CommitAsync(cancel);
        }

        return new DirectoryAnswer(account);
    }

    private async Task<Account> StoreAsync(UnitOfWork work, string? known, string userName, PersonFacts facts, string requestId, CancellationToken cancel)
    {
        var id = known ?? Guid.CreateVersion7().ToString("D");
        _ = known is null
            ? await AccountWriting.AddAsync(work, id, userName, facts, "directory", time.GetUtcNow(), cancel)
            : await AccountWriting.ChangeAsync(work, id, facts, cancel);
        await AccountWriting.SetBelongingsAsync(work, id, facts, cancel);
        var said = KeepPeopleHandler.Facts(id, facts);
        said["origin"] = "directory";
        await audit.AppendAsync(work, Actor.System(requestId), known is null ? "account-added" : "account-changed", said, cancel);
        return (await AccountRows.FindAsync(work, id, cancel))!;
    }

    private static bool Differs(Account account, PersonFacts facts) =>
        account.DisplayName != facts.DisplayName || account.Clearance != facts.Clearance
        || !account.Roles.SequenceEqual(facts.Roles) || !account.Sections.SequenceEqual(facts.Sections);

    private async Task<(DirectoryPlan? Plan, GroupMapping Mapping)> PlanAsync(CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        Task<T> Get<T>(Setting<T> setting) => settings.GetAsync(read, setting, cancel);
        if (DirectoryAddress.Parse(await Get(DirectorySettings.Address)) is not { } address)
        {
            return (null, GroupMapping.None);
        }

        return (
            new DirectoryPlan(
                address,
                await Get(DirectorySettings.StartTls),
                await Get(DirectorySettings.Base),
                await Get(DirectorySettings.ReaderDn),
                reading.Read(),
                await Get(DirectorySettings.UserFilter),
                await Get(DirectorySettings.GroupFilter),
                await Get(DirectorySettings.NameAttribute),
                TimeSpan.FromSeconds(await Get(DirectorySettings.TimeoutSeconds))),
            await Get(DirectorySettings.Groups));
    }
}

/// <summary>Whom the directory let in; nobody when name or password is wrong.</summary>
internal sealed record DirectoryAnswer(Account? Account);
