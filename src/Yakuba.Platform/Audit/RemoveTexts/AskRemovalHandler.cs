using System.Globalization;
using System.Text.Json.Nodes;
using Yakuba.Platform.Data;

namespace Yakuba.Platform.Audit.RemoveTexts;

/// <summary>Asks that texts be removed. Nothing goes before another person has agreed.</summary>
public sealed class AskRemovalHandler(Database database, AuditTrail audit, Retention retention, TimeProvider time)
{
    /// <summary>Asks that question and answer of an entry be erased, for instance because the law gives the person concerned a claim to it.</summary>
    /// <param name="index">Intent or result of the answer.</param>
    /// <param name="reason">Why; 1 to 400 UTF-16 code units after trimming.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="cancel">Stops; nothing is asked.</param>
    public async Task<Result<Removal>> ErasureAsync(long index, string? reason, Actor by, CancellationToken cancel)
    {
        if (Reason(reason) is not { } why)
        {
            return AuditProblems.RemovalReason;
        }

        await using var work = await database.BeginAsync(cancel);
        var entries = string.Join(',', await EntriesAsync(work, index, cancel));
        if (entries.Length == 0)
        {
            return AuditProblems.NothingToErase.With($"{index}");
        }

        if (await RemovalRows.WaitingAsync(work, "erasure", entries, cancel) is { } waiting)
        {
            return AuditProblems.RemovalWaiting.With($"{waiting.Number}");
        }

        var removal = await RemovalRows.AddAsync(work, New("erasure", entries, -1, "", why, by), cancel);
        await audit.AppendAsync(work, by, RecordActions.ErasureAsked, new JsonObject { ["removal"] = removal.Number, ["entries"] = entries, ["reason"] = why }, cancel);
        await work.CommitAsync(cancel);
        return removal;
    }

    /// <summary>Asks that everything be disposed of whose 保存期間 is over.</summary>
    /// <param name="reason">Why; 1 to 400 UTF-16 code units after trimming.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="cancel">Stops; nothing is asked.</param>
    public async Task<Result<Removal>> DisposalAsync(string? reason, Actor by, CancellationToken cancel)
    {
        if (Reason(reason) is not { } why)
        {
            return AuditProblems.RemovalReason;
        }

        await using var work = await database.BeginAsync(cancel);
        if (await retention.DueAsync(work, cancel) is not { } due)
        {
            return AuditProblems.NothingDue;
        }

        if (await RemovalRows.WaitingAsync(work, "disposal", "", cancel) is { } waiting)
        {
            return AuditProblems.RemovalWaiting.With($"{waiting.Number}");
        }

        var removal = await RemovalRows.AddAsync(work, New("disposal", "", due.Through, due.LastDay.ToStore(), why, by), cancel);
        var facts = new JsonObject { ["removal"] = removal.Number, ["through"] = due.Through, ["last-day"] = due.LastDay.ToStore(), ["years"] = due.Years, ["bodies"] = due.Bodies, ["reason"] = why };
        await audit.AppendAsync(work, by, RecordActions.DisposalAsked, facts, cancel);
        await work.CommitAsync(cancel);
        return removal;
    }

    /// <summary>The entries of the same answer that still have a text beside them.</summary>
    private static async Task<IReadOnlyList<long>> EntriesAsync(Session session, long index, CancellationToken cancel)
    {
        var entries = new List<long>();
        foreach (var (entry, _) in await AnswerEntries.OfAsync(session, index, cancel))
        {
            if (await session.CountAsync("SELECT count(*) FROM audit_body WHERE idx = @entry AND removal = 0", new { entry }, cancel) > 0)
            {
                entries.Add(entry);
            }
        }

        return entries;
    }

    private static string? Reason(string? typed) => typed?.Trim() is { Length: > 0 and <= 400 } reason ? reason : null;

    private Removal New(string kind, string entries, long through, string lastDay, string reason, Actor by) =>
        new(0, kind, entries, through, lastDay, reason, time.GetUtcNow().ToStore(), by.UserId, "waiting", "", "", 0, -1);
}
