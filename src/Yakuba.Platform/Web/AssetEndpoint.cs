using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Yakuba.Platform.Web;

/// <summary>Serves the assets. They carry no data of the municipality, so anyone may read them.</summary>
internal static class AssetEndpoint
{
    internal static RouteHandlerBuilder Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/assets/{fingerprint}/{**name}", Get).ExcludeFromDescription();

    private static IResult Get(string fingerprint, string name, WebAssets assets, HttpContext http)
    {
        if (assets.Find(fingerprint, name) is not { } asset)
        {
            return TypedResults.NotFound();
        }

        // The folder name is the hash of the content: what lies there never changes.
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        http.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (!http.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
        {
            return TypedResults.Bytes(asset.Content, asset.ContentType);
        }

        http.Response.Headers.ContentEncoding = "gzip";
        return TypedResults.Bytes(asset.Compressed, asset.ContentType);
    }
}
