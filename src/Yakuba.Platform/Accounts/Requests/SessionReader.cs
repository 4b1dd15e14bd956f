using Yakuba.Platform.Data;
using Yakuba.Platform.Settings;

namespace Yakuba.Platform.Accounts.Requests;

/// <summary>Finds whose session a cookie is, from what the store says now.</summary>
internal sealed class SessionReader(Database database, SettingStore settings, TimeProvider time)
{
    private static readonly TimeSpan Touch = TimeSpan.FromMinutes(1);

    /// <summary>The account of a live session; null when it ended, its owner was disabled, or it never was.</summary>
    internal async Task<Account?> FindAsync(string tokenHash, CancellationToken cancel)
    {
        Account? account;
        bool stale;
        var now = time.GetUtcNow();
        await using (var read = await database.ReadAsync(cancel))
        {
            var session = await Sql.FindAsync(read, tokenHash, cancel);
            if (session is null
                || JapanTime.TimeFromStore(session.SeenAt) - ClockAhead.Most > now
                || JapanTime.TimeFromStore(session.SeenAt) + TimeSpan.FromMinutes(await settings.GetAsync(read, AccountsSettings.IdleMinutes, cancel)) <= now
                || JapanTime.TimeFromStore(session.CreatedAt) + TimeSpan.FromHours(await settings.GetAsync(read, AccountsSettings.SessionHours, cancel)) <= now)
            {
                return null;
            }

            account = await AccountRows.FindAsync(read, session.AccountId, cancel);
            stale = JapanTime.TimeFromStore(session.SeenAt) + Touch <= now;
        }

        if (account is not { IsActive: true })
        {
            return null;
        }

        if (stale)
        {
            await TouchAsync(tokenHash, now, cancel);
        }

        return account;
    }

    // At most once a minute for each browser, so that reading pages does not become writing.
    private async Task TouchAsync(string tokenHash, DateTimeOffset now, CancellationToken cancel)
    {
        await using var work = await database.BeginAsync(cancel);
        await Sql.TouchAsync(work, tokenHash, now, cancel);
        await work.CommitAsync(cancel);
    }
}

file sealed record SessionRow(string AccountId, string CreatedAt, string SeenAt);

file static class Sql
{
    internal static Task<SessionRow?> FindAsync(Session session, string tokenHash, CancellationToken cancel) => session.SingleOrDefaultAsync<SessionRow>(
        "SELECT account_id AS AccountId, created_at AS CreatedAt, seen_at AS SeenAt FROM account_session WHERE token_hash = @tokenHash", new { tokenHash }, cancel);

    internal static Task<int> TouchAsync(UnitOfWork work, string tokenHash, DateTimeOffset now, CancellationToken cancel) =>
        work.ExecuteAsync("UPDATE account_session SET seen_at = @now WHERE token_hash = @tokenHash", new { tokenHash, now = now.ToStore() }, cancel);
}
