using Yakuba.Platform.Data;

namespace Yakuba.Platform.Audit;

/// <summary>What the record of now says that an older shape of its tables cannot hold. Carried over there, it would be gone for good.</summary>
public static class RecordShape
{
    // A record whose key was never changed has one row: it is made again from the key's file when the data comes forward, as is how far the head was signed.
    private const string FirstKey = "audit_key", HowFarSigned = "signed";

    /// <summary>Compares by the tables and columns that the copy lacks: a row counts that says something in them.</summary>
    /// <returns>Table and rows for people; empty when the copy can hold all.</returns>
    public static async Task<IReadOnlyList<string>> LostAsync(Session copy, Session now, CancellationToken cancel)
    {
        var known = (await ColumnsAsync(copy, cancel)).Select(c => (c.Table, c.Name)).ToHashSet();
        var lost = new Dictionary<string, long>();
        foreach (var column in (await ColumnsAsync(now, cancel)).Where(c => !known.Contains((c.Table, c.Name)) && (c.Table, c.Name) != ("audit_tree", HowFarSigned)))
        {
            var rows = await now.CountAsync(
                $"SELECT count(*) FROM {column.Table} WHERE {column.Name} IS DISTINCT FROM {column.Usual}{(column.Table == FirstKey ? " AND seq > 0" : "")}", cancel: cancel);
            lost[column.Table] = Math.Max(rows, lost.GetValueOrDefault(column.Table));
        }

        return [.. lost.Where(l => l.Value > 0).Select(l => $"{l.Key} {l.Value:N0}件")];
    }

    private static Task<IReadOnlyList<Column>> ColumnsAsync(Session session, CancellationToken cancel) => session.QueryAsync<Column>(
        session.Engine == StorageEngine.Sqlite
            ? "SELECT t.name AS \"Table\", c.name AS Name, coalesce(c.dflt_value, 'NULL') AS Usual FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table' AND substr(t.name, 1, length(@Tables)) = @Tables"
            : "SELECT table_name::text AS \"Table\", column_name::text AS Name, coalesce(column_default, 'NULL') AS Usual FROM information_schema.columns WHERE table_schema = current_schema() AND starts_with(table_name::text, @Tables)",
        new { RecordBeginning.Tables },
        cancel);

    private sealed record Column(string Table, string Name, string Usual);
}
