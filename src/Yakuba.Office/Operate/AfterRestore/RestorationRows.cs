using Yakuba.Platform.Data;

namespace Yakuba.Office.Operate.AfterRestore;

/// <summary>A restoration, and what is left to do after it.</summary>
/// <param name="MadeAt">When the backup was made.</param>
/// <param name="RestoredAt">When it was put back.</param>
/// <param name="UnknownFrom">From when on nobody knows what had been taken away; empty when all was known.</param>
/// <param name="Entries">Entries of the record that were read on.</param>
/// <param name="Versions">Versions deleted, withdrawn, retired or closed again.</param>
/// <param name="Accounts">Accounts from which something was taken again.</param>
/// <param name="Texts">Texts of answers erased again.</param>
/// <param name="ToLookAt">Actions that happened and could not be done again, joined by commas.</param>
/// <param name="LookedAt">When somebody went through it; empty before.</param>
/// <param name="LookedBy">Who.</param>
public sealed record Restoration(
    string MadeAt, string RestoredAt, string UnknownFrom, long Entries, long Versions, long Accounts, long Texts, string ToLookAt, string LookedAt, string LookedBy)
{
    /// <summary>True while somebody has to go through documents and people.</summary>
    internal bool IsOpen => LookedAt.Length == 0 && (UnknownFrom.Length > 0 || ToLookAt.Length > 0);
}

/// <summary>Restorations as the store keeps them.</summary>
internal static class RestorationRows
{
    internal static Task AddAsync(UnitOfWork work, Restoration done, CancellationToken cancel) => work.ExecuteAsync(
        "INSERT INTO restoration (made_at, restored_at, unknown_from, entries, versions, accounts, texts, to_look_at) "
        + "VALUES (@MadeAt, @RestoredAt, @UnknownFrom, @Entries, @Versions, @Accounts, @Texts, @ToLookAt)",
        done,
        cancel);

    /// <summary>The last one; null when this data was never restored.</summary>
    internal static Task<Restoration?> LastAsync(Session session, CancellationToken cancel) => session.FirstOrDefaultAsync<Restoration>(
        "SELECT made_at AS MadeAt, restored_at AS RestoredAt, unknown_from AS UnknownFrom, entries AS Entries, versions AS Versions, accounts AS Accounts, texts AS Texts, "
        + "to_look_at AS ToLookAt, looked_at AS LookedAt, looked_by AS LookedBy FROM restoration ORDER BY restored_at DESC LIMIT 1",
        cancel: cancel);

    internal static Task LookedAsync(UnitOfWork work, string now, string by, CancellationToken cancel) =>
        work.ExecuteAsync("UPDATE restoration SET looked_at = @now, looked_by = @by WHERE looked_at = ''", new { now, by }, cancel);
}
