using Yakuba.Platform;
using Yakuba.Platform.Accounts.Requests;

namespace Yakuba.Telemetry;

/// <summary><c>GET /metrics</c> for the operator's monitoring, with a token of somebody who may read the health page. Not open on loopback: behind nginx everybody comes from there.</summary>
internal static class MetricsEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/metrics", (TelemetryExport export) => TypedResults.Text(export.Page(), "text/plain; version=0.0.4; charset=utf-8"))
        .Require(Right.ReadHealth)
        .ExcludeFromDescription();
}
