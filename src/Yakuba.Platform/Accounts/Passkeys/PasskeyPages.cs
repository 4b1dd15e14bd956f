using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Yakuba.Platform.Accounts.MyAccount;
using Yakuba.Platform.Accounts.Requests;
using Yakuba.Platform.Accounts.SignIn;
using Yakuba.Platform.Web.Language;

namespace Yakuba.Platform.Accounts.Passkeys;

/// <summary>What the passkey buttons of the sign-in page and of the own account send. The credential travels as a form field, with the form's token.</summary>
internal static class PasskeyPages
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/signin/passkey/options", SignInOptionsAsync).AllowResident().ExcludeFromDescription();
        routes.MapPost("/signin/passkey", SignInAsync).AllowResident().ExcludeFromDescription();
        var own = routes.MapGroup("/me/passkeys").Require(Right.OwnAccount).ExcludeFromDescription();
        own.MapPost("options", AddOptionsAsync);
        own.MapPost("", AddAsync);
        own.MapPost("{id}/remove", RemoveAsync);
    }

    private static async Task<IResult> SignInOptionsAsync([FromForm] string? credential, PasskeysHandler handler, HttpContext http, CancellationToken cancel) =>
        TypedResults.Content(await handler.BeginSigningInAsync(http, cancel), "application/json");

    private static async Task<IResult> SignInAsync(
        [FromForm] string? credential, [FromForm(Name = "return")] string? back, PasskeysHandler handler, RequestIdentity identity, Door door, HttpContext http, CancellationToken cancel) =>
        (await handler.SignInAsync(http, credential ?? "", identity, cancel)).TryGet(out var signedIn, out var problem)
            ? SignInPages.Enter(http, signedIn, back)
            : SignInPages.Page(await door.ModelAsync(http, LocalPath.Of(back), "", problem, cancel));

    private static async Task<IResult> AddOptionsAsync([FromForm] string? credential, PasskeysHandler handler, Principal principal, HttpContext http, CancellationToken cancel) =>
        TypedResults.Content(await handler.BeginAddingAsync(http, principal, cancel), "application/json");

    private static async Task<IResult> AddAsync(
        [FromForm] string? name, [FromForm] string? credential, PasskeysHandler handler, OwnAccount own, Principal principal, Actor by, Words words, HttpContext http, CancellationToken cancel) =>
        await AfterAsync(await handler.AddAsync(http, name ?? "", credential ?? "", by, cancel), "passkey-added", own, principal, words, cancel);

    private static async Task<IResult> RemoveAsync(
        string id, [FromForm] string? back, PasskeysHandler handler, OwnAccount own, Principal principal, Actor by, Words words, CancellationToken cancel) =>
        await AfterAsync(await handler.RemoveAsync(id, by, cancel), "passkey-removed", own, principal, words, cancel);

    private static async Task<IResult> AfterAsync(Result<Done> result, string done, OwnAccount own, Principal principal, Words words, CancellationToken cancel) =>
        result.Problem is { } problem
            ? MyAccountPages.Page((await own.ModelAsync(principal, words, cancel)) with { Problem = problem })
            : TypedResults.LocalRedirect("/me?done=" + done);
}
