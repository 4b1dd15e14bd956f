using Yakuba.Platform;
using Yakuba.Platform.Accounts.People;
using Yakuba.Platform.Data;

namespace Yakuba.Towns.Acts;

/// <summary>Makes the first administrator of a town that has no people yet. All others are the town's own affair: the operator of the installation has no account there and no rights.</summary>
internal static class MakeAdministratorHandler
{
    /// <returns>The one-time password.</returns>
    internal static Task<Result<string>> HandleAsync(Installation installation, string code, Actor by, CancellationToken cancel) => installation.AloneAsync(async () =>
    {
        if (installation.File.Find(code) is not { } entry)
        {
            return TownProblems.Unknown.With(code);
        }

        if (entry.State is not (TownState.Open or TownState.Suspended))
        {
            return TownProblems.Unfinished.With(code);
        }

        var made = await installation.InTownAsync<string>(entry, async town =>
        {
            if (await town.GetRequiredService<FirstAdministrator>().EnsureAsync(by, cancel) is not { } password)
            {
                return TownProblems.HasPeople;
            }

            await TownRecord.NoteAsync(town, TownActions.Administrator, by, [], cancel);
            return password;
        }, cancel);
        return made.IsSuccess && await installation.NoteAsync(TownActions.Administrator, code) is { } unnoted ? unnoted : made;
    }, cancel);
}
