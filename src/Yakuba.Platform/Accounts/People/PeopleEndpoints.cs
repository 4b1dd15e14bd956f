using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Yakuba.Platform.Accounts.Requests;
using Yakuba.Platform.Data;

namespace Yakuba.Platform.Accounts.People;

using PersonOrProblem = Results<Ok<PersonView>, ProblemHttpResult>;

/// <summary>People over the API.</summary>
internal static class PeopleEndpoints
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        var people = routes.MapGroup("/api/v1/people").WithTags("accounts").Require(Right.ManagePeople);
        people.MapGet("", ListAsync).WithSummary("利用者の一覧");
        people.MapPost("", AddAsync).WithSummary("利用者を追加する（仮のパスワードは一度だけ返す）");
        people.MapGet("{userName}", GetAsync).WithSummary("利用者の内容");
        people.MapPut("{userName}", ChangeAsync).WithSummary("利用者の氏名・役割・所属・区分を変更する");
        people.MapPut("{userName}/state", SetStateAsync).WithSummary("利用者を停止する、または再開する");
        people.MapPost("{userName}/password", ResetAsync).WithSummary("仮のパスワードを発行する");
    }

    private static async Task<Ok<IEnumerable<PersonView>>> ListAsync(PeopleList people, Database database, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        return TypedResults.Ok((await people.ListAsync(read, cancel)).Select(PersonView.Of));
    }

    private static async Task<PersonOrProblem> GetAsync(string userName, PeopleList people, CancellationToken cancel) =>
        Answer(await people.FindAsync(userName, cancel));

    private static async Task<Results<Created<AddedView>, ProblemHttpResult>> AddAsync(AddBody body, KeepPeopleHandler handler, Actor by, CancellationToken cancel) =>
        (await handler.AddAsync(body.UserName, body.Person, null, by, cancel)).Match<Results<Created<AddedView>, ProblemHttpResult>>(
            added => TypedResults.Created($"/api/v1/people/{added.Account.UserName}", new AddedView(PersonView.Of(added.Account), added.OneTimePassword)),
            problem => problem.ToHttp());

    private static async Task<PersonOrProblem> ChangeAsync(string userName, PersonInput body, KeepPeopleHandler handler, Actor by, CancellationToken cancel) =>
        Answer(await handler.ChangeAsync(userName, body, by, cancel));

    private static async Task<PersonOrProblem> SetStateAsync(string userName, StateBody body, KeepPeopleHandler handler, Actor by, CancellationToken cancel) =>
        Answer(await handler.SetStateAsync(userName, body.Active, by, cancel));

    private static async Task<Results<Ok<AddedView>, ProblemHttpResult>> ResetAsync(string userName, KeepPeopleHandler handler, Actor by, CancellationToken cancel) =>
        (await handler.ResetPasswordAsync(userName, null, by, cancel)).Match<Results<Ok<AddedView>, ProblemHttpResult>>(
            reset => TypedResults.Ok(new AddedView(PersonView.Of(reset.Account), reset.OneTimePassword)),
            problem => problem.ToHttp());

    private static PersonOrProblem Answer(Result<Account> result) =>
        result.Match<PersonOrProblem>(account => TypedResults.Ok(PersonView.Of(account)), problem => problem.ToHttp());

    internal sealed record AddBody(string UserName, PersonInput Person);

    internal sealed record StateBody(bool Active);
}

/// <summary>A person in the API and in the output of commands: keys and codes that scripts rely on.</summary>
internal sealed record PersonView(
    string UserName,
    string DisplayName,
    string Email,
    IReadOnlyList<string> Roles,
    IReadOnlyList<string> Sections,
    string Clearance,
    string State,
    string Origin,
    bool MustChangePassword,
    DateTimeOffset? SignedInAt)
{
    internal static PersonView Of(Account account) => new(
        account.UserName,
        account.DisplayName,
        account.Email,
        [.. account.Roles.Select(r => r.ToKey())],
        account.Sections,
        account.Clearance.ToName(),
        account.IsActive ? "active" : "disabled",
        account.IsFromDirectory ? "directory" : "local",
        account.MustChangePassword,
        account.SignedInAt);
}

/// <summary>A person with a password that is shown this once.</summary>
internal sealed record AddedView(PersonView Person, string OneTimePassword);
