using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Yakuba.Platform.Accounts.Requests;

namespace Yakuba.Platform.Accounts.Tokens;

/// <summary>The own tokens over the API. Only a person in person keeps tokens: none carries <see cref="Right.OwnAccount"/>.</summary>
internal static class TokenEndpoints
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        var tokens = routes.MapGroup("/api/v1/tokens").WithTags("accounts").Require(Right.OwnAccount);
        tokens.MapGet("", ListAsync).WithSummary("自分のアクセストークンの一覧");
        tokens.MapPost("", CreateAsync).WithSummary("アクセストークンを発行する（値は一度だけ返す）");
        tokens.MapDelete("{id}", RevokeAsync).WithSummary("アクセストークンを取り消す");
    }

    private static async Task<Ok<IEnumerable<TokenView>>> ListAsync(TokensHandler handler, Principal principal, CancellationToken cancel) =>
        TypedResults.Ok((await handler.ListAsync(principal, cancel)).Select(TokenView.Of));

    private static async Task<Results<Created<CreatedView>, ProblemHttpResult>> CreateAsync(
        CreateToken body, TokensHandler handler, Principal principal, Actor by, CancellationToken cancel) =>
        (await handler.CreateAsync(body, principal, by, cancel)).Match<Results<Created<CreatedView>, ProblemHttpResult>>(
            created => TypedResults.Created($"/api/v1/tokens/{created.Token.Id}", new CreatedView(created.Secret, TokenView.Of(created.Token))),
            problem => problem.ToHttp());

    private static async Task<Results<NoContent, ProblemHttpResult>> RevokeAsync(string id, TokensHandler handler, Actor by, CancellationToken cancel) =>
        (await handler.RevokeAsync(id, by, cancel)).Match<Results<NoContent, ProblemHttpResult>>(_ => TypedResults.NoContent(), problem => problem.ToHttp());
}

/// <summary>A token in the API.</summary>
internal sealed record TokenView(
    string Id, string Name, IReadOnlyList<string> Rights, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? UsedAt, DateTimeOffset? RevokedAt)
{
    internal static TokenView Of(ApiToken token) =>
        new(token.Id, token.Name, [.. token.Rights.Select(r => r.ToKey())], token.CreatedAt, token.ExpiresAt, token.UsedAt, token.RevokedAt);
}

/// <summary>A token just made, in the API.</summary>
internal sealed record CreatedView(string Secret, TokenView Token);
