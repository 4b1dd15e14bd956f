using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Yakuba.Platform.Web;

/// <summary>Tells the browser to load nothing from any other host, run no inline script or style, and stay out of frames.</summary>
internal static class SecurityHeaders
{
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";

    internal static void Use(IApplicationBuilder app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(Add, http.Response);
        return next(http);
    });

    private static Task Add(object state)
    {
        var headers = ((HttpResponse)state).Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers.Remove("blazor-enhanced-nav"); // Nothing here reads it.
        if (headers.CacheControl.Count == 0)
        {
            headers.CacheControl = "no-store"; // Pages show what this person may see at this moment.
        }

        return Task.CompletedTask;
    }
}
