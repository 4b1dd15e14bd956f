using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Yakuba.Platform.Accounts.Requests;
using Yakuba.Platform.Web.Refusals;

namespace Yakuba.Platform.Audit.RemoveTexts;

/// <summary>The page on which removals are asked for and decided.</summary>
internal static class RemovalEndpoints
{
    internal static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("removals", ListAsync);
        pages.MapPost("removals", DisposalAsync);
        pages.MapPost("removals/{number:long}", DecideAsync).Require(Right.OpenRecordBody);
        pages.MapGet("removals/{number:long}/list", FileAsync);
        pages.MapPost("{index:long}/erasure", ErasureAsync);
    }

    private static async Task<IResult> ListAsync(string? done, RemovalQuery removals, Actor by, CancellationToken cancel) =>
        new RazorComponentResult<RemovalPage>(new { Model = await removals.PageAsync(by, cancel) with { Done = done switch { "asked" => "申し出ました。別の人の承認を待っています。", "removed" => "本文を消しました。", "refused" => "承認しないことにしました。", _ => "" } } });

    private static async Task<IResult> DisposalAsync([FromForm] string? reason, AskRemovalHandler ask, RemovalQuery removals, Actor by, CancellationToken cancel) =>
        await AfterAsync(await ask.DisposalAsync(reason, by, cancel), "asked", removals, by, cancel);

    private static async Task<IResult> ErasureAsync(long index, [FromForm(Name = "erasure-reason")] string? reason, AskRemovalHandler ask, RemovalQuery removals, Actor by, CancellationToken cancel) =>
        await AfterAsync(await ask.ErasureAsync(index, reason, by, cancel), "asked", removals, by, cancel);

    private static async Task<IResult> DecideAsync(long number, [FromForm] string? decision, DecideRemovalHandler decide, RemovalQuery removals, Actor by, CancellationToken cancel) =>
        await AfterAsync(await decide.HandleAsync(number, decision == "agree", by, cancel), decision == "agree" ? "removed" : "refused", removals, by, cancel);

    private static async Task<IResult> FileAsync(long number, RemovalQuery removals, CancellationToken cancel) =>
        await removals.FileAsync(number, cancel) is { } list
            ? TypedResults.File(list, "text/csv; charset=utf-8", $"removal-{number}.csv")
            : new RazorComponentResult<ProblemPage>(new { Problem = AuditProblems.NoSuchRemoval }) { StatusCode = 404 };

    private static async Task<IResult> AfterAsync(Result<Removal> result, string done, RemovalQuery removals, Actor by, CancellationToken cancel) =>
        result.Problem is { } problem
            ? new RazorComponentResult<RemovalPage>(new { Model = await removals.PageAsync(by, cancel) with { Problem = problem } }) { StatusCode = problem.Status }
            : TypedResults.LocalRedirect($"/audit/removals?done={done}");
}
