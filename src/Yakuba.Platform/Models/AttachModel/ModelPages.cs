using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Yakuba.Platform.Accounts.Requests;
using Yakuba.Platform.Models.CheckModel;
using Yakuba.Platform.Web.Language;

namespace Yakuba.Platform.Models.AttachModel;

/// <summary>The page on which an administrator attaches, checks and detaches the model.</summary>
internal static class ModelPages
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        var model = routes.MapGroup("/model").Require(Right.ManageModel).ExcludeFromDescription();
        model.MapGet("", ShowAsync);
        model.MapPost("", UseAsync);
        model.MapPost("off", OffAsync);
        model.MapPost("check", CheckAsync);
    }

    private static async Task<IResult> ShowAsync(string? done, ModelPageModels pages, Words words, CancellationToken cancel) => Page(await pages.MakeAsync(cancel) with
    {
        Done = done switch
        {
            "attached" => words["つなぎました。", "Attached."],
            "detached" => words["切り離しました。", "Detached."],
            "checking" => words["試験を始めました。", "The check has begun."],
            _ => "",
        },
    });

    private static async Task<IResult> UseAsync(IFormCollection form, AttachModelHandler handler, ModelPageModels pages, Actor by, CancellationToken cancel) =>
        await AfterAsync((await handler.UseAsync(new(FormText.Of(form, "url"), FormText.Of(form, "name"), FormText.Of(form, "key")), by, cancel)).Problem, "attached", pages, cancel);

    // These two forms have no field of their own, but binding one makes the framework check the form's token.
    private static async Task<IResult> OffAsync([FromForm] string? back, AttachModelHandler handler, ModelPageModels pages, Actor by, CancellationToken cancel) =>
        await AfterAsync((await handler.OffAsync(by, cancel)).Problem, "detached", pages, cancel);

    private static async Task<IResult> CheckAsync([FromForm] string? back, CheckModelHandler handler, ModelPageModels pages, Actor by, CancellationToken cancel) =>
        await AfterAsync((await handler.StartAsync(CheckModelInput.OwnFaq, by, cancel)).Problem, "checking", pages, cancel);

    private static async Task<IResult> AfterAsync(Problem? problem, string done, ModelPageModels pages, CancellationToken cancel) => problem is null
        ? TypedResults.LocalRedirect("/model?done=" + done)
        : Page(await pages.MakeAsync(cancel) with { Problem = problem });

    private static RazorComponentResult<ModelPage> Page(ModelPageModel model) => new(new { Model = model })
    {
        StatusCode = model.Problem?.Status ?? StatusCodes.Status200OK,
    };
}
