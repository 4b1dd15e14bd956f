using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace Yakuba.Towns;

/// <summary>Stands at the door of a town that is reached by path. Inside, a town's addresses and cookies are as if it were alone; here they get the path and the name under which nobody else's can be meant.</summary>
/// <param name="code">The town.</param>
internal sealed class BasePath(string code)
{
    private static readonly string[] Addresses = ["Location", "HX-Redirect", "HX-Push-Url", "HX-Location", "HX-Replace-Url", "Content-Location"];

    private readonly string _path = PathOf(code);
    private readonly string _ending = "." + code;

    internal static string PathOf(string code) => "/t/" + code;

    /// <summary>Changes the request as the town is to see it, and the response on its way out.</summary>
    internal void Apply(HttpContext http)
    {
        http.Request.Path.StartsWithSegments(_path, out var rest);
        http.Request.PathBase = _path;
        http.Request.Path = rest;
        KeepOwnCookies(http.Request.Headers);
        http.Response.OnStarting(() =>
        {
            ChangeHeaders(http.Response.Headers);
            if (AddressStream.HoldsAddresses(http.Response))
            {
                http.Response.ContentLength = null;
            }

            return Task.CompletedTask;
        });
        var plain = http.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        http.Features.Set<IHttpResponseBodyFeature>(new AddressBody(plain, http.Response, _path));
    }

    private void KeepOwnCookies(IHeaderDictionary headers)
    {
        var own = string.Join(';', headers.Cookie.SelectMany(line => (line ?? "").Split(';')).Select(Own).OfType<string>());
        headers.Cookie = own.Length > 0 ? own : StringValues.Empty;
    }

    /// <returns>The cookie under the name that the town gave it; null for another town's, or nobody's.</returns>
    private string? Own(string cookie)
    {
        var equals = cookie.IndexOf('=');
        return equals > 0 && cookie[..equals].Trim() is var name && name.EndsWith(_ending, StringComparison.Ordinal)
            ? name[..^_ending.Length] + cookie[equals..]
            : null;
    }

    private void ChangeHeaders(IHeaderDictionary headers)
    {
        foreach (var name in Addresses)
        {
            if (headers[name].ToString() is ['/', ..] address && !IsOwn(address))
            {
                headers[name] = _path + address;
            }
        }

        if (headers.SetCookie.Count > 0)
        {
            headers.SetCookie = new StringValues([.. headers.SetCookie.Select(c => Named(c ?? ""))]);
        }
    }

    // A page that pushed its own address into a form's field sends it back as it was.
    private bool IsOwn(string address) =>
        address.StartsWith(_path, StringComparison.Ordinal) && (address.Length == _path.Length || address[_path.Length] is '/' or '?' or '#');

    private string Named(string cookie)
    {
        var parts = cookie.Split(';').Where(p => !p.TrimStart().StartsWith("path=", StringComparison.OrdinalIgnoreCase)).ToArray();
        var equals = parts[0].IndexOf('=');
        parts[0] = parts[0][..equals] + _ending + parts[0][equals..];
        return string.Join(';', parts) + "; path=" + _path;
    }
}
