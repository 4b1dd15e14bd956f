using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.Requests;
using Yakuba.Platform.Data;
using Yakuba.Platform.Web.Language;

namespace Yakuba.Office.Draft.Regulate;

/// <summary>The page on which the rules of documents are kept.</summary>
internal static class RegulationPages
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        var page = routes.MapGroup("/drafts/rules").Require(Right.ManageLibrary).ExcludeFromDescription();
        page.MapGet("", ShowAsync);
        page.MapPost("", SaveAsync);
    }

    private static async Task<IResult> ShowAsync(string? done, RegulationStore store, Database database, Words words, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        var (text, _) = await store.TextAsync(read, cancel);
        return Page(text, (await store.NowAsync(read, cancel)).Problem, done is null ? "" : words["保存しました。", "Saved."]);
    }

    private static async Task<IResult> SaveAsync(IFormCollection form, RegulationStore store, Actor by, CancellationToken cancel)
    {
        var text = new RegulationText(FormText.Of(form, "posts"), FormText.Of(form, "routes"), FormText.Of(form, "numbers"), FormText.Of(form, "own") == "on");
        return (await store.SetAsync(text, by, cancel)).TryGet(out _, out var problem) ? TypedResults.LocalRedirect("/drafts/rules?done=saved") : Page(text, problem, "", problem.Status);
    }

    private static RazorComponentResult<RegulationPage> Page(RegulationText text, Problem? problem, string done, int status = StatusCodes.Status200OK) =>
        new(new { Text = text, Problem = problem, Done = done }) { StatusCode = status };
}
