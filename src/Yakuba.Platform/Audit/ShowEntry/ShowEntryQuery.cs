using System.Text;
using Yakuba.Ledger;
using Yakuba.Platform.Accounts.People;
using Yakuba.Platform.Audit.ListEntries;
using Yakuba.Platform.Data;
using Yakuba.Platform.Web.Parts;

namespace Yakuba.Platform.Audit.ShowEntry;

/// <summary>One entry of the record with all that it says.</summary>
public sealed class ShowEntryQuery(Database database, PeopleList people, ListEntriesQuery list)
{
    /// <summary>Reads an entry.</summary>
    /// <returns>Null when there is none.</returns>
    public async Task<AuditEntryModel?> FindAsync(long index, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        var row = await read.SingleOrDefaultAsync<StoredEntry>($"SELECT {StoredEntry.Columns} FROM audit_entry WHERE idx = @index", new { index }, cancel);
        if (row is null || !LedgerEntry.TryDecode(row.Entry, out var entry))
        {
            return null;
        }

        var related = await read.QueryAsync<long>(
            "SELECT idx FROM audit_entry WHERE request = @Request AND idx <> @index ORDER BY idx LIMIT 1", new { entry.Request, index }, cancel);
        return new AuditEntryModel(
            index, list.NameOf(entry.Action), Facts(entry, row, await people.NamesAsync(read, cancel)), Encoding.UTF8.GetString(row.Entry), await BodyAsync(read, index, cancel))
        {
            Related = related.Count == 0 ? null : related[0],
        };
    }

    private static async Task<EntryBody> BodyAsync(Session read, long index, CancellationToken cancel)
    {
        var keys = await read.QueryAsync<byte[]>("SELECT seal_key FROM audit_body WHERE idx = @index", new { index }, cancel);
        return keys.Count == 0 ? EntryBody.None : keys.All(k => k.Length == 0) ? EntryBody.Erased : EntryBody.Closed;
    }

    private static IReadOnlyList<FactLine> Facts(LedgerEntry entry, StoredEntry row, IReadOnlyDictionary<string, string> names) =>
    [
        new("日時", entry.Time.ToPeople()),
        new("操作した人", ListEntriesQuery.Who(entry.Actor, names)),
        new("役割", string.Join("、", entry.Roles.Select(r => Roles.Parse(r)?.ToName() ?? r))),
        new("操作の名前", entry.Action),
        new("依頼番号", entry.Request),
        .. entry.Model is { } model ? new FactLine[] { new("モデル", model.Name) } : [],
        .. entry.Facts.Select(f => new FactLine(FactNames.Of(f.Key), f.Key == "account" ? ListEntriesQuery.Who(f.Value, names) : FactNames.Value(f.Value))),
        .. entry.Passages.Select((p, i) => new FactLine($"根拠 {i + 1}", $"{p.Id}（{p.Label}） {p.Hash}")),
        .. entry.Verdicts.Select(v => new FactLine($"確認: {v.Check}", v.Reason.Length == 0 ? v.Outcome : $"{v.Outcome}（{v.Reason}）")),
        new("ハッシュ", new TreeHash(row.Leaf).ToString()),
    ];
}
