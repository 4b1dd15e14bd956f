using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Yakuba.Platform.Accounts.Requests;
using Yakuba.Platform.Data;
using Yakuba.Platform.Settings;

namespace Yakuba.Platform.Accounts.SignIn;

/// <summary>The page for a new password; the first page after a one-time password.</summary>
internal static class ChangePasswordPages
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/me/password", ShowAsync).WithMetadata(SessionEndpoints.FromTheFirstPassword).ExcludeFromDescription();
        routes.MapPost("/me/password", PostAsync).WithMetadata(SessionEndpoints.FromTheFirstPassword).ExcludeFromDescription();
    }

    private static Task<IResult> ShowAsync(RequestIdentity identity, Database database, SettingStore settings, CancellationToken cancel) =>
        PageAsync(identity, database, settings, null, cancel);

    private static async Task<IResult> PostAsync(
        [FromForm] string? current,
        [FromForm(Name = "new")] string? chosen,
        [FromForm] string? again,
        ChangePasswordHandler handler,
        RequestIdentity identity,
        Database database,
        SettingStore settings,
        CancellationToken cancel)
    {
        if (chosen != again)
        {
            return await PageAsync(identity, database, settings, AccountsProblems.PasswordsDiffer, cancel);
        }

        var result = await handler.HandleAsync(new ChangePassword(current ?? "", chosen ?? ""), identity, cancel);
        return result.Problem is { } problem
            ? await PageAsync(identity, database, settings, problem, cancel)
            : TypedResults.LocalRedirect(identity.MustChangePassword is null ? "/me?done=password" : "/");
    }

    private static async Task<IResult> PageAsync(RequestIdentity identity, Database database, SettingStore settings, Problem? problem, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        var shortest = await settings.GetAsync(read, AccountsSettings.PasswordLength, cancel);
        return new RazorComponentResult<ChangePasswordPage>(new { Model = new ChangePasswordModel(identity.MustChangePassword is not null, shortest, problem) })
        {
            StatusCode = problem?.Status ?? StatusCodes.Status200OK,
        };
    }
}
