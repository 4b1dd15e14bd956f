using Microsoft.AspNetCore.Http;

namespace Yakuba.Platform.Web.Language;

/// <summary>Finds the language a request asks for: the person's own choice (cookie), then the browser's wish, then Japanese.</summary>
public static class RequestLanguage
{
    /// <summary>Cookie that holds the person's choice: <c>ja</c> or <c>en</c>.</summary>
    public const string CookieName = "yakuba-lang";

    /// <summary>The language for this request; Japanese when there is no request.</summary>
    public static Words Of(HttpContext? http)
    {
        if (http is null)
        {
            return Words.Japanese;
        }

        return Words.Of(http.Request.Cookies[CookieName]) ?? Wished(http.Request) ?? Words.Japanese;
    }

    private static Words? Wished(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .Where(wish => wish.Quality is not 0)
        .OrderByDescending(wish => wish.Quality ?? 1)
        .Select(wish => Words.Of(wish.Value.Value))
        .FirstOrDefault(words => words is not null);
}
