using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Yakuba.Platform.Accounts.Requests;

namespace Yakuba.Platform.Accounts.SignIn;

/// <summary>Signing in and out, and who one is, over the API.</summary>
internal static class SessionEndpoints
{
    internal static readonly RightRequirement FromTheFirstPassword = new(null, SignedIn: true, BeforePasswordChange: true);

    internal static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1").WithTags("accounts");
        api.MapPost("session", SignInAsync).WithSummary("サインインする（クッキーを返す）").AllowResident();
        api.MapDelete("session", SignOutAsync).WithSummary("サインアウトする").AllowResident();
        api.MapGet("me", Me).WithSummary("自分の名前・役割・所属・権限").RequireSignIn();
        api.MapPut("me/password", ChangeAsync).WithSummary("自分のパスワードを変更する").WithMetadata(FromTheFirstPassword);
    }

    private static async Task<Results<Ok<SessionView>, ProblemHttpResult>> SignInAsync(
        SignInWithPassword body, SignInWithPasswordHandler handler, RequestIdentity identity, HttpContext http, CancellationToken cancel)
    {
        var result = await handler.HandleAsync(body, identity.RequestId, cancel);
        if (!result.TryGet(out var signedIn, out var problem))
        {
            return problem.ToHttp();
        }

        SessionCookie.Write(http, signedIn.Token);
        return TypedResults.Ok(new SessionView(signedIn.Account.DisplayName, signedIn.Account.MustChangePassword));
    }

    private static async Task<NoContent> SignOutAsync(SignOutHandler handler, RequestIdentity identity, HttpContext http, CancellationToken cancel)
    {
        await handler.HandleAsync(identity, cancel);
        SessionCookie.Clear(http);
        return TypedResults.NoContent();
    }

    private static Ok<MeView> Me(Principal principal) => TypedResults.Ok(new MeView(
        principal.Name,
        [.. principal.Roles.Order().Select(r => r.ToKey())],
        [.. principal.Sections.Order(StringComparer.Ordinal)],
        principal.Clearance.ToName(),
        [.. Rights.All.Where(principal.May).Select(r => r.ToKey())]));

    private static async Task<Results<NoContent, ProblemHttpResult>> ChangeAsync(
        ChangePassword body, ChangePasswordHandler handler, RequestIdentity identity, CancellationToken cancel) =>
        identity.SessionHash.Length == 0 // a token does not keep the account
            ? AccountsProblems.NotAllowed.ToHttp()
            : (await handler.HandleAsync(body, identity, cancel)).Match<Results<NoContent, ProblemHttpResult>>(_ => TypedResults.NoContent(), problem => problem.ToHttp());

    internal sealed record SessionView(string DisplayName, bool MustChangePassword);

    internal sealed record MeView(string DisplayName, IReadOnlyList<string> Roles, IReadOnlyList<string> Sections, string Clearance, IReadOnlyList<string> Rights);
}
