using Microsoft.AspNetCore.Http;
using Yakuba.Platform.Data;

namespace Yakuba.Platform.Accounts.Passkeys;

/// <summary>Passkey ceremonies between their two halves: the challenge waits in the store, the browser holds a token for it. Each is used once, within five minutes.</summary>
internal sealed class Ceremonies(Database database, TimeProvider time)
{
    private const string Cookie = "yakuba-passkey";
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    internal async Task BeginAsync(HttpContext http, string accountId, string state, CancellationToken cancel)
    {
        var token = Secret.NewToken();
        var now = time.GetUtcNow();
        await using var work = await database.BeginAsync(cancel);
        await work.ExecuteAsync("DELETE FROM passkey_ceremony WHERE expires_at <= @now", new { now = now.ToStore() }, cancel);
        await work.ExecuteAsync(
            "INSERT INTO passkey_ceremony (token_hash, account_id, state, expires_at) VALUES (@hash, @accountId, @state, @until)",
            new { hash = Secret.Hash(token), accountId, state, until = (now + Life).ToStore() },
            cancel);
        await work.CommitAsync(cancel);
        http.Response.Cookies.Append(Cookie, token, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, MaxAge = Life, IsEssential = true });
    }

    /// <summary>Takes the waiting challenge of this browser, so that nobody can use it again.</summary>
    /// <returns>Its state; null when none waits for this person.</returns>
    internal async Task<string?> TakeAsync(HttpContext http, string accountId, CancellationToken cancel)
    {
        if (!http.Request.Cookies.TryGetValue(Cookie, out var token))
        {
            return null;
        }

        http.Response.Cookies.Delete(Cookie);
        await using var work = await database.BeginAsync(cancel);
        var state = await work.SingleOrDefaultAsync<string>(
            "DELETE FROM passkey_ceremony WHERE token_hash = @hash AND account_id = @accountId AND expires_at > @now RETURNING state",
            new { hash = Secret.Hash(token), accountId, now = time.GetUtcNow().ToStore() },
            cancel);
        await work.CommitAsync(cancel);
        return state;
    }
}
