using Yakuba.Office.Ask;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.Requests;

namespace Yakuba.Api.Chat;

/// <summary>The addresses that existing chat clients know.</summary>
internal static class ChatEndpoints
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/chat/completions", PostAsync).WithTags("chat").WithSummary("会話の形で質問する（OpenAI互換）")
            .WithDescription("最後のuserの発言に、根拠を確かめた回答を返します。回答できないときは、その理由と次の手順を本文に返します。出典はyakubaの項目にもあります。")
            .Produces<ChatReply>().AllowResident();
        routes.MapGet("/v1/models", () => Json(ChatModels.List)).WithTags("chat").WithSummary("モデルの一覧（OpenAI互換）").Produces<ChatModels.ModelList>().AllowResident();
        routes.MapGet("/v1/models/{model}", (string model) => ChatModels.IsKnown(model) ? Json(ChatModels.List.Data[0]) : ApiProblems.UnknownModel.ToOpenAi("model"))
            .WithTags("chat").WithSummary("モデルの情報（OpenAI互換）").Produces<ChatModels.ModelCard>().AllowResident();
    }

    private static async Task<IResult> PostAsync(HttpContext http, AskForProgram ask, TimeProvider time, CancellationToken cancel)
    {
        var (request, refused, param) = await ChatRequest.ReadAsync(http.Request, cancel);
        if (request is null)
        {
            return refused!.ToOpenAi(param);
        }

        var created = time.GetUtcNow().ToUnixTimeSeconds();
        var stream = request.Stream ? new ChatStream(http, request.IncludeUsage, created) : null;
        var result = await ask.RunAsync(new Question(request.Question, null), http, progress => stream?.TellAsync(progress) ?? Task.CompletedTask, cancel);
        if (!result.TryGet(out var answer, out var problem))
        {
            if (!http.Response.HasStarted)
            {
                return problem.ToOpenAi(problem.Status == StatusCodes.Status400BadRequest ? "messages" : null);
            }

            await stream!.BreakAsync(problem);
            return Results.Empty;
        }

        if (stream is null)
        {
            return Json(ChatReply.Whole(answer, created));
        }

        await stream.EndAsync(answer);
        return Results.Empty;
    }

    private static IResult Json<T>(T value) => Results.Json(value, ChatReply.Json);
}
