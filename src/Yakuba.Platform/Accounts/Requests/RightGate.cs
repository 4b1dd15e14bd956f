using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Yakuba.Platform.Accounts.Requests;

/// <summary>Stands between routing and every endpoint: identifies the caller and lets in whom the endpoint declares.</summary>
internal sealed class RightGate(RequestDelegate next, IdentifyRequest identify)
{
    /// <summary>Lets the request in, or answers it.</summary>
    /// <exception cref="InvalidOperationException">The endpoint declares nothing. That is a bug, and the request is not served.</exception>
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is not RouteEndpoint endpoint) // nothing found, or a wrong method: no handler will run
        {
            await next(context);
            return;
        }

        var requirement = endpoint.Metadata.GetMetadata<RightRequirement>()
            ?? throw new InvalidOperationException($"The endpoint {endpoint.DisplayName} declares no right.");
        var identity = context.RequestServices.GetRequiredService<RequestIdentity>();
        var problem = await identify.RunAsync(context, identity) ?? Refusal(context.Request, identity, requirement);
        context.User = RightClaims.Of(identity.Principal);
        if (problem is null)
        {
            await next(context);
        }
        else
        {
            await RefusedRequest.AnswerAsync(context, problem);
        }
    }

    private static Problem? Refusal(HttpRequest request, RequestIdentity identity, RightRequirement requirement)
    {
        if (identity.SessionHash.Length > 0 && CrossSite.IsForged(request))
        {
            return AccountsProblems.CrossSite;
        }

        if (!requirement.SignedIn)
        {
            return null;
        }

        if (identity.MustChangePassword is not null)
        {
            return requirement.BeforePasswordChange ? null : AccountsProblems.PasswordMustChange;
        }

        return !identity.Principal.IsStaff ? AccountsProblems.SignInNeeded
            : requirement.Right is { } right && !identity.Principal.May(right) ? AccountsProblems.NotAllowed
            : null;
    }
}
