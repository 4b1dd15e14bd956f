using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Yakuba.Platform.Accounts.People;
using Yakuba.Platform.Accounts.Requests;
using Yakuba.Platform.Data;
using Yakuba.Platform.Web.Language;

namespace Yakuba.Platform.Accounts.Sections;

/// <summary>The page on which an administrator keeps sections.</summary>
internal static class SectionPages
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        var sections = routes.MapGroup("/sections").Require(Right.ManagePeople).ExcludeFromDescription();
        sections.MapGet("", ShowAsync);
        sections.MapPost("", AddAsync);
        sections.MapPost("{code}", ChangeAsync);
    }

    private static Task<IResult> ShowAsync(string? done, Database database, SectionList sections, PeopleList people, Words words, CancellationToken cancel) =>
        PageAsync(database, sections, people, done is null ? "" : words["保存しました。", "Saved."], null, cancel);

    private static async Task<IResult> AddAsync(
        IFormCollection form, KeepSectionHandler handler, Database database, SectionList sections, PeopleList people, Actor by, CancellationToken cancel) =>
        (await handler.AddAsync(Read(form, FormText.Of(form, "code")), by, cancel)).Problem is { } problem
            ? await PageAsync(database, sections, people, "", problem, cancel)
            : TypedResults.LocalRedirect("/sections?done=saved");

    private static async Task<IResult> ChangeAsync(
        string code, IFormCollection form, KeepSectionHandler handler, Database database, SectionList sections, PeopleList people, Actor by, CancellationToken cancel) =>
        (await handler.ChangeAsync(Read(form, code), by, cancel)).Problem is { } problem
            ? await PageAsync(database, sections, people, "", problem, cancel)
            : TypedResults.LocalRedirect("/sections?done=saved");

    private static async Task<IResult> PageAsync(Database database, SectionList sections, PeopleList people, string done, Problem? problem, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        var members = (await people.ListAsync(read, cancel)).SelectMany(p => p.Sections).CountBy(code => code).ToDictionary();
        var lines = (await sections.ListAsync(read, cancel))
            .Select(s => new SectionLine(s.Code, s.Name, s.Kana, s.Parent, s.ValidFrom, s.ValidTo, s.OldNames, members.GetValueOrDefault(s.Code)) { Contact = s.Contact, Successor = s.Successor });
        return new RazorComponentResult<SectionsPage>(new { Model = new SectionsPageModel([.. lines], done, problem) })
        {
            StatusCode = problem?.Status ?? StatusCodes.Status200OK,
        };
    }

    private static KeepSection Read(IFormCollection form, string code) => new(
        code, FormText.Of(form, "name"), FormText.Of(form, "kana"), FormText.Of(form, "parent"), FormText.Day(form, "from"), FormText.Day(form, "to"),
        Contact: form.ContainsKey("contact") ? FormText.Of(form, "contact") : null);
}
