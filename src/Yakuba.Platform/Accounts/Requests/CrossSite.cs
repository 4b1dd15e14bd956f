using Microsoft.AspNetCore.Http;

namespace Yakuba.Platform.Accounts.Requests;

/// <summary>Tells changes that a page of another site caused in a signed-in browser. Forms carry a token of their own besides.</summary>
internal static class CrossSite
{
    internal static bool IsForged(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method))
        {
            return false;
        }

        // Browsers send this header and pages cannot set it; programs do not send it.
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
        {
            return site is not ("same-origin" or "none");
        }

        // Our pages send no referrer, so browsers call the origin of their forms "null"; such forms are told by their token.
        var origin = request.Headers.Origin.ToString();
        if (origin == "null" && request.HasFormContentType)
        {
            return false;
        }

        return origin.Length > 0 && !(Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == request.Host.Value);
    }
}
