using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Yakuba.Office.Evaluate.Learn;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.Requests;
using Yakuba.Platform.Web.Language;

namespace Yakuba.Office.Evaluate.ShowLearning;

/// <summary>The page on which an administrator sees what search has learned, lets it learn anew, and takes it back.</summary>
internal static class LearningPages
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        var learning = routes.MapGroup("/learning").Require(Right.ManageSettings).ExcludeFromDescription();
        learning.MapGet("", ShowAsync);
        learning.MapPost("", LearnAsync);
        learning.MapPost("undo", UndoAsync);
    }

    private static async Task<IResult> ShowAsync(string? done, LearningPageModels pages, Words words, CancellationToken cancel) => Page(await pages.MakeAsync(words, cancel) with
    {
        Done = done switch
        {
            "undone" => words["学習を取り消しました。検索は1つ前の状態に戻りました。", "Undone. Search is as it was before."],
            _ => "",
        },
    });

    // The form has no field of its own, but binding one makes the framework check the form's token.
    private static async Task<IResult> LearnAsync([FromForm] string? back, LearnJob job, LearningPageModels pages, Words words, Actor by, CancellationToken cancel) =>
        await AfterAsync((await job.StartAsync(by, cancel)).Problem, "", pages, words, cancel);

    private static async Task<IResult> UndoAsync([FromForm] string? number, LearnHandler learn, LearningPageModels pages, Words words, Actor by, CancellationToken cancel) =>
        await AfterAsync((await learn.UndoAsync(Number(number), by, cancel)).Problem, "?done=undone", pages, words, cancel);

    // What is no number names no learning in use.
    private static long Number(string? typed) => long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : -1;

    private static async Task<IResult> AfterAsync(Problem? problem, string query, LearningPageModels pages, Words words, CancellationToken cancel) => problem is null
        ? TypedResults.LocalRedirect("/learning" + query)
        : Page(await pages.MakeAsync(words, cancel) with { Problem = problem });

    private static RazorComponentResult<LearningPage> Page(LearningPageModel model) => new(new { Model = model })
    {
        StatusCode = model.Problem?.Status ?? StatusCodes.Status200OK,
    };
}
