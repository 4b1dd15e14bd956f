using System.Net;
using System.Net.Sockets;

namespace Yakuba.Platform.Models;

/// <summary>The address of a model server, and which addresses are the municipality's own network.</summary>
public static class ModelAddress
{
    /// <summary>Reads a typed address: http or https, without user name, query or fragment. The path is that of the API's root; <c>/v1</c> where none is given.</summary>
    public static Result<Uri> Parse(string typed)
    {
        var text = typed.Trim();
        if (text.Length > 500
            || !Uri.TryCreate(text, UriKind.Absolute, out var url)
            || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps)
            || url.UserInfo.Length > 0 || url.Query.Length > 0 || url.Fragment.Length > 0 || url.IdnHost.Length == 0)
        {
            return ModelProblems.Address.With(typed.Length > 100 ? "" : text);
        }

        var path = url.AbsolutePath.TrimEnd('/');
        path = path.EndsWith("/chat/completions", StringComparison.Ordinal) ? path[..^"/chat/completions".Length] : path;
        return new UriBuilder(url.Scheme, url.IdnHost, url.Port, path.Length == 0 ? "/v1" : path).Uri;
    }

    /// <summary>True for this machine and for private addresses (RFC 1918, RFC 4193). Link-local addresses are not among them: cloud machines answer there.</summary>
    public static bool IsOwnNetwork(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        if (IPAddress.IsLoopback(address))
        {
            return true;
        }

        var bytes = address.GetAddressBytes();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? (bytes[0] & 0xfe) == 0xfc
            : bytes[0] == 10 || (bytes[0] == 172 && bytes[1] is >= 16 and <= 31) || (bytes[0] == 192 && bytes[1] == 168);
    }
}
