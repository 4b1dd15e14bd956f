using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.Requests;
using Yakuba.Platform.Data;
using Yakuba.Platform.Settings;
using Yakuba.Platform.Web.Language;

namespace Yakuba.Office.Operate.ChangeSettings;

/// <summary>The settings page, and the same over the API.</summary>
internal static class SettingsPages
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/settings", ShowAsync).Require(Right.ManageSettings).ExcludeFromDescription();
        routes.MapPost("/settings", PostAsync).Require(Right.ManageSettings).ExcludeFromDescription();
        routes.MapGet("/api/v1/settings", ListAsync).WithTags("operate").WithSummary("設定の一覧を見る").Require(Right.ManageSettings);
        routes.MapPut("/api/v1/settings/{name}", PutAsync).WithTags("operate").WithSummary("設定を1つ変える").Require(Right.ManageSettings);
    }

    private static async Task<IResult> ShowAsync(string? done, Database database, SettingStore settings, Words words, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        var groups = SettingGroups.Of(settings.All, await settings.StoredAsync(read, cancel), null, words);
        return Page(new SettingsPageModel(groups, done is null ? "" : words["設定を保存しました。", "Settings saved."]));
    }

    private static async Task<IResult> PostAsync(
        IFormCollection form, Database database, SettingStore settings, ChangeSettingsHandler handler, Actor by, Words words, CancellationToken cancel)
    {
        // A form holds every setting; one that it lacks stays as it is.
        var typed = settings.All.Where(d => form.ContainsKey(d.Name)).ToDictionary(d => d.Name, d => form[d.Name].ToString().ReplaceLineEndings("\n"));
        var changed = await handler.HandleAsync(typed, by, cancel);
        if (changed.IsSuccess)
        {
            return TypedResults.LocalRedirect("/settings?done=saved");
        }

        await using var read = await database.ReadAsync(cancel);
        var groups = SettingGroups.Of(settings.All, await settings.StoredAsync(read, cancel), typed, words);
        return Page(new SettingsPageModel(groups, "", changed.Problem), changed.Problem!.Status);
    }

    private static async Task<Ok<SettingJson[]>> ListAsync(Database database, SettingStore settings, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        var stored = await settings.StoredAsync(read, cancel);
        return TypedResults.Ok(settings.All.Select(d => new SettingJson(d.Name, stored.GetValueOrDefault(d.Name, d.Default), d.Default, d.Title, d.Meaning)).ToArray());
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> PutAsync(string name, Body body, ChangeSettingsHandler handler, Actor by, CancellationToken cancel) =>
        (await handler.HandleAsync(new Dictionary<string, string> { [name] = body.Value ?? "" }, by, cancel)).Match<Results<NoContent, ProblemHttpResult>>(
            _ => TypedResults.NoContent(), problem => problem.ToHttp());

    private static RazorComponentResult<SettingsPage> Page(SettingsPageModel model, int status = StatusCodes.Status200OK) => new(new { Model = model }) { StatusCode = status };

    /// <summary>A setting.</summary>
    /// <param name="Name">Stable name.</param>
    /// <param name="Value">The value in force.</param>
    /// <param name="Default">The value when nothing was set.</param>
    /// <param name="Title">Short Japanese name.</param>
    /// <param name="Meaning">What it does, its unit and range, in Japanese.</param>
    internal sealed record SettingJson(string Name, string Value, string Default, string Title, string Meaning);

    /// <summary>A new value.</summary>
    /// <param name="Value">As text; the empty text is a value.</param>
    internal sealed record Body(string? Value);
}
