using Yakuba.Platform;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Operate.RollBack;

/// <summary>What was done since a copy was taken, by the record: nothing changes without its entry.</summary>
/// <param name="Action">Stable name of the action.</param>
/// <param name="Words">What it is called for people.</param>
/// <param name="Count">How often.</param>
/// <param name="First">The first entry that says so.</param>
public sealed record Loss(string Action, string Words, long Count, long First);

/// <summary>One entry of the list that is kept beside the state put aside.</summary>
internal sealed record LostEntry(long Number, string At, string Actor, string Action);

/// <summary>Reads from the record what going back to a copy would undo.</summary>
internal sealed class RollBackLosses(IEnumerable<AuditActionName> names)
{
    // These change nothing that people would miss: who signs in again, and what was read or copied.
    private static readonly HashSet<string> LeaveNothing =
    [
        "signed-in", "signed-out", "sign-in-refused", "sign-in-locked", "sign-in-disabled",
        RecordActions.Exported, RecordActions.BodyOpened, OperateActions.BackupMade, OperateActions.BackupDrilled, OperateActions.BackupDrillFailed, OperateActions.StateRolledBack,
    ];

    /// <summary>The entries since, by action.</summary>
    internal async Task<IReadOnlyList<Loss>> SinceAsync(Session read, long first, CancellationToken cancel)
    {
        var words = names.DistinctBy(n => n.Action).ToDictionary(n => n.Action, n => n.Words);
        var rows = await read.QueryAsync<(string Action, long Count, long First)>(
            "SELECT action, count(*), min(idx) FROM audit_entry WHERE idx >= @first GROUP BY action ORDER BY min(idx)", new { first }, cancel);
        return [.. rows.Where(r => !LeaveNothing.Contains(r.Action)).Select(r => new Loss(r.Action, words.GetValueOrDefault(r.Action, r.Action), r.Count, r.First))];
    }

    /// <summary>The same one by one, as a table for people: number, time, account, action.</summary>
    internal async Task<byte[]> ListAsync(Session read, long first, CancellationToken cancel)
    {
        var words = names.DistinctBy(n => n.Action).ToDictionary(n => n.Action, n => n.Words);
        var rows = await read.QueryAsync<LostEntry>("SELECT idx AS Number, at AS At, actor AS Actor, action AS Action FROM audit_entry WHERE idx >= @first ORDER BY idx", new { first }, cancel);
        return CsvTable.Of(rows.Where(r => !LeaveNothing.Contains(r.Action))
            .Select(r => (IEnumerable<string>)[$"{r.Number}", JapanTime.TimeFromStore(r.At).ToPeople(), r.Actor, words.GetValueOrDefault(r.Action, r.Action)])
            .Prepend(["記録の番号", "日時", "アカウント", "操作"]));
    }
}
