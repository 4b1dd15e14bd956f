using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.Requests;
using Yakuba.Platform.Web.Refusals;

namespace Yakuba.Office.Ask.GiveFeedback;

/// <summary>Feedback from the answer's page and over the API.</summary>
internal static class GiveFeedbackEndpoints
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/ask/{id:guid}/feedback", PageAsync).AllowResident().ExcludeFromDescription();
        routes.MapPost("/api/v1/answers/{id:guid}/feedback", ApiAsync).WithTags("ask").WithSummary("回答について意見を送る").AllowResident();
    }

    private static async Task<IResult> PageAsync(
        Guid id, [FromForm] string? verdict, [FromForm] string? word, GiveFeedbackHandler handler, Principal reader, Actor by, CancellationToken cancel)
    {
        var result = await handler.HandleAsync(new GiveFeedback(id.ToString("D"), verdict ?? "", word ?? ""), reader, by, cancel);
        return result.Problem is { } problem
            ? new RazorComponentResult<ProblemPage>(new { Problem = problem }) { StatusCode = problem.Status }
            : TypedResults.LocalRedirect($"/ask/{id:D}");
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ApiAsync(
        Guid id, Body body, GiveFeedbackHandler handler, Principal reader, Actor by, CancellationToken cancel)
    {
        var result = await handler.HandleAsync(new GiveFeedback(id.ToString("D"), body.Verdict ?? "", body.Word ?? ""), reader, by, cancel);
        return result.Match<Results<NoContent, ProblemHttpResult>>(_ => TypedResults.NoContent(), problem => problem.ToHttp());
    }

    /// <summary>Feedback.</summary>
    /// <param name="Verdict"><c>helped</c>, <c>wrong</c> or <c>outdated</c>.</param>
    /// <param name="Word">A word beside it; may be left out.</param>
    internal sealed record Body(string? Verdict, string? Word = null);
}
