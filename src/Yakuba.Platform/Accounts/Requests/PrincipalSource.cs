using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Yakuba.Platform.Accounts.Requests;

/// <summary>The person of a request, for code that holds the request and not the services. Handlers and endpoints take a <see cref="Principal"/> or an <see cref="Actor"/> parameter instead.</summary>
public static class PrincipalSource
{
    /// <summary>Who sends this request.</summary>
    /// <exception cref="InvalidOperationException">The endpoint declares no right, so nobody was identified.</exception>
    public static Principal Current(HttpContext context) => context.RequestServices.GetRequiredService<RequestIdentity>().Principal;
}
