using System.Text.Json.Nodes;
using Yakuba.Office.Library;
using Yakuba.Office.Library.Changing;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.People;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Audit.RemoveTexts;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Operate.AfterRestore;

/// <summary>A backup brings back what was deleted or taken from somebody since. Before the first request that is taken away again, as the record of that time says; what the record cannot tell is noted.</summary>
/// <remarks>Nothing is given but by a move to another section, which is done as the record says.</remarks>
internal sealed class TakeAwayAgain(LaterChanges documents, LaterRemovals removals, IEnumerable<TextEraser> erasers, AuditTrail audit, TimeProvider time)
{
    // What the record names without the values that would be needed to do it again.
    internal static readonly IReadOnlyList<(string Action, string Words)> ToLookAt =
    [
        (OperateActions.SettingsChanged, "設定の変更"),
        (LibraryActions.Reorganised, "機構改革"),
        (LibraryActions.ReorganisationUndone, "機構改革の取消し"),
        (LibraryActions.Held, "個人情報による保留"),
        ("section-changed", "課の変更"),
        (LibraryActions.Revised, "有効期間の変更"),
        ("embedding-attached", "埋込みモデルの接続"),
        ("embedding-detached", "埋込みモデルの切離し"),
        ("model-attached", "モデルの接続"),
        ("model-detached", "モデルの切離し"),
    ];

    /// <summary>Takes away again, and records the restoration.</summary>
    /// <returns>What was done, and what is left for somebody to look at; it holds once the work is committed.</returns>
    internal async Task<Restoration> RunAsync(UnitOfWork work, LaterEntries later, JsonObject facts, string madeAt, Actor by, CancellationToken cancel)
    {
        var people = await LaterAccounts.RepeatAsync(work, later.Entries, cancel);
        var versions = await documents.RepeatAsync(work, later.Entries, by, cancel);
        var texts = await removals.RepeatAsync(work, later.Entries, later.Before, [.. erasers], by, cancel);
        var look = later.Entries.Where(e => ToLookAt.Any(l => l.Action == e.Action) && (e.Action != LibraryActions.Revised || e.Facts.ContainsKey("validity"))).Select(e => e.Action).Distinct().Order(StringComparer.Ordinal).ToList();
        var done = new Restoration(madeAt, time.GetUtcNow().ToStore(), later.UnknownFrom, later.Entries.Count, versions, people, texts, string.Join(',', look), "", "");
        (facts["versions"], facts["accounts"], facts["bodies"]) = (versions, people, texts);
        if (done.UnknownFrom.Length > 0)
        {
            (facts["unknown-from"], facts["unknown-to"]) = (done.UnknownFrom, done.RestoredAt);
        }

        await audit.AppendAsync(work, by, OperateActions.BackupRestored, facts, cancel);
        await RestorationRows.AddAsync(work, done, cancel);
        return done;
    }
}
