using System.Security.Claims;

namespace Yakuba.Platform.Accounts.Requests;

/// <summary>The principal as the framework's own user of the request: for the frame of the pages and for the tokens of forms. Rights are decided by <see cref="RightGate"/>, not by these claims.</summary>
public static class RightClaims
{
    private const string Type = "yakuba:right";

    /// <summary>True when the signed-in person holds the right: what the navigation shows.</summary>
    public static bool May(this ClaimsPrincipal user, Right right) => user.HasClaim(Type, right.ToKey());

    internal static ClaimsPrincipal Of(Principal principal) => principal.IsStaff
        ? new ClaimsPrincipal(new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, principal.UserId),
                new Claim(ClaimTypes.Name, principal.Name),
                .. Rights.All.Where(principal.May).Select(right => new Claim(Type, right.ToKey())),
            ],
            "yakuba"))
        : new ClaimsPrincipal(new ClaimsIdentity());
}
