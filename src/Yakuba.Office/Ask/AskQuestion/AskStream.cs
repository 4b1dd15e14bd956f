using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Office.Ask.Answering;
using Yakuba.Office.Ask.Record;
using Yakuba.Platform;
using Yakuba.Platform.Web;
using Yakuba.Platform.Web.Frame;
using Yakuba.Platform.Web.Language;

namespace Yakuba.Office.Ask.AskQuestion;

/// <summary>An answer as server-sent events. Sentences leave when they are verified, the whole answer when it is recorded; a question that is refused is a page.</summary>
/// <remarks>A stream that ends without the event <c>answer</c> was cut off; the browser then sends the form plainly.</remarks>
internal sealed class AskStream(AskInput input) : IResult
{
    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext http)
    {
        var services = http.RequestServices;
        var cancel = http.RequestAborted;
        var renderer = services.GetRequiredService<FragmentRenderer>();
        var result = await services.GetRequiredService<AskHandler>().HandleAsync(input, http, async progress => await SendAsync(http, renderer, progress), cancel);
        if (result.TryGet(out var answer, out var problem))
        {
            var reader = services.GetRequiredService<Principal>();
            var archived = await services.GetRequiredService<AnswerArchive>().FindAsync(answer.Id, reader, cancel);
            var view = await services.GetRequiredService<AnswerViews>().OfAsync(archived.Value, reader, services.GetRequiredService<Words>(), cancel);
            await EventAsync(http, "goto", JsonSerializer.Serialize(new { href = $"/ask/{answer.Id}" }));
            await EventAsync(http, "answer", await renderer.RenderAsync<AnswerPanel>(new Dictionary<string, object?> { [nameof(AnswerPanel.Answer)] = view }));
        }
        else if (!http.Response.HasStarted)
        {
            var model = await services.GetRequiredService<AskPageModels>().RefusedAsync(
                services.GetRequiredService<FrameFacts>().Municipality(http), input, problem, services.GetRequiredService<Principal>(), cancel);
            await new RazorComponentResult<AskPage>(new { Model = model }) { StatusCode = problem.Status }.ExecuteAsync(http);
        }
    }

    private static async Task SendAsync(HttpContext http, FragmentRenderer renderer, AnswerProgress progress)
    {
        switch (progress)
        {
            case StepBegan step:
                await EventAsync(http, "step", JsonSerializer.Serialize(new { text = step.Text }, AnswerStore.Json));
                break;
            case BegunAnew anew:
                await EventAsync(http, "anew", JsonSerializer.Serialize(new { text = anew.Text }, AnswerStore.Json));
                break;
            case SentenceVerified verified:
                var line = new AnswerSentence(verified.Sentence.Text, verified.Sentence.Evidence);
                await EventAsync(http, "sentence", await renderer.RenderAsync<AnswerSentenceLine>(new Dictionary<string, object?> { [nameof(AnswerSentenceLine.Sentence)] = line }));
                break;
        }
    }

    private static async Task EventAsync(HttpContext http, string name, string data)
    {
        if (!http.Response.HasStarted)
        {
            http.Response.ContentType = "text/event-stream; charset=utf-8";
            http.Response.Headers.CacheControl = "no-store";
            http.Response.Headers["X-Accel-Buffering"] = "no"; // nginx would hold sentences back
        }

        var text = new StringBuilder("event: ").Append(name).Append('\n');
        foreach (var line in data.ReplaceLineEndings("\n").Split('\n'))
        {
            text.Append("data: ").Append(line).Append('\n');
        }

        await http.Response.WriteAsync(text.Append('\n').ToString(), http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
    }
}
