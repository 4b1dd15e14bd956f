using Yakuba.Platform.Accounts.Requests;
using Yakuba.Platform.Data;

namespace Yakuba.Platform.Accounts.SignIn;

/// <summary>Counts wrong passwords for a typed name: five, each within 15 minutes of the one before, close it for 15 minutes.</summary>
/// <remarks>Names that nobody has are counted too, so that a lock does not tell which names exist.</remarks>
internal sealed class FailureCount(TimeProvider time)
{
    internal const int Most = 5;
    internal static readonly TimeSpan Closed = TimeSpan.FromMinutes(15);

    // A lock that ends later than any could was set while the clock ran ahead: it must not last until the clock was right.
    internal async Task<bool> IsLockedAsync(Session session, string key, CancellationToken cancel) =>
        await session.CountAsync(
            "SELECT count(*) FROM sign_in_failure WHERE name_hash = @key AND locked_until > @now AND locked_until <= @latest",
            new { key, now = time.GetUtcNow().ToStore(), latest = (time.GetUtcNow() + Closed + ClockAhead.Most).ToStore() },
            cancel) > 0;

    /// <summary>Counts one more.</summary>
    /// <returns>True when this one closed the name.</returns>
    internal async Task<bool> AddAsync(UnitOfWork work, string key, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        await work.ExecuteAsync("DELETE FROM sign_in_failure WHERE last_at <= @old", new { old = (now - Closed).ToStore() }, cancel);
        await work.ExecuteAsync(
            "INSERT INTO sign_in_failure (name_hash, failures, last_at) VALUES (@key, 1, @at) "
            + "ON CONFLICT (name_hash) DO UPDATE SET failures = sign_in_failure.failures + 1, last_at = excluded.last_at",
            new { key, at = now.ToStore() },
            cancel);
        return await work.ExecuteAsync(
            "UPDATE sign_in_failure SET locked_until = @until WHERE name_hash = @key AND failures >= @most",
            new { key, until = (now + Closed).ToStore(), most = (long)Most },
            cancel) == 1;
    }

    internal static Task<int> ClearAsync(UnitOfWork work, string key, CancellationToken cancel) =>
        work.ExecuteAsync("DELETE FROM sign_in_failure WHERE name_hash = @key", new { key }, cancel);
}
