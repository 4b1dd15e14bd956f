using Yakuba.Platform.Data;

namespace Yakuba.Platform.Accounts.People;

/// <summary>Who is who, for every room.</summary>
public sealed class PeopleList(Database database)
{
    /// <summary>Everybody with an account, by user name.</summary>
    public Task<IReadOnlyList<Account>> ListAsync(Session session, CancellationToken cancel) => AccountRows.ListAsync(session, cancel);

    /// <summary>The person with a user name, as typed.</summary>
    public async Task<Result<Account>> FindAsync(string userName, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        return UserName.Canonical(userName) is { } name && await AccountRows.FindByNameAsync(read, name, cancel) is { } account
            ? account
            : AccountsProblems.UnknownUser.With(userName);
    }

    /// <summary>The person as one who reads: for a command with <c>--as USER</c>.</summary>
    /// <returns>The principal; unknown and disabled people are a problem.</returns>
    public async Task<Result<Principal>> PrincipalAsync(string userName, Channel channel, CancellationToken cancel) =>
        (await FindAsync(userName, cancel)).Match<Result<Principal>>(
            account => account.IsActive ? account.ToPrincipal(channel) : AccountsProblems.Disabled.With(account.UserName),
            problem => problem);

    /// <summary>The same person with what the store says now: long answers ask before each piece.</summary>
    /// <returns>Null once the person was disabled. A resident stays a resident.</returns>
    public async Task<Principal?> AgainAsync(Principal principal, CancellationToken cancel)
    {
        if (!principal.IsStaff)
        {
            return principal;
        }

        await using var read = await database.ReadAsync(cancel);
        return await AccountRows.FindAsync(read, principal.UserId, cancel) is { IsActive: true } account
            ? account.ToPrincipal(principal.Channel) with { LimitedTo = principal.LimitedTo }
            : null;
    }

    /// <summary>Display names by id, for pages that show who did something. Ids of nobody are left out.</summary>
    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(Session session, CancellationToken cancel) =>
        (await session.QueryAsync<NameRow>("SELECT id AS Id, display_name AS Name FROM account", cancel: cancel)).ToDictionary(r => r.Id, r => r.Name);
}

file sealed record NameRow(string Id, string Name);
