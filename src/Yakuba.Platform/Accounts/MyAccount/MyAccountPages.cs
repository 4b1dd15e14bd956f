using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Yakuba.Platform.Accounts.Requests;
using Yakuba.Platform.Accounts.Tokens;
using Yakuba.Platform.Web.Language;

namespace Yakuba.Platform.Accounts.MyAccount;

/// <summary>The page of the own account, and the forms for tokens on it.</summary>
internal static class MyAccountPages
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        var me = routes.MapGroup("/me").Require(Right.OwnAccount).ExcludeFromDescription();
        me.MapGet("", ShowAsync);
        me.MapPost("tokens", CreateAsync);
        me.MapPost("tokens/{id}/remove", RevokeAsync);
    }

    private static async Task<IResult> ShowAsync(string? done, OwnAccount own, Principal principal, Words words, CancellationToken cancel) =>
        Page((await own.ModelAsync(principal, words, cancel)) with { Done = OwnAccount.DoneWords(done, words) });

    private static async Task<IResult> CreateAsync(
        IFormCollection form,
        TokensHandler handler,
        OwnAccount own,
        Principal principal,
        Actor by,
        Words words,
        TimeProvider time,
        CancellationToken cancel)
    {
        var days = FormText.Day(form, "until") is { } last ? last.DayNumber - time.Today().DayNumber : 0;
        var created = await handler.CreateAsync(new CreateToken(FormText.Of(form, "name"), FormText.All(form, "right"), days), principal, by, cancel);
        var model = await own.ModelAsync(principal, words, cancel);
        return Page(created.Match(token => model with { NewToken = token.Secret }, problem => model with { Problem = problem }));
    }

    private static async Task<IResult> RevokeAsync(
        string id, [FromForm] string? back, TokensHandler handler, OwnAccount own, Principal principal, Actor by, Words words, CancellationToken cancel) =>
        (await handler.RevokeAsync(id, by, cancel)).Problem is { } problem
            ? Page((await own.ModelAsync(principal, words, cancel)) with { Problem = problem })
            : TypedResults.LocalRedirect("/me?done=token-revoked");

    internal static RazorComponentResult<MyAccountPage> Page(MyAccountModel model) =>
        new(new { Model = model }) { StatusCode = model.Problem?.Status ?? StatusCodes.Status200OK };
}
