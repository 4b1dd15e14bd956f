using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Yakuba.Platform.Accounts.Requests;
using Yakuba.Platform.Accounts.Sections;
using Yakuba.Platform.Data;
using Yakuba.Platform.Web.Language;

namespace Yakuba.Platform.Accounts.People;

/// <summary>The pages on which an administrator keeps people.</summary>
internal static class PeoplePages
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        var people = routes.MapGroup("/people").Require(Right.ManagePeople).ExcludeFromDescription();
        people.MapGet("", ListAsync);
        people.MapGet("new", NewAsync);
        people.MapPost("new", AddAsync);
        people.MapGet("{userName}", ShowAsync);
        people.MapPost("{userName}", ChangeAsync);
        people.MapPost("{userName}/state", SetStateAsync);
        people.MapPost("{userName}/password", ResetAsync);
    }

    private static async Task<IResult> ListAsync(
        string? q, int? page, string? done, Database database, PeopleList people, SectionList sections, Words words, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        var model = PeopleSearch.Of(await people.ListAsync(read, cancel), await sections.ListAsync(read, cancel), q ?? "", page ?? 1);
        return new RazorComponentResult<PeoplePage>(new { Model = model with { Done = done == "added" ? words["利用者を追加しました。", "The person was added."] : "" } });
    }

    private static async Task<IResult> NewAsync(PersonModels models, CancellationToken cancel) => Page(await models.NewAsync(cancel));

    private static async Task<IResult> AddAsync(
        IFormCollection form, PersonModels models, KeepPeopleHandler handler, Actor by, Words words, CancellationToken cancel)
    {
        var (userName, input) = (FormText.Of(form, "userName"), PersonForm.Read(form));
        var added = await handler.AddAsync(userName, input, null, by, cancel);
        if (!added.TryGet(out var account, out var problem))
        {
            return Page(await models.TypedAsync(userName, input, problem, cancel));
        }

        return Page((await models.OfAsync(account.Account, cancel)) with { OneTimePassword = account.OneTimePassword, Done = words["利用者を追加しました。", "The person was added."] });
    }

    private static async Task<IResult> ShowAsync(string userName, string? done, PeopleList people, PersonModels models, Words words, CancellationToken cancel) =>
        (await people.FindAsync(userName, cancel)).TryGet(out var account, out var problem)
            ? Page((await models.OfAsync(account, cancel)) with { Done = done is null ? "" : words["保存しました。", "Saved."] })
            : AccountsPages.Refused(problem);

    private static async Task<IResult> ChangeAsync(
        string userName, IFormCollection form, PeopleList people, PersonModels models, KeepPeopleHandler handler, Actor by, CancellationToken cancel) =>
        await AfterAsync(await handler.ChangeAsync(userName, PersonForm.Read(form), by, cancel), userName, people, models, cancel);

    private static async Task<IResult> SetStateAsync(
        string userName, [FromForm] string? active, PeopleList people, PersonModels models, KeepPeopleHandler handler, Actor by, CancellationToken cancel) =>
        await AfterAsync(await handler.SetStateAsync(userName, active == "on", by, cancel), userName, people, models, cancel);

    private static async Task<IResult> ResetAsync(
        string userName, [FromForm] string? back, PeopleList people, PersonModels models, KeepPeopleHandler handler, Actor by, CancellationToken cancel)
    {
        var reset = await handler.ResetPasswordAsync(userName, null, by, cancel);
        if (!reset.TryGet(out var person, out _))
        {
            return await AfterAsync(reset.Match<Result<Account>>(p => p.Account, problem => problem), userName, people, models, cancel);
        }

        return Page((await models.OfAsync(person.Account, cancel)) with { OneTimePassword = person.OneTimePassword });
    }

    private static async Task<IResult> AfterAsync(Result<Account> result, string userName, PeopleList people, PersonModels models, CancellationToken cancel) =>
        result.TryGet(out var changed, out var problem) ? TypedResults.LocalRedirect($"/people/{changed.UserName}?done=saved")
        : (await people.FindAsync(userName, cancel)).TryGet(out var account, out _) ? Page((await models.OfAsync(account, cancel)) with { Problem = problem })
        : AccountsPages.Refused(problem);

    private static RazorComponentResult<PersonPage> Page(PersonPageModel model) =>
        new(new { Model = model }) { StatusCode = model.Problem?.Status ?? StatusCodes.Status200OK };
}
