using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Yakuba.Office.Draft.Compose;
using Yakuba.Office.Draft.ShowDraft;
using Yakuba.Office.Draft.Store;
using Yakuba.Office.Draft.Templates;
using Yakuba.Office.Draft.Text;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.Requests;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Draft.WriteDraft;

/// <summary>The page on which a draft is written. It can be looked at before it is saved; nothing that was typed is lost by a refusal.</summary>
internal static class EditDraftPages
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        var page = routes.MapGroup("/drafts/{draft:guid}/edit").Require(Right.WriteDrafts).ExcludeFromDescription();
        page.MapGet("", ShowAsync);
        page.MapPost("", SaveAsync);
    }

    private static async Task<IResult> ShowAsync(Guid draft, DraftDesk desk, TemplateStore templates, Database database, PersonalWarning personal, Principal who, CancellationToken cancel)
    {
        if (!(await desk.OpenAsync(who, draft, null, cancel)).TryGet(out var open, out var problem))
        {
            return DraftPages.Refused(problem);
        }

        if (!open.Card.MayBeWrittenBy(who) || !open.Card.State.IsOpen())
        {
            return TypedResults.LocalRedirect($"/drafts/{DraftRows.Key(draft)}");
        }

        await using var read = await database.ReadAsync(cancel);
        return Page(Model(open.Card, open.Version, await TemplateAsync(read, templates, open.Card, cancel), personal));
    }

    private static async Task<IResult> SaveAsync(
        Guid draft, IFormCollection form, DraftDesk desk, ReviseDraftHandler handler, TemplateStore templates, Database database, PersonalWarning personal, Principal who, Actor by, CancellationToken cancel)
    {
        var parts = PartRoles.All.Where(r => form.ContainsKey($"part-{r.ToKey()}")).ToDictionary(r => r, r => FormText.Of(form, $"part-{r.ToKey()}").ReplaceLineEndings("\n"));
        _ = int.TryParse(FormText.Of(form, "was"), NumberStyles.None, CultureInfo.InvariantCulture, out var was);
        var request = new ReviseDraft(draft, was, parts, NewDraftPages.Facts(form));
        if (!(await desk.OpenAsync(who, draft, null, cancel)).TryGet(out var open, out var problem))
        {
            return DraftPages.Refused(problem);
        }

        var isLook = FormText.Of(form, "act") == "look";
        if (!isLook && (await handler.HandleAsync(request, who, by, cancel)).TryGet(out _, out problem))
        {
            return TypedResults.LocalRedirect($"/drafts/{DraftRows.Key(draft)}?done=saved");
        }

        await using var read = await database.ReadAsync(cancel);
        var template = await TemplateAsync(read, templates, open.Card, cancel);
        var next = await handler.AppliedAsync(read, open.Card, open.Version, request, cancel);
        return next.TryGet(out var shown, out var misfit)
            ? Page(Model(open.Card, shown, template, personal) with { Was = was, Problem = problem })
            : Page(Model(open.Card, open.Version, template, personal) with { Was = was, Problem = problem ?? misfit, Typed = parts, Facts = request.Facts });
    }

    private static EditDraftModel Model(DraftCard card, DraftVersion version, DraftTemplate template, PersonalWarning personal) =>
        new(card, card.Version, version.Text, template) { Facts = version.Facts, Personal = personal.Of(version.Text) };

    // A template that was taken away asks for nothing more.
    private static async Task<DraftTemplate> TemplateAsync(Session read, TemplateStore templates, DraftCard card, CancellationToken cancel) =>
        (await templates.FindAsync(read, card.Template, cancel)).Match(t => t.Template, _ => new DraftTemplate { Key = card.Template, Name = card.Kind });

    private static RazorComponentResult<EditDraftPage> Page(EditDraftModel model) => new(new { Model = model }) { StatusCode = model.Problem?.Status ?? StatusCodes.Status200OK };
}
