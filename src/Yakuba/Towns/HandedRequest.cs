using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace Yakuba.Towns;

/// <summary>What of a request goes over to a town: the connection's own facts, named one by one.</summary>
/// <remarks>
/// The front's services, form, query, cookies, endpoint and user are features of the same request. A town that found one of those would use
/// it instead of its own, so nothing goes over that is not on this list.
/// </remarks>
internal static class HandedRequest
{
    internal static FeatureCollection Of(IFeatureCollection front)
    {
        var town = new FeatureCollection();
        Hand<IHttpRequestFeature>();
        Hand<IHttpRequestBodyDetectionFeature>();
        Hand<IHttpRequestTrailersFeature>();
        Hand<IHttpRequestIdentifierFeature>();
        Hand<IHttpRequestLifetimeFeature>();
        Hand<IHttpMaxRequestBodySizeFeature>();
        Hand<IHttpBodyControlFeature>();
        Hand<IHttpResponseFeature>();
        Hand<IHttpResponseBodyFeature>();
        Hand<IHttpResponseTrailersFeature>();
        Hand<IHttpResetFeature>();
        Hand<IHttpConnectionFeature>();
        Hand<ITlsConnectionFeature>();
        Hand<ITlsHandshakeFeature>();
        return town;

        void Hand<T>()
            where T : class
        {
            if (front.Get<T>() is { } feature)
            {
                town.Set(feature);
            }
        }
    }
}
