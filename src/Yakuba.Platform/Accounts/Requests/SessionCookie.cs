using Microsoft.AspNetCore.Http;

namespace Yakuba.Platform.Accounts.Requests;

/// <summary>The cookie that holds a browser's session token, and nothing else.</summary>
internal static class SessionCookie
{
    internal const string Name = "yakuba-session";

    internal static string? Read(HttpContext context) => context.Request.Cookies.TryGetValue(Name, out var token) && token.Length is > 0 and < 100 ? token : null;

    internal static void Write(HttpContext context, string token) => context.Response.Cookies.Append(Name, token, Options(context));

    internal static void Clear(HttpContext context) => context.Response.Cookies.Delete(Name, Options(context));

    // Behind a proxy that ends TLS the request itself is plain; a forged header can only make the sender's own cookie stricter.
    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps || context.Request.Headers["X-Forwarded-Proto"] == "https",
        Path = "/",
        IsEssential = true,
    };
}
