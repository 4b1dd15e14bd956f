using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Yakuba.Office.Ask.Answering;
using Yakuba.Office.Ask.Record;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.Requests;
using Yakuba.Platform.Web.Frame;
using Yakuba.Platform.Web.Language;

namespace Yakuba.Office.Ask.AskQuestion;

/// <summary>The ask page: the form, its answer as a page of its own, or the same answer as a stream where the browser asks for one.</summary>
internal static class AskPages
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", ShowAsync).AllowResident().ExcludeFromDescription();
        routes.MapGet("/ask", ShowAsync).AllowResident().ExcludeFromDescription();
        routes.MapPost("/ask", PostAsync).AllowResident().ExcludeFromDescription();
        routes.MapGet("/ask/{id:guid}", AnswerAsync).AllowResident().ExcludeFromDescription();
    }

    private static async Task<IResult> ShowAsync(string? question, string? scope, Principal reader, FrameFacts facts, AskPageModels models, HttpContext http, CancellationToken cancel) =>
        Page(await models.EmptyAsync(facts.Municipality(http), question ?? "", scope ?? "", reader, cancel));

    private static async Task<IResult> PostAsync(
        [FromForm] string? question,
        [FromForm] string? on,
        [FromForm] string? scope,
        [FromForm] string? sure,
        [FromForm] string? fill,
        AskHandler handler,
        AskPageModels models,
        FrameFacts facts,
        Principal principal,
        HttpContext http,
        CancellationToken cancel)
    {
        if (!string.IsNullOrEmpty(fill))
        {
            // What somebody asked is filled in by a form: in an address it would stay in the browser's history and in the logs of machines between.
            return Page(await models.EmptyAsync(facts.Municipality(http), question ?? "", scope ?? "", principal, cancel));
        }

        var input = new AskInput(question ?? "", on ?? "", scope ?? "", !string.IsNullOrEmpty(sure));
        if (http.Request.Headers.Accept.ToString().Contains("text/event-stream", StringComparison.OrdinalIgnoreCase))
        {
            return new AskStream(input);
        }

        var result = await handler.HandleAsync(input, http, _ => Task.CompletedTask, cancel);
        return result.TryGet(out var answer, out var problem)
            ? TypedResults.LocalRedirect($"/ask/{answer.Id}")
            : Page(await models.RefusedAsync(facts.Municipality(http), input, problem, principal, cancel), problem.Status);
    }

    private static async Task<IResult> AnswerAsync(
        Guid id, Principal reader, AnswerArchive archive, AnswerViews views, AskPageModels models, FrameFacts facts, Words words, HttpContext http, CancellationToken cancel)
    {
        if (!(await archive.FindAsync(id.ToString("D", CultureInfo.InvariantCulture), reader, cancel)).TryGet(out var archived, out var problem))
        {
            return Page(await models.RefusedAsync(facts.Municipality(http), new AskInput("", "", "", false), problem, reader, cancel), problem.Status);
        }

        var view = await views.OfAsync(archived, reader, words, cancel);
        var model = await models.EmptyAsync(facts.Municipality(http), archived.Question, "", reader, cancel);
        return Page(model with { Answer = view });
    }

    private static RazorComponentResult<AskPage> Page(AskPageModel model, int status = StatusCodes.Status200OK) => new(new { Model = model }) { StatusCode = status };
}
