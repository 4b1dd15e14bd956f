using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Yakuba.Platform.Accounts.Requests;
using Yakuba.Platform.Models.CheckModel;
using Yakuba.Platform.Models.Endpoint;

namespace Yakuba.Platform.Models.AttachModel;

/// <summary>The attached model over the API.</summary>
/// <param name="Attached">True when answers are worded by a model.</param>
/// <param name="Url">Root of its API, or empty.</param>
/// <param name="Name">Its name, or empty.</param>
/// <param name="WithKey">True when a key is kept for it. The key itself is never given out.</param>
/// <param name="MostSecretLabel">The most secret label whose text it may be sent.</param>
/// <param name="Resting">True while it is left alone after failures.</param>
public sealed record ModelView(bool Attached, string Url, string Name, bool WithKey, string MostSecretLabel, bool Resting)
{
    internal static ModelView Of(AttachedModel? model, bool resting) => model is null
        ? new(false, "", "", false, "", false)
        : new(true, model.Url.AbsoluteUri, model.Name, model.Key.Length > 0, model.MostSecret.ToName(), resting);
}

/// <summary>The API's endpoints.</summary>
internal static class ModelApi
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        var model = routes.MapGroup("/api/v1/model").WithTags("model").Require(Right.ManageModel);
        model.MapGet("", ShowAsync).WithSummary("つないだモデル");
        model.MapPut("", UseAsync).WithSummary("モデルをつなぐ");
        model.MapDelete("", OffAsync).WithSummary("モデルを切り離す");
        model.MapGet("sheets", SheetsAsync).WithSummary("モデルの成績表");
        model.MapPost("check", CheckAsync).WithSummary("自分の市町村の質問で試す");
    }

    private static async Task<Ok<ModelView>> ShowAsync(ModelEndpoint endpoint, CancellationToken cancel)
    {
        var model = await endpoint.FindAsync(cancel);
        return TypedResults.Ok(ModelView.Of(model, model is not null && endpoint.IsResting(model)));
    }

    private static async Task<Results<Ok<ModelView>, ProblemHttpResult>> UseAsync(UseModel body, AttachModelHandler handler, Actor by, CancellationToken cancel) =>
        (await handler.UseAsync(new(body.Url ?? "", body.Name ?? "", body.Key ?? ""), by, cancel)).Match<Results<Ok<ModelView>, ProblemHttpResult>>(
            model => TypedResults.Ok(ModelView.Of(model, false)), problem => problem.ToHttp());

    private static async Task<Results<NoContent, ProblemHttpResult>> OffAsync(AttachModelHandler handler, Actor by, CancellationToken cancel) =>
        (await handler.OffAsync(by, cancel)).Match<Results<NoContent, ProblemHttpResult>>(_ => TypedResults.NoContent(), problem => problem.ToHttp());

    private static async Task<Ok<IReadOnlyList<ScoreSheet>>> SheetsAsync(ScoreSheets sheets, CancellationToken cancel) =>
        TypedResults.Ok(await sheets.ListAsync(100, cancel));

    private static async Task<Results<Accepted<CheckStarted>, ProblemHttpResult>> CheckAsync(CheckModelHandler handler, Actor by, CancellationToken cancel) =>
        (await handler.StartAsync(CheckModelInput.OwnFaq, by, cancel)).Match<Results<Accepted<CheckStarted>, ProblemHttpResult>>(
            job => TypedResults.Accepted((string?)null, new CheckStarted(job)), problem => problem.ToHttp());
}

/// <summary>A check that was begun.</summary>
/// <param name="Job">Id of its job.</param>
internal sealed record CheckStarted(string Job);
