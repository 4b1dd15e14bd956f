using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Yakuba.Office.Library.Changing;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.Requests;

namespace Yakuba.Office.Library.Review;

using DoneOrProblem = Results<NoContent, ProblemHttpResult>;

/// <summary>Reviews over the API.</summary>
internal static class ReviewsApi
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1").WithTags("library");
        api.MapGet("reviews", ListAsync).WithSummary("見直しの一覧（section: 所管課のコード）").Require(Right.ReadLibrary);
        api.MapPost("documents/{version:long}/review", ReviewAsync).WithSummary("見直した（変更なし）ことを記録する（next: 次の見直しの日）").Require(Right.ConfirmDocuments);
        api.MapDelete("documents/{version:long}/review", UndoAsync).WithSummary("最後の見直しを取り消す").Require(Right.ConfirmDocuments);
    }

    private static async Task<Ok<ReviewsJson>> ListAsync(string? section, ReviewLists lists, Principal reader, CancellationToken cancel) =>
        TypedResults.Ok(ReviewsJson.Of(await lists.OfAsync(reader, section ?? "", cancel)));

    private static async Task<DoneOrProblem> ReviewAsync(long version, Body? body, LifeCycle cycle, Principal who, Actor by, CancellationToken cancel) =>
        Answer(await cycle.ReviewAsync(new ReviewDocument((uint)Math.Clamp(version, 0, uint.MaxValue), body?.Next), who, by, cancel));

    private static async Task<DoneOrProblem> UndoAsync(long version, LifeCycle cycle, Principal who, Actor by, CancellationToken cancel) =>
        Answer(await cycle.UndoReviewAsync(new UndoReview((uint)Math.Clamp(version, 0, uint.MaxValue)), who, by, cancel));

    private static DoneOrProblem Answer(Problem? problem) => problem is null ? TypedResults.NoContent() : problem.ToHttp();

    internal sealed record Body(DateOnly? Next);
}
