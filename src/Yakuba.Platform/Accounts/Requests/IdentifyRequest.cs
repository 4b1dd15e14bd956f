using Microsoft.AspNetCore.Http;

namespace Yakuba.Platform.Accounts.Requests;

/// <summary>Says who sends a request: the bearer of a token, a signed-in browser, or a resident.</summary>
internal sealed class IdentifyRequest(SessionReader sessions, TokenReader tokens)
{
    private const string Bearer = "Bearer ";

    /// <summary>Settles the identity.</summary>
    /// <returns>The problem with a token that was sent, or null. A cookie that no longer counts is no problem: its sender is a resident.</returns>
    internal async Task<Problem?> RunAsync(HttpContext context, RequestIdentity identity)
    {
        var cancel = context.RequestAborted;
        var authorization = context.Request.Headers.Authorization.ToString();
        if (authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            var bearer = await tokens.FindAsync(authorization[Bearer.Length..].Trim(), cancel);
            identity.Settle(bearer ?? Principal.Resident);
            return bearer is null ? AccountsProblems.TokenRefused : null;
        }

        if (SessionCookie.Read(context) is { } cookie)
        {
            var hash = Secret.Hash(cookie);
            if (await sessions.FindAsync(hash, cancel) is { } account)
            {
                // Somebody may have read the one-time password on the way, so it opens nothing but the page that replaces it.
                identity.Settle(account.MustChangePassword ? Principal.Resident : account.ToPrincipal(Channel.Staff), hash, account.MustChangePassword ? account : null);
                return null;
            }

            SessionCookie.Clear(context);
        }

        identity.Settle(Principal.Resident);
        return null;
    }
}
