using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Office.Library.Rights;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.Requests;
using Yakuba.Platform.Accounts.Sections;
using Yakuba.Platform.Data;
using Yakuba.Platform.Privacy.Gate;
using Yakuba.Platform.Web.Language;

namespace Yakuba.Office.Library.Holding;

/// <summary>The page of held documents: where the personal data stands, and what is to become of each.</summary>
internal static class HeldPages
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/library/held", ShowAsync).Require(Right.EditLibrary).ExcludeFromDescription();
        routes.MapPost("/library/held", DecideAsync).Require(Right.EditLibrary).ExcludeFromDescription();
    }

    /// <summary>How many wait, for the navigation of every page.</summary>
    internal static Task<int> CountAsync(HttpContext http) =>
        http.RequestServices.GetRequiredService<HeldVersions>().CountAsync(http.RequestServices.GetRequiredService<Principal>(), http.RequestAborted);

    private static async Task<IResult> ShowAsync(
        string? done, HeldVersions held, SectionList sections, PrivacyGate gate, Database database, Principal reader, Words words, CancellationToken cancel) =>
        Page(await ModelAsync(held, sections, gate, database, reader, words, cancel) with
        {
            Done = done switch
            {
                "released" => words["検索に入れました。下書きを公開するときは、文書の画面で公開してください。", "It can be found now. Publish a draft from its page."],
                "removed" => words["取り除きました。", "Removed."],
                _ => "",
            },
        });

    private static async Task<IResult> DecideAsync(
        IFormCollection form,
        DecideHeldHandler handler,
        HeldVersions held,
        SectionList sections,
        PrivacyGate gate,
        Database database,
        Principal reader,
        Actor by,
        Words words,
        CancellationToken cancel)
    {
        var version = form["version"].ToString();
        var request = new DecideHeld(uint.TryParse(version, CultureInfo.InvariantCulture, out var number) ? number : 0, form[$"decision-{version}"].ToString(), form[$"reason-{version}"].ToString());
        return (await handler.HandleAsync(request, reader, by, cancel)).TryGet(out _, out var problem)
            ? TypedResults.LocalRedirect(request.Decision == "remove" ? "/library/held?done=removed" : "/library/held?done=released")
            : Page(await ModelAsync(held, sections, gate, database, reader, words, cancel) with { Problem = problem, Typed = request }, problem.Status);
    }

    private static async Task<HeldPageModel> ModelAsync(
        HeldVersions held, SectionList sections, PrivacyGate gate, Database database, Principal reader, Words words, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        var names = (await sections.ListAsync(read, cancel)).ToDictionary(s => s.Code, s => s.Name);
        return new HeldPageModel(
            [.. (await held.OfAsync(reader, cancel)).Select(h => new HeldItem(h, names.GetValueOrDefault(h.Card.Rights.Section, h.Card.Rights.Section), words.Moment(h.At)))],
            (await gate.RulesAsync(WayOut.Import, cancel)).MyNumberUse);
    }

    private static RazorComponentResult<HeldPage> Page(HeldPageModel model, int status = StatusCodes.Status200OK) => new(new { Model = model }) { StatusCode = status };
}
