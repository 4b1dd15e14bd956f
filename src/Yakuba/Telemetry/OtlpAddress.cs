using System.Net;
using Yakuba.Platform;
using Yakuba.Platform.Models;

namespace Yakuba.Telemetry;

/// <summary>Where the operator wants metrics and traces sent.</summary>
internal static class OtlpAddress
{
    /// <summary>Reads what was typed: http or https, this machine or an address of the municipality's own network, written as digits. A name could be made to lead elsewhere.</summary>
    internal static Result<Uri> Parse(string typed) =>
        Uri.TryCreate(typed.Trim(), UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
        && url.UserInfo.Length == 0 && url.Query.Length == 0 && url.Fragment.Length == 0
        && (url.Host == "localhost" || (IPAddress.TryParse(url.DnsSafeHost, out var address) && ModelAddress.IsOwnNetwork(address)))
            ? url
            : ServeProblems.TelemetryAddress;
}
