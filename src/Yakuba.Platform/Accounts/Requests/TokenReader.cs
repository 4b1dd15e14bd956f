using Yakuba.Platform.Data;

namespace Yakuba.Platform.Accounts.Requests;

/// <summary>Finds whose token a program sent, and what it carries.</summary>
internal sealed class TokenReader(Database database, TimeProvider time)
{
    private static readonly TimeSpan Touch = TimeSpan.FromMinutes(1);

    /// <summary>The owner, limited to the token's rights; null when the token is unknown, expired or revoked, or its owner may not sign in.</summary>
    internal async Task<Principal?> FindAsync(string token, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        TokenRow? row;
        Account? owner;
        await using (var read = await database.ReadAsync(cancel))
        {
            row = await Sql.FindAsync(read, Secret.Hash(token), now, cancel);
            owner = row is null ? null : await AccountRows.FindAsync(read, row.AccountId, cancel);
        }

        if (row is null || owner is not { IsActive: true, MustChangePassword: false })
        {
            return null;
        }

        if (row.UsedAt.Length == 0 || JapanTime.TimeFromStore(row.UsedAt) + Touch <= now)
        {
            await using var work = await database.BeginAsync(cancel);
            await Sql.TouchAsync(work, row.Id, now, cancel);
            await work.CommitAsync(cancel);
        }

        return owner.ToPrincipal(Channel.Api) with { LimitedTo = row.Rights.Split(',').Select(Rights.Parse).OfType<Right>().ToHashSet() };
    }
}

file sealed record TokenRow(string Id, string AccountId, string Rights, string UsedAt);

file static class Sql
{
    internal static Task<TokenRow?> FindAsync(Session session, string hash, DateTimeOffset now, CancellationToken cancel) => session.SingleOrDefaultAsync<TokenRow>(
        "SELECT id AS Id, account_id AS AccountId, rights AS Rights, used_at AS UsedAt FROM api_token "
        + "WHERE token_hash = @hash AND revoked_at = '' AND expires_at > @now AND created_at <= @soon",
        new { hash, now = now.ToStore(), soon = (now + ClockAhead.Most).ToStore() },
        cancel);

    internal static Task<int> TouchAsync(UnitOfWork work, string id, DateTimeOffset now, CancellationToken cancel) =>
        work.ExecuteAsync("UPDATE api_token SET used_at = @now WHERE id = @id", new { id, now = now.ToStore() }, cancel);
}
