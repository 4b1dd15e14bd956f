using System.Text.Json.Nodes;
using Yakuba.Platform.Accounts.Sections;
using Yakuba.Platform.Accounts.SignIn;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Data;

namespace Yakuba.Platform.Accounts.People;

/// <summary>A person, and the password that the person signs in with once.</summary>
/// <param name="Account">The person.</param>
/// <param name="OneTimePassword">Shown once; empty when the caller chose the password.</param>
public sealed record PersonWithPassword(Account Account, string OneTimePassword);

/// <summary>Adds people and changes what is said of them. A change of role or section counts from the next request on.</summary>
public sealed class KeepPeopleHandler
{
    private readonly Database _database;
    private readonly SectionList _sections;
    private readonly Passwords _passwords;
    private readonly AuditTrail _audit;
    private readonly TimeProvider _time;

    internal KeepPeopleHandler(Database database, SectionList sections, Passwords passwords, AuditTrail audit, TimeProvider time)
    {
        _database = database;
        _sections = sections;
        _passwords = passwords;
        _audit = audit;
        _time = time;
    }

    /// <summary>Adds a person with a local password.</summary>
    /// <param name="userName">As typed.</param>
    /// <param name="input">What is said of the person.</param>
    /// <param name="password">A password that holds from now on; null for a one-time password that must be replaced.</param>
    /// <param name="by">Who adds.</param>
    /// <param name="cancel">Stops before anything is stored.</param>
    public async Task<Result<PersonWithPassword>> AddAsync(string userName, PersonInput input, string? password, Actor by, CancellationToken cancel)
    {
        if (UserName.Canonical(userName) is not { } name)
        {
            return AccountsProblems.UserNameForm.With(userName);
        }

        await using var work = await _database.BeginAsync(cancel);
        if (await AccountRows.FindByNameAsync(work, name, cancel) is not null)
        {
            return AccountsProblems.UserNameTaken.With(name);
        }

        if (!(await PersonFacts.ReadAsync(work, _sections, input, cancel)).TryGet(out var facts, out var problem))
        {
            return problem;
        }

        if (password is not null && await _passwords.JudgeAsync(work, name, password, cancel) is { } weak)
        {
            return weak;
        }

        var id = Guid.CreateVersion7().ToString("D");
        var oneTime = password is null ? Secret.NewOneTimePassword() : "";
        await AccountWriting.AddAsync(work, id, name, facts, "local", _time.GetUtcNow(), cancel);
        await AccountWriting.SetBelongingsAsync(work, id, facts, cancel);
        await _passwords.SetAsync(work, id, password ?? oneTime, mustChange: password is null, cancel);
        await _audit.AppendAsync(work, by, "account-added", Facts(id, facts), cancel);
        var account = (await AccountRows.FindAsync(work, id, cancel))!;
        await work.CommitAsync(cancel);
        return new PersonWithPassword(account, oneTime);
    }

    /// <summary>Changes name, roles, sections and clearance.</summary>
    public async Task<Result<Account>> ChangeAsync(string userName, PersonInput input, Actor by, CancellationToken cancel)
    {
        await using var work = await _database.BeginAsync(cancel);
        if (!(await FindAsync(work, userName, cancel)).TryGet(out var account, out var problem)
            || !(await PersonFacts.ReadAsync(work, _sections, input, cancel)).TryGet(out var facts, out problem))
        {
            return problem;
        }

        if (!facts.Roles.Contains(Role.Administrator) && await AccountWriting.IsLastAdministratorAsync(work, account, cancel))
        {
            return AccountsProblems.LastAdministrator;
        }

        await AccountWriting.ChangeAsync(work, account.Id, facts, cancel);
        await AccountWriting.SetBelongingsAsync(work, account.Id, facts, cancel);
        await _audit.AppendAsync(work, by, "account-changed", Facts(account.Id, facts), cancel);
        var changed = (await AccountRows.FindAsync(work, account.Id, cancel))!;
        await work.CommitAsync(cancel);
        return changed;
    }

    /// <summary>Disables a person, whose browsers are signed out at once, or lets the person in again.</summary>
    public async Task<Result<Account>> SetStateAsync(string userName, bool active, Actor by, CancellationToken cancel)
    {
        await using var work = await _database.BeginAsync(cancel);
        if (!(await FindAsync(work, userName, cancel)).TryGet(out var account, out var problem))
        {
            return problem;
        }

        if (!active && await AccountWriting.IsLastAdministratorAsync(work, account, cancel))
        {
            return AccountsProblems.LastAdministrator;
        }

        if (account.IsActive != active)
        {
            await AccountWriting.SetStateAsync(work, account.Id, active, cancel);
            await SessionOpening.CloseOthersAsync(work, account.Id, "", cancel);
            await _audit.AppendAsync(work, by, active ? "account-enabled" : "account-disabled", new JsonObject { ["account"] = account.Id }, cancel);
            await work.CommitAsync(cancel);
        }

        return account with { IsActive = active };
    }

    /// <summary>Gives a person a new one-time password, opens the name if it was closed, and signs the person's browsers out.</summary>
    /// <param name="userName">As typed.</param>
    /// <param name="password">A password that holds from now on; null for a one-time password.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="cancel">Stops before anything is stored.</param>
    public async Task<Result<PersonWithPassword>> ResetPasswordAsync(string userName, string? password, Actor by, CancellationToken cancel)
    {
        await using var work = await _database.BeginAsync(cancel);
        if (!(await FindAsync(work, userName, cancel)).TryGet(out var account, out var problem))
        {
            return problem;
        }

        if (account.IsFromDirectory)
        {
            return AccountsProblems.DirectoryPassword;
        }

        if (password is not null && await _passwords.JudgeAsync(work, account.UserName, password, cancel) is { } weak)
        {
            return weak;
        }

        var oneTime = password is null ? Secret.NewOneTimePassword() : "";
        await _passwords.SetAsync(work, account.Id, password ?? oneTime, mustChange: password is null, cancel);
        await SessionOpening.CloseOthersAsync(work, account.Id, "", cancel);
        await FailureCount.ClearAsync(work, Secret.Hash(account.UserName), cancel);
        await _audit.AppendAsync(work, by, "password-reset", new JsonObject { ["account"] = account.Id }, cancel);
        await work.CommitAsync(cancel);
        return new PersonWithPassword(account with { MustChangePassword = password is null }, oneTime);
    }

    private static async Task<Result<Account>> FindAsync(Session session, string userName, CancellationToken cancel) =>
        UserName.Canonical(userName) is { } name && await AccountRows.FindByNameAsync(session, name, cancel) is { } account
            ? account
            : AccountsProblems.UnknownUser.With(userName);

    internal static JsonObject Facts(string id, PersonFacts facts) => new()
    {
        ["account"] = id,
        ["roles"] = new JsonArray([.. facts.Roles.Select(r => JsonValue.Create(r.ToKey()))]),
        ["sections"] = new JsonArray([.. facts.Sections.Select(s => JsonValue.Create(s))]),
        ["clearance"] = facts.Clearance.ToName(),
    };
}
