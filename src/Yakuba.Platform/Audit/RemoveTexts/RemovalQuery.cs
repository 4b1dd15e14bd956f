using Yakuba.Platform.Accounts.People;
using Yakuba.Platform.Audit.ListEntries;
using Yakuba.Platform.Data;

namespace Yakuba.Platform.Audit.RemoveTexts;

/// <summary>Reads removals, what is due, and the list of what a removal took.</summary>
public sealed class RemovalQuery(Database database, Retention retention, PeopleList people)
{
    /// <summary>The page for a person.</summary>
    public async Task<RemovalPageModel> PageAsync(Actor by, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        var names = await people.NamesAsync(read, cancel);
        var lines = await RemovalRows.ListAsync(read, cancel);
        return new RemovalPageModel(
            lines.Any(r => r is { IsDisposal: true, State: "waiting" }) ? null : await retention.DueAsync(read, cancel),
            [.. lines.Select(r => new RemovalLine(r, ListEntriesQuery.Who(r.AskedBy, names), ListEntriesQuery.Who(r.DecidedBy, names), r.AskedBy == by.UserId))],
            by.Roles.Give(Right.OpenRecordBody));
    }

    /// <summary>All removals, for the command.</summary>
    public async Task<(DueTexts? Due, IReadOnlyList<Removal> Removals)> ListAsync(CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        return (await retention.DueAsync(read, cancel), await RemovalRows.ListAsync(read, cancel));
    }

    /// <summary>The list of what a removal took.</summary>
    /// <returns>Null when there is no such removal, or it was not carried out.</returns>
    public async Task<byte[]?> FileAsync(long number, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        return await RemovalRows.FindAsync(read, number, cancel) is { State: "done" } ? await RemovedList.OfAsync(read, number, cancel) : null;
    }
}
