using Microsoft.AspNetCore.Builder;

namespace Yakuba.Platform.Accounts.Requests;

/// <summary>How an endpoint declares who may use it. The declaration is checked before parameters are bound.</summary>
public static class RightEndpoints
{
    /// <summary>People who hold the right, in person or through a token that carries it.</summary>
    public static TBuilder Require<TBuilder>(this TBuilder endpoint, Right right)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new RightRequirement(right, SignedIn: true));

    /// <summary>Anyone with an account or a token, whatever the rights.</summary>
    public static TBuilder RequireSignIn<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new RightRequirement(null, SignedIn: true));

    /// <summary>Anyone: residents without an account too. The principal is the signed-in person where there is one.</summary>
    public static TBuilder AllowResident<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(RightRequirement.Resident);
}
