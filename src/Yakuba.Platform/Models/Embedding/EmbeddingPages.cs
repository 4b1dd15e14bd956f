using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Yakuba.Platform.Accounts.Requests;
using Yakuba.Platform.Web.Language;

namespace Yakuba.Platform.Models.Embedding;

/// <summary>The page on which an administrator attaches, tries and detaches the embedding model, and sees how far its vectors are.</summary>
internal static class EmbeddingPages
{
    private const string Address = "/model/embedding";

    internal static void Map(IEndpointRouteBuilder routes)
    {
        var embedding = routes.MapGroup(Address).Require(Right.ManageModel).ExcludeFromDescription();
        embedding.MapGet("", ShowAsync);
        embedding.MapPost("", UseAsync);
        embedding.MapPost("off", OffAsync);
        embedding.MapPost("check", CheckAsync);
    }

    private static async Task<IResult> ShowAsync(string? done, EmbeddingPageModels pages, Words words, CancellationToken cancel) => Page(await pages.MakeAsync(cancel) with
    {
        Done = done switch
        {
            "attached" => words["つなぎました。文書のベクトルを順に作ります。", "Attached. Vectors are being made."],
            "detached" => words["切り離しました。作ったベクトルは残り、同じモデルをつなぎ直すとすぐに使えます。", "Detached. The vectors stay, for when the same model is attached again."],
            _ => "",
        },
    });

    private static async Task<IResult> UseAsync(IFormCollection form, AttachEmbeddingHandler handler, EmbeddingPageModels pages, Actor by, CancellationToken cancel)
    {
        string Field(string name) => FormText.Of(form, name);
        var request = new UseEmbedding(Field("url"), Field("name"), Field("key"), Field("query"), Field("passage"));
        return await AfterAsync((await handler.UseAsync(request, by, cancel)).Problem, "attached", pages, cancel);
    }

    // These two forms have no field of their own, but binding one makes the framework check the form's token.
    private static async Task<IResult> OffAsync([FromForm] string? back, AttachEmbeddingHandler handler, EmbeddingPageModels pages, Actor by, CancellationToken cancel) =>
        await AfterAsync((await handler.OffAsync(by, cancel)).Problem, "detached", pages, cancel);

    private static async Task<IResult> CheckAsync([FromForm] string? back, CheckEmbeddingHandler handler, EmbeddingPageModels pages, CancellationToken cancel)
    {
        var check = await handler.RunAsync(cancel);
        var model = await pages.MakeAsync(cancel);
        return Page(check.Match(done => model with { Check = done }, problem => model with { Problem = problem }));
    }

    private static async Task<IResult> AfterAsync(Problem? problem, string done, EmbeddingPageModels pages, CancellationToken cancel) => problem is null
        ? TypedResults.LocalRedirect($"{Address}?done={done}")
        : Page(await pages.MakeAsync(cancel) with { Problem = problem });

    private static RazorComponentResult<EmbeddingPage> Page(EmbeddingPageModel model) => new(new { Model = model })
    {
        StatusCode = model.Problem?.Status ?? StatusCodes.Status200OK,
    };
}

/// <summary>Gathers what the page shows, and what <c>yakuba model embed show</c> tells.</summary>
internal sealed class EmbeddingPageModels(EmbeddingEndpoint endpoint, IEnumerable<EmbeddingLook> looks)
{
    internal async Task<EmbeddingPageModel> MakeAsync(CancellationToken cancel)
    {
        if (await endpoint.FindAsync(cancel) is not { } embedding)
        {
            return new(null, false, null);
        }

        var look = looks.FirstOrDefault(); // none in a product without a library
        return new(embedding, endpoint.IsResting(embedding), look is null ? null : await look.AtAsync(embedding, cancel));
    }
}
