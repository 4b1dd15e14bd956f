using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Yakuba.Platform.Web.Language;

namespace Yakuba.Platform.Web;

/// <summary>Keeps a person's choice of language and look in cookies; works without scripts.</summary>
internal static class PreferencesEndpoint
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    internal static RouteHandlerBuilder Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/preferences", Post).ExcludeFromDescription();

    private static IResult Post([FromForm] string? lang, [FromForm] string? theme, [FromForm] string? back, HttpContext http)
    {
        if (Words.Of(lang) is { } words)
        {
            Keep(http, RequestLanguage.CookieName, words.Code);
        }

        if (theme is not null && Theme.Choices.Contains(theme))
        {
            Keep(http, Theme.CookieName, theme);
        }

        return TypedResults.LocalRedirect(IsLocal(back) ? back! : "/");
    }

    private static void Keep(HttpContext http, string name, string value) => http.Response.Cookies.Append(name, value, new CookieOptions
    {
        MaxAge = Kept,
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
        IsEssential = true,
        Path = "/",
    });

    // "//host" and "/\host" name another host although they start with a slash.
    internal static bool IsLocal(string? path) =>
        path is ['/', ..] && path is not ['/', '/' or '\\', ..] && !path.Any(char.IsControl);
}
