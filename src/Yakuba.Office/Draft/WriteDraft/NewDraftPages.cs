using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Yakuba.Office.Draft.Store;
using Yakuba.Office.Draft.Templates;
using Yakuba.Office.Draft.Text;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.Requests;
using Yakuba.Platform.Accounts.Sections;
using Yakuba.Platform.Data;
using Yakuba.Platform.Web.Parts;

namespace Yakuba.Office.Draft.WriteDraft;

/// <summary>The pages on which a draft is begun: first its kind, then its facts.</summary>
internal static class NewDraftPages
{
    private const string FactField = "fact-";

    internal static void Map(IEndpointRouteBuilder routes)
    {
        var page = routes.MapGroup("/drafts/new").Require(Right.WriteDrafts).ExcludeFromDescription();
        page.MapGet("", ShowAsync);
        page.MapPost("", BeginAsync);
    }

    /// <summary>The facts of a form, by name of the slot.</summary>
    internal static Dictionary<string, string> Facts(IFormCollection form) => form.Keys
        .Where(k => k.StartsWith(FactField, StringComparison.Ordinal))
        .ToDictionary(k => k[FactField.Length..], k => DraftWords.Clean(FormText.Of(form, k)).Trim(), StringComparer.Ordinal);

    private static async Task<IResult> ShowAsync(string? template, TemplateStore templates, SectionList sections, Database database, Principal who, CancellationToken cancel) =>
        Page(await ModelAsync(template ?? "", templates, sections, database, who, cancel));

    private static async Task<IResult> BeginAsync(
        IFormCollection form, CreateDraftHandler handler, TemplateStore templates, SectionList sections, Database database, Principal who, Actor by, CancellationToken cancel)
    {
        var (template, section, label) = (FormText.Of(form, "template"), FormText.Of(form, "section"), FormText.Of(form, "label"));
        var facts = Facts(form);
        var problem = DraftProblems.UnknownLabel;
        if (Labels.Parse(label) is { } known)
        {
            var made = await handler.HandleAsync(new CreateDraft(template, section, known, facts), who, by, cancel);
            if (made.TryGet(out var card, out problem!))
            {
                return TypedResults.LocalRedirect($"/drafts/{DraftRows.Key(card.Id)}/edit");
            }
        }

        return Page((await ModelAsync(template, templates, sections, database, who, cancel)) with { Facts = facts, Section = section, Label = label, Problem = problem });
    }

    private static async Task<NewDraftModel> ModelAsync(string key, TemplateStore templates, SectionList sections, Database database, Principal who, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        var all = await templates.ListAsync(read, cancel);
        var names = (await sections.ListAsync(read, cancel)).ToDictionary(s => s.Code, s => s.Name);
        return new NewDraftModel([.. all.Select(t => t.Template)], all.FirstOrDefault(t => t.Template.Key == key)?.Template)
        {
            Sections = [.. who.Sections.Order(StringComparer.Ordinal).Select(code => new Choice(code, names.GetValueOrDefault(code, code)))],
            Label = Labels.All[(int)Label.Internal],
            Problem = who.Sections.Count == 0 ? DraftProblems.NoSection : key.Length > 0 && all.All(t => t.Template.Key != key) ? DraftProblems.NoSuchTemplate : null,
        };
    }

    private static RazorComponentResult<NewDraftPage> Page(NewDraftModel model) => new(new { Model = model }) { StatusCode = model.Problem?.Status ?? StatusCodes.Status200OK };
}
