using Yakuba.Ledger;
using Yakuba.Platform.Accounts.People;
using Yakuba.Platform.Audit.ShowEntry;
using Yakuba.Platform.Data;
using Yakuba.Platform.Web.Parts;

namespace Yakuba.Platform.Audit.ListEntries;

/// <summary>The record's entries as lists and single pages show them.</summary>
public sealed class ListEntriesQuery(Database database, PeopleList people, IEnumerable<AuditActionName> names)
{
    /// <summary>Entries on one page of the list.</summary>
    public const int PageSize = 50;

    private readonly Dictionary<string, string> _names = names.ToDictionary(n => n.Action, n => n.Words);

    /// <summary>Actions to choose from.</summary>
    public IReadOnlyList<Choice> Actions => [.. _names.OrderBy(n => n.Value, StringComparer.Ordinal).Select(n => new Choice(n.Key, n.Value))];

    /// <summary>One page, latest first.</summary>
    /// <param name="filter">Which entries.</param>
    /// <param name="page">From 1.</param>
    /// <param name="cancel">Stops.</param>
    /// <returns>The lines, and how many pages there are.</returns>
    public async Task<(IReadOnlyList<AuditLine> Lines, int Pages)> PageAsync(AuditFilter filter, int page, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        var byName = await people.NamesAsync(read, cancel);
        var args = new
        {
            action = filter.Action,
            person = filter.Person.Length == 0 ? "" : byName.FirstOrDefault(n => n.Value == filter.Person).Key ?? filter.Person,
            from = filter.From is { } from ? new DateTimeOffset(from.ToDateTime(TimeOnly.MinValue), JapanTime.Offset).ToStore() : "",
            to = filter.To is { } to ? new DateTimeOffset(to.AddDays(1).ToDateTime(TimeOnly.MinValue), JapanTime.Offset).ToStore() : "9",
            skip = (long)(page - 1) * PageSize,
            take = (long)PageSize,
        };
        const string where = " FROM audit_entry WHERE (@action = '' OR action = @action) AND (@person = '' OR actor = @person) AND at >= @from AND at < @to";
        var all = await read.CountAsync("SELECT count(*)" + where, args, cancel);
        var rows = await read.QueryAsync<Row>("SELECT idx AS \"Index\", entry AS Entry" + where + " ORDER BY idx DESC LIMIT @take OFFSET @skip", args, cancel);
        return ([.. rows.Select(r => Line(r, byName))], (int)Math.Max(1, (all + PageSize - 1) / PageSize));
    }

    /// <summary>What an action is called.</summary>
    public string NameOf(string action) => _names.GetValueOrDefault(action, action);

    /// <summary>Who an actor is, for people.</summary>
    internal static string Who(string actor, IReadOnlyDictionary<string, string> names) => actor switch
    {
        "anonymous" => "住民",
        "system" => "システム",
        "console" => "サーバ操作者",
        _ => names.GetValueOrDefault(actor, actor),
    };

    private AuditLine Line(Row row, IReadOnlyDictionary<string, string> byName) => LedgerEntry.TryDecode(row.Entry, out var entry)
        ? new(row.Index, entry.Time, NameOf(entry.Action), Who(entry.Actor, byName), entry.Facts.GetValueOrDefault("channel", ""), About(entry))
        : new(row.Index, DateTimeOffset.UnixEpoch, "読み取れない記録", "", "");

    private static string About(LedgerEntry entry) => string.Join("、", entry.Facts
        .Where(f => f.Key is "status" or "label" or "section" or "state" or "method" or "setting" or "version")
        .Select(f => $"{FactNames.Of(f.Key)}: {FactNames.Value(f.Value)}"));

    private sealed record Row(long Index, byte[] Entry);
}
