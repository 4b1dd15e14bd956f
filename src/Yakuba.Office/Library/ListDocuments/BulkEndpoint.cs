using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Yakuba.Office.Library.Changing;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.Requests;

namespace Yakuba.Office.Library.ListDocuments;

/// <summary>One act on many documents. Each is changed, or refused, by itself.</summary>
internal static class BulkEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/library/bulk", PostAsync).Require(Right.ConfirmDocuments).ExcludeFromDescription();

    private static async Task<RedirectHttpResult> PostAsync([FromForm] Form form, LifeCycle cycle, Principal who, Actor by, CancellationToken cancel)
    {
        var (done, refused) = (0, 0);
        Problem? why = null;
        foreach (var id in (form.Id ?? []).Distinct())
        {
            var problem = await ActAsync(id, form, cycle, who, by, cancel);
            (done, refused) = problem is null ? (done + 1, refused) : (done, refused + 1);
            why ??= problem;
        }

        var back = form.Back is { } given && given.StartsWith("/library", StringComparison.Ordinal) && !given.Contains('\\') ? given : "/library";
        return TypedResults.LocalRedirect(back + (back.Contains('?') ? "&" : "?") + BulkOutcome.Query(form.Act ?? "", done, refused, why));
    }

    private static async Task<Problem?> ActAsync(string id, Form form, LifeCycle cycle, Principal who, Actor by, CancellationToken cancel)
    {
        if (!uint.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var version))
        {
            return LibraryProblems.NoSuchDocument;
        }

        return form.Act switch
        {
            "confirm" => await cycle.ConfirmAsync(new ConfirmDocument(version), who, by, cancel),
            "publish" => await cycle.PublishAsync(new PublishDocument(version, null), who, by, cancel),
            "retire" when FormDate.Read(form.From) is { } from => await cycle.RetireAsync(new RetireDocument(version, from, form.Reason ?? ""), who, by, cancel),
            "retire" => LibraryProblems.DateForm,
            _ => LibraryProblems.WrongState,
        };
    }

    internal sealed record Form(string[]? Id, string? Act, string? From, string? Reason, string? Back);
}
