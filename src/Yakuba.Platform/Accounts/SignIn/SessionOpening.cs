using System.Text.Json.Nodes;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Data;

namespace Yakuba.Platform.Accounts.SignIn;

/// <summary>Opens a session once somebody has proved who it is, and records it.</summary>
internal sealed class SessionOpening(AuditTrail audit, TimeProvider time)
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(25); // above the largest setting

    /// <summary>Makes the session in the caller's transaction. The token is new each time, so that a planted cookie is worth nothing.</summary>
    internal async Task<SignedIn> OpenAsync(UnitOfWork work, Account account, string method, string requestId, CancellationToken cancel)
    {
        var token = Secret.NewToken();
        var now = time.GetUtcNow();
        await Sql.ForgetAsync(work, now - Longest, cancel);
        await Sql.AddAsync(work, Secret.Hash(token), account.Id, method, now, cancel);
        await audit.AppendAsync(work, account.ToPrincipal(Channel.Staff).ToActor(requestId), "signed-in", new JsonObject { ["method"] = method }, cancel);
        return new SignedIn(token, account);
    }

    /// <summary>Ends one session.</summary>
    internal static Task<int> CloseAsync(UnitOfWork work, string tokenHash, CancellationToken cancel) =>
        work.ExecuteAsync("DELETE FROM account_session WHERE token_hash = @tokenHash", new { tokenHash }, cancel);

    /// <summary>Ends all sessions of a person but one.</summary>
    internal static Task<int> CloseOthersAsync(UnitOfWork work, string accountId, string keptHash, CancellationToken cancel) =>
        work.ExecuteAsync("DELETE FROM account_session WHERE account_id = @accountId AND token_hash <> @keptHash", new { accountId, keptHash }, cancel);
}

file static class Sql
{
    internal static Task<int> ForgetAsync(UnitOfWork work, DateTimeOffset before, CancellationToken cancel) =>
        work.ExecuteAsync("DELETE FROM account_session WHERE created_at < @before", new { before = before.ToStore() }, cancel);

    internal static async Task AddAsync(UnitOfWork work, string tokenHash, string accountId, string method, DateTimeOffset now, CancellationToken cancel)
    {
        var at = now.ToStore();
        await work.ExecuteAsync(
            "INSERT INTO account_session (token_hash, account_id, method, created_at, seen_at) VALUES (@tokenHash, @accountId, @method, @at, @at)",
            new { tokenHash, accountId, method, at },
            cancel);
        await work.ExecuteAsync("UPDATE account SET signed_in_at = @at WHERE id = @accountId", new { accountId, at }, cancel);
    }
}
