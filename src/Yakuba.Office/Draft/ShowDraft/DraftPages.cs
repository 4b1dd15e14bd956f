using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Yakuba.Office.Draft.Store;
using Yakuba.Office.Draft.WriteDraft;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.Requests;
using Yakuba.Platform.Web.Language;
using Yakuba.Platform.Web.Refusals;

namespace Yakuba.Office.Draft.ShowDraft;

/// <summary>The page of a draft, and what is done there.</summary>
internal static class DraftPages
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        var page = routes.MapGroup("/drafts/{draft:guid}").Require(Right.WriteDrafts).ExcludeFromDescription();
        page.MapGet("", ShowAsync);
        page.MapPost("drop", DropAsync);
    }

    /// <summary>Back to the draft after an act, or the page with why it was refused.</summary>
    /// <param name="result">What came of the act.</param>
    /// <param name="draft">The draft.</param>
    /// <param name="done">Key of what is said after it.</param>
    /// <param name="models">Makes the page.</param>
    /// <param name="who">Who acted.</param>
    /// <param name="words">The language of the page.</param>
    /// <param name="cancel">Stops.</param>
    internal static async Task<IResult> AfterAsync(Result<DraftCard> result, Guid draft, string done, DraftPageModels models, Principal who, Words words, CancellationToken cancel) =>
        result.TryGet(out _, out var problem) ? TypedResults.LocalRedirect($"/drafts/{DraftRows.Key(draft)}?done={done}")
        : problem.Name != DraftProblems.NoSuchDraft.Name && (await models.OfAsync(draft, null, who, words, cancel)).TryGet(out var model, out _)
            ? new RazorComponentResult<DraftPage>(new { Model = model with { Problem = problem } }) { StatusCode = problem.Status }
        : Refused(problem);

    internal static IResult Refused(Problem problem) => new RazorComponentResult<ProblemPage>(new { Problem = problem, RequestId = "" }) { StatusCode = problem.Status };

    private static async Task<IResult> ShowAsync(Guid draft, int? version, string? done, DraftPageModels models, Principal who, Words words, CancellationToken cancel) =>
        (await models.OfAsync(draft, version, who, words, cancel)).TryGet(out var model, out var problem)
            ? new RazorComponentResult<DraftPage>(new { Model = model with { Done = Said(done, words) } })
            : Refused(problem);

    private static async Task<IResult> DropAsync(Guid draft, DropDraftHandler handler, DraftPageModels models, Principal who, Actor by, Words words, IFormCollection form, CancellationToken cancel) =>
        await AfterAsync(await handler.HandleAsync(draft, who, by, cancel), draft, "dropped", models, who, words, cancel);

    private static string Said(string? done, Words words) => done switch
    {
        "saved" => words["保存しました。", "Saved."],
        "submitted" => words["決裁に回しました。", "Sent round."],
        "approved" => words["承認しました。", "Approved."],
        "returned" => words["差し戻しました。", "Sent back."],
        "pulled-back" => words["引き戻しました。直してから、また決裁に回せます。", "Taken back."],
        "issued" => words["施行しました。", "Issued."],
        "dropped" => words["取り下げました。", "Given up."],
        _ => "",
    };
}
