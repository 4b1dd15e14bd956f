using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Yakuba.Platform.Accounts.Directories;
using Yakuba.Platform.Accounts.Requests;
using Yakuba.Platform.Data;
using Yakuba.Platform.Settings;
using Yakuba.Platform.Web.Frame;

namespace Yakuba.Platform.Accounts.SignIn;

/// <summary>The pages for signing in and out.</summary>
internal static class SignInPages
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/signin", ShowAsync).AllowResident().ExcludeFromDescription();
        routes.MapPost("/signin", SignInAsync).AllowResident().ExcludeFromDescription();
        routes.MapPost("/signout", SignOutAsync).AllowResident().ExcludeFromDescription();
    }

    private static async Task<IResult> ShowAsync(
        [FromQuery(Name = "return")] string? back, Principal principal, Door door, HttpContext http, CancellationToken cancel) =>
        principal.IsStaff
            ? TypedResults.LocalRedirect(LocalPath.Of(back))
            : Page(await door.ModelAsync(http, LocalPath.Of(back), "", null, cancel));

    private static async Task<IResult> SignInAsync(
        [FromForm] string? userName,
        [FromForm] string? password,
        [FromForm(Name = "return")] string? back,
        SignInWithPasswordHandler handler,
        RequestIdentity identity,
        Door door,
        HttpContext http,
        CancellationToken cancel)
    {
        var result = await handler.HandleAsync(new SignInWithPassword(userName ?? "", password ?? ""), identity.RequestId, cancel);
        return result.TryGet(out var signedIn, out var problem)
            ? Enter(http, signedIn, back)
            : Page(await door.ModelAsync(http, LocalPath.Of(back), userName ?? "", problem, cancel));
    }

    /// <summary>Gives the browser its session and sends it on.</summary>
    internal static IResult Enter(HttpContext http, SignedIn signedIn, string? back)
    {
        SessionCookie.Write(http, signedIn.Token);
        return TypedResults.LocalRedirect(signedIn.Account.MustChangePassword ? "/me/password" : LocalPath.Of(back));
    }

    internal static RazorComponentResult<SignInPage> Page(SignInModel model) =>
        new(new { Model = model }) { StatusCode = model.Problem?.Status ?? StatusCodes.Status200OK };

    // The form has no field of its own, but binding one makes the framework check the form's token.
    private static async Task<IResult> SignOutAsync([FromForm] string? back, SignOutHandler handler, RequestIdentity identity, HttpContext http, CancellationToken cancel)
    {
        await handler.HandleAsync(identity, cancel);
        SessionCookie.Clear(http);
        return TypedResults.LocalRedirect(LocalPath.Of(back));
    }
}

/// <summary>What the sign-in page needs to know of the municipality.</summary>
internal sealed class Door(Database database, SettingStore settings, FrameFacts facts)
{
    internal async Task<SignInModel> ModelAsync(HttpContext http, string back, string userName, Problem? problem, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        var address = await settings.GetAsync(read, DirectorySettings.Address, cancel);
        return new SignInModel(facts.Municipality(http), back, userName, address.Length > 0, problem);
    }
}
