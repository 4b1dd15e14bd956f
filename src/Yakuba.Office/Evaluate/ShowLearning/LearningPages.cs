using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Yakuba.Office.Evaluate.Learn;
using Yakuba.Office.Library.AddDocuments;
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
        learning.MapPost("file", LearnFromFileAsync);
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
        await AfterAsync((await job.StartAsync("", by, cancel)).Problem, "", pages, words, cancel);

    private static async Task<IResult> LearnFromFileAsync(IFormFile? judged, LearnJob job, UploadStaging staging, LearningPageModels pages, Words words, Actor by, CancellationToken cancel) =>
        await AfterAsync(
            judged is null || JudgedFile.Ending(judged.FileName) is not { } ending ? JudgedFile.UnknownKind
            : judged.Length > JudgedFile.MostBytes ? JudgedFile.TooLarge
            : await StartAsync(judged, ending, job, staging, by, cancel),
            "",
            pages,
            words,
            cancel);

    private static async Task<Problem?> StartAsync(IFormFile judged, string ending, LearnJob job, UploadStaging staging, Actor by, CancellationToken cancel)
    {
        var folder = staging.New();
        var isTaken = false;
        try
        {
            var path = Path.Combine(folder, "judged" + ending); // never a name that somebody typed
            await using (var file = new FileStream(path, FileMode.CreateNew))
            {
                await judged.CopyToAsync(file, cancel);
            }

            var started = await job.StartAsync(path, by, cancel);
            isTaken = started.IsSuccess;
            return started.Problem;
        }
        finally
        {
            if (!isTaken)
            {
                UploadStaging.Drop(folder);
            }
        }
    }

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
