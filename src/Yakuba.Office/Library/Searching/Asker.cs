using Microsoft.Extensions.DependencyInjection;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.People;
using Yakuba.Platform.CommandLine;

namespace Yakuba.Office.Library.Searching;

/// <summary>As whom a command reads.</summary>
public static class Asker
{
    /// <summary>The account named by <c>--as</c>, or a resident.</summary>
    /// <param name="context">The command.</param>
    /// <param name="user">User name; empty for a resident.</param>
    /// <param name="cancel">Stops the look-up.</param>
    /// <returns>Who reads, or a problem when nobody has this name.</returns>
    public static async Task<Result<Principal>> FindAsync(CommandContext context, string user, CancellationToken cancel) => user.Length == 0
        ? Principal.Resident
        : await context.Services.GetRequiredService<PeopleList>().PrincipalAsync(user, Channel.Command, cancel);
}
