using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Yakuba.Platform;
using Yakuba.Platform.Accounts;
using Yakuba.Platform.Accounts.Requests;
using Yakuba.Platform.Web.Language;

namespace Yakuba.Office.Library.Reorganise;

/// <summary>The pages on which an administrator plans and does reorganisations. What was refused comes back as it was typed.</summary>
internal static class ReorganisePages
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("/reorganise").Require(Right.ManagePeople).ExcludeFromDescription();
        pages.MapGet("", ShowAsync);
        pages.MapPost("", DoAsync);
        pages.MapGet("split", SplitAsync);
        pages.MapPost("plan", PlanAsync);
        pages.MapPost("{number:long}/undo", UndoAsync);
    }

    private static async Task<IResult> ShowAsync(string? done, ReorganiseModels models, Words words, CancellationToken cancel) =>
        Page(await models.PageAsync(words, cancel) with
        {
            Done = done switch
            {
                "done" => words["機構改革を行いました。", "Done."],
                "waiting" => words["予定を登録しました。施行日に自動で行います。", "Kept. It is done by itself on its day."],
                "undone" => words["機構改革の前に戻しました。", "Taken back."],
                "cancelled" => words["予定を取りやめました。", "Cancelled."],
                _ => "",
            },
        });

    private static async Task<IResult> SplitAsync(string? section, ReorganiseModels models, Principal reader, Words words, CancellationToken cancel) =>
        await models.SplitAsync(section ?? "", null, reader, cancel) is { } model
            ? new RazorComponentResult<SplitPage>(new { Model = model })
            : Page(await models.PageAsync(words, cancel) with { Problem = ReorganiseProblems.SectionNeeded });

    private static async Task<IResult> PlanAsync(IFormCollection form, ReorganiseHandler handler, ReorganiseModels models, Principal who, Words words, CancellationToken cancel)
    {
        var typed = ReorganiseForm.Of(form);
        if (!typed.Read().TryGet(out var request, out var problem) || !(await handler.PlanAsync(request, who, cancel)).TryGet(out var plan, out problem))
        {
            return await RefusedAsync(typed, problem, models, who, words, cancel);
        }

        return new RazorComponentResult<PlanPage>(new { Model = models.Plan(plan, typed, words) });
    }

    private static async Task<IResult> DoAsync(IFormCollection form, ReorganiseHandler handler, ReorganiseModels models, Principal who, Actor by, Words words, CancellationToken cancel)
    {
        var typed = ReorganiseForm.Of(form);
        if (!typed.Read().TryGet(out var request, out var problem))
        {
            return await RefusedAsync(typed, problem, models, who, words, cancel);
        }

        if ((await handler.DoAsync(request, FormText.Of(form, "plan"), who, by, cancel)).TryGet(out var kept, out problem))
        {
            return TypedResults.LocalRedirect($"/reorganise?done={kept.State}");
        }

        // The plan as it is now stands below what is said of it.
        return problem.Name == ReorganiseProblems.PlanChanged.Name && (await handler.PlanAsync(request, who, cancel)).TryGet(out var plan, out _)
            ? new RazorComponentResult<PlanPage>(new { Model = models.Plan(plan, typed, words) with { Problem = problem } }) { StatusCode = problem.Status }
            : await RefusedAsync(typed, problem, models, who, words, cancel);
    }

    private static async Task<IResult> UndoAsync(long number, IFormCollection form, ReorganiseHandler handler, ReorganiseModels models, Actor by, Words words, CancellationToken cancel) =>
        (await handler.UndoAsync(number, by, cancel)).TryGet(out var kept, out var problem)
            ? TypedResults.LocalRedirect($"/reorganise?done={kept.State}")
            : Page(await models.PageAsync(words, cancel) with { Problem = problem });

    private static async Task<IResult> RefusedAsync(ReorganiseForm typed, Problem problem, ReorganiseModels models, Principal who, Words words, CancellationToken cancel) =>
        typed is { Kind: "split", From: [var section, ..] } && await models.SplitAsync(section, typed, who, cancel) is { } split
            ? new RazorComponentResult<SplitPage>(new { Model = split with { Problem = problem } }) { StatusCode = problem.Status }
            : Page(await models.PageAsync(words, cancel) with { Problem = problem, Typed = typed });

    private static RazorComponentResult<ReorganisePage> Page(ReorganisePageModel model) => new(new { Model = model }) { StatusCode = model.Problem?.Status ?? StatusCodes.Status200OK };
}
