using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Yakuba.Platform.Accounts.Requests;
using Yakuba.Platform.Data;

namespace Yakuba.Platform.Accounts.Sections;

/// <summary>Sections over the API. Staff may read the list: documents name sections.</summary>
internal static class SectionEndpoints
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        var sections = routes.MapGroup("/api/v1/sections").WithTags("accounts");
        sections.MapGet("", ListAsync).WithSummary("所属の一覧").RequireSignIn();
        sections.MapPost("", AddAsync).WithSummary("所属を追加する").Require(Right.ManagePeople);
        sections.MapPut("{code}", ChangeAsync).WithSummary("所属を変更する（前の名前は旧名として残る）").Require(Right.ManagePeople);
    }

    private static async Task<Ok<IReadOnlyList<Section>>> ListAsync(SectionList sections, Database database, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        return TypedResults.Ok(await sections.ListAsync(read, cancel));
    }

    private static async Task<Results<Created<Section>, ProblemHttpResult>> AddAsync(KeepSection body, KeepSectionHandler handler, Actor by, CancellationToken cancel) =>
        (await handler.AddAsync(body, by, cancel)).Match<Results<Created<Section>, ProblemHttpResult>>(
            section => TypedResults.Created($"/api/v1/sections/{section.Code}", section), problem => problem.ToHttp());

    private static async Task<Results<Ok<Section>, ProblemHttpResult>> ChangeAsync(
        string code, KeepSection body, KeepSectionHandler handler, Actor by, CancellationToken cancel) =>
        (await handler.ChangeAsync(body with { Code = code }, by, cancel)).Match<Results<Ok<Section>, ProblemHttpResult>>(
            section => TypedResults.Ok(section), problem => problem.ToHttp());
}
