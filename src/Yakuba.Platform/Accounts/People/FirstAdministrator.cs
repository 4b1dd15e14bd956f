using Yakuba.Platform.Data;

namespace Yakuba.Platform.Accounts.People;

/// <summary>Makes the first administrator of a new municipality.</summary>
public sealed class FirstAdministrator(Database database, KeepPeopleHandler people)
{
    /// <summary>User name of the first administrator.</summary>
    public const string UserName = "admin";

    /// <summary>Adds the account when nobody has one.</summary>
    /// <returns>The one-time password to show, which must be changed at the first sign-in; null when there are people already.</returns>
    public async Task<string?> EnsureAsync(Actor by, CancellationToken cancel)
    {
        await using (var read = await database.ReadAsync(cancel))
        {
            if (await read.CountAsync("SELECT count(*) FROM account", cancel: cancel) > 0)
            {
                return null;
            }
        }

        // Another caller may have been faster: then the name is taken, and its password was shown there.
        var added = await people.AddAsync(UserName, new PersonInput("管理者", [Role.Administrator.ToKey()], []), null, by, cancel);
        return added.Match(person => (string?)person.OneTimePassword, _ => null);
    }
}
