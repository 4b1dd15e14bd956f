using Yakuba.Platform.Data;

namespace Yakuba.Platform.Audit.RemoveTexts;

/// <summary>The removals' rows, and the bodies that they are about.</summary>
internal static class RemovalRows
{
    private const string Columns =
        "SELECT number AS Number, kind AS Kind, entries AS Entries, through AS Through, last_day AS LastDay, reason AS Reason, asked_at AS AskedAt, asked_by AS AskedBy, "
        + "state AS State, decided_at AS DecidedAt, decided_by AS DecidedBy, bodies AS Bodies, entry AS Entry FROM audit_removal ";

    internal static Task<IReadOnlyList<Removal>> ListAsync(Session session, CancellationToken cancel) =>
        session.QueryAsync<Removal>(Columns + "ORDER BY number DESC LIMIT 200", cancel: cancel);

    internal static Task<Removal?> FindAsync(Session session, long number, CancellationToken cancel) =>
        session.SingleOrDefaultAsync<Removal>(Columns + "WHERE number = @number", new { number }, cancel);

    internal static Task<Removal?> WaitingAsync(Session session, string kind, string entries, CancellationToken cancel) =>
        session.FirstOrDefaultAsync<Removal>(Columns + "WHERE state = 'waiting' AND kind = @kind AND entries = @entries", new { kind, entries }, cancel);

    internal static async Task<Removal> AddAsync(UnitOfWork work, Removal asked, CancellationToken cancel)
    {
        var removal = asked with { Number = await work.CountAsync("SELECT coalesce(max(number), 0) + 1 FROM audit_removal", cancel: cancel) };
        await work.ExecuteAsync(
            "INSERT INTO audit_removal (number, kind, entries, through, last_day, reason, asked_at, asked_by, state) "
            + "VALUES (@Number, @Kind, @Entries, @Through, @LastDay, @Reason, @AskedAt, @AskedBy, 'waiting')",
            removal,
            cancel);
        return removal;
    }

    internal static Task DecideAsync(UnitOfWork work, Removal decided, CancellationToken cancel) => work.ExecuteAsync(
        "UPDATE audit_removal SET state = @State, decided_at = @DecidedAt, decided_by = @DecidedBy, bodies = @Bodies, entry = @Entry WHERE number = @Number", decided, cancel);

    /// <summary>Texts that are still there, up to an entry.</summary>
    internal static Task<long> CountDueAsync(Session session, long through, CancellationToken cancel) =>
        session.CountAsync("SELECT count(*) FROM audit_body WHERE idx <= @through AND removal = 0", new { through }, cancel);

    /// <summary>Destroys bytes and keys of the bodies.</summary>
    /// <returns>How many there were.</returns>
    internal static async Task<int> EraseAsync(UnitOfWork work, Removal removal, CancellationToken cancel)
    {
        const string erase = "UPDATE audit_body SET bytes = @none, seal_key = @none, commit_key = @none, removal = @Number WHERE removal = 0 AND ";
        var none = Array.Empty<byte>();
        if (removal.IsDisposal)
        {
            return await work.ExecuteAsync(erase + "idx <= @Through", new { removal.Number, removal.Through, none }, cancel);
        }

        var bodies = 0;
        foreach (var entry in removal.Texts.Entries)
        {
            bodies += await work.ExecuteAsync(erase + "idx = @entry", new { removal.Number, entry, none }, cancel);
        }

        return bodies;
    }

    /// <summary>The last entry before a time; -1 when there is none. Where a clock went back, the earliest later entry decides, so that nothing younger goes.</summary>
    internal static async Task<long> LastBeforeAsync(Session session, DateTimeOffset end, CancellationToken cancel) =>
        await session.CountAsync(
            "SELECT coalesce((SELECT min(idx) FROM audit_entry WHERE at >= @end), (SELECT max(idx) + 1 FROM audit_entry), 0) - 1", new { end = end.ToStore() }, cancel);
}
