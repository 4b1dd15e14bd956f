using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Yakuba.Office.Draft.ShowDraft;
using Yakuba.Office.Draft.Templates;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.Requests;
using Yakuba.Platform.Data;
using Yakuba.Platform.Web.Language;

namespace Yakuba.Office.Draft.Keep;

/// <summary>The pages on which templates are kept, taken along and taken in.</summary>
internal static class TemplatePages
{
    private const long LargestPack = 1_000_000; // bytes

    internal static void Map(IEndpointRouteBuilder routes)
    {
        var page = routes.MapGroup("/drafts/templates").Require(Right.ManageLibrary).ExcludeFromDescription();
        page.MapGet("", ListAsync);
        page.MapGet("pack.json", PackAsync);
        page.MapPost("pack", TakeAsync);
        page.MapGet("{template}", ShowAsync);
        page.MapPost("{template}", SaveAsync);
    }

    private static async Task<IResult> ListAsync(string? done, TemplateStore templates, Database database, Words words, CancellationToken cancel) =>
        await ListPageAsync(null, done switch { null => "", "same" => words["すべて今のものと同じでした。", "All are as they were."], _ => words["保存しました。", "Saved."] }, templates, database, cancel);

    private static async Task<IResult> PackAsync(TemplateStore templates, Database database, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        return TypedResults.File(Encoding.UTF8.GetBytes(TemplatePack.Write((await templates.ListAsync(read, cancel)).Select(t => t.Template))), "application/json", "draft-templates.json");
    }

    private static async Task<IResult> TakeAsync(IFormCollection form, KeepTemplatesHandler handler, TemplateStore templates, Database database, Actor by, CancellationToken cancel)
    {
        Problem? problem = DraftProblems.PackForm;
        if (form.Files.Count == 1 && form.Files[0] is { Length: > 0 and <= LargestPack } file)
        {
            using var text = new StreamReader(file.OpenReadStream(), Encoding.UTF8);
            if (TemplatePack.Read(await text.ReadToEndAsync(cancel)).TryGet(out var pack, out problem) && (await handler.HandleAsync(pack.Templates, by, cancel)).TryGet(out var taken, out problem))
            {
                return TypedResults.LocalRedirect($"/drafts/templates?done={(taken.Changed == 0 ? "same" : "saved")}");
            }
        }

        return await ListPageAsync(problem, "", templates, database, cancel);
    }

    private static async Task<IResult> ShowAsync(string template, TemplateStore templates, Database database, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        return (await templates.FindAsync(read, template, cancel)).Match<IResult>(found => Page(found.Template, TemplateForm.SlotLines(found.Template), null), DraftPages.Refused);
    }

    private static async Task<IResult> SaveAsync(string template, IFormCollection form, KeepTemplatesHandler handler, TemplateStore templates, Database database, Actor by, CancellationToken cancel)
    {
        if (TemplateForm.Read(template, form).TryGet(out var read, out var problem) && (await handler.HandleAsync([read], by, cancel)).TryGet(out _, out problem))
        {
            return TypedResults.LocalRedirect("/drafts/templates?done=saved");
        }

        await using var session = await database.ReadAsync(cancel);
        return (await templates.FindAsync(session, template, cancel)).Match<IResult>(found => Page(Typed(found.Template, form), FormText.Of(form, "slots"), problem), DraftPages.Refused);
    }

    // As it was typed, whatever is wrong with it.
    private static DraftTemplate Typed(DraftTemplate kept, IFormCollection form) => kept with
    {
        Name = FormText.Of(form, "name"), Use = FormText.Of(form, "use"), Number = FormText.Of(form, "number"), Honorific = FormText.Of(form, "honorific"), Subject = FormText.Of(form, "subject"),
        Addressee = [FormText.Of(form, "addressee")], Issuer = [FormText.Of(form, "issuer")], Body = [FormText.Of(form, "body")], Items = [FormText.Of(form, "items")], Attachment = [FormText.Of(form, "attachment")], Contact = [FormText.Of(form, "contact")],
    };

    private static async Task<IResult> ListPageAsync(Problem? problem, string done, TemplateStore templates, Database database, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        return new RazorComponentResult<TemplateListPage>(new { Templates = await templates.ListAsync(read, cancel), Problem = problem, Done = done }) { StatusCode = problem?.Status ?? StatusCodes.Status200OK };
    }

    private static IResult Page(DraftTemplate template, string slots, Problem? problem) =>
        new RazorComponentResult<TemplatePage>(new { Template = template, Slots = slots, Problem = problem }) { StatusCode = problem?.Status ?? StatusCodes.Status200OK };
}
