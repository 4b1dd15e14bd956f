using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Yakuba.Office.Library.Changing;
using Yakuba.Office.Library.Review;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.Requests;

namespace Yakuba.Office.Library.ListDocuments;

/// <summary>One act on many documents. Each is changed, or refused, by itself.</summary>
internal static class BulkEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/library/bulk", PostAsync).Require(Right.ConfirmDocuments).ExcludeFromDescription();

    private static async Task<RedirectHttpResult> PostAsync(IFormCollection form, LifeCycle cycle, Principal who, Actor by, CancellationToken cancel)
    {
        var (done, refused) = (0, 0);
        Problem? why = null;
        // The button of one line says what it does to that line alone, whatever else is chosen.
        var one = form["one"].ToString().Split(':', 2);
        var act = one.Length == 2 ? one[0] : form["act"].ToString();
        foreach (var id in one.Length == 2 ? [one[1]] : form["id"].OfType<string>().Distinct())
        {
            var problem = await ActAsync(act, id, form, cycle, who, by, cancel);
            (done, refused) = problem is null ? (done + 1, refused) : (done, refused + 1);
            why ??= problem;
        }

        var back = form["back"].ToString() is var given && given.StartsWith("/library", StringComparison.Ordinal) && !given.Contains('\\') ? given : "/library";
        return TypedResults.LocalRedirect(back + (back.Contains('?') ? "&" : "?") + BulkOutcome.Query(act, done, refused, why));
    }

    private static async Task<Problem?> ActAsync(string act, string id, IFormCollection form, LifeCycle cycle, Principal who, Actor by, CancellationToken cancel)
    {
        if (!uint.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var version))
        {
            return LibraryProblems.NoSuchDocument;
        }

        if (FormDate.IsMisread(form["next"]))
        {
            return LibraryProblems.DateForm;
        }

        return act switch
        {
            "confirm" => await cycle.ConfirmAsync(new ConfirmDocument(version), who, by, cancel),
            "publish" => await cycle.PublishAsync(new PublishDocument(version, null), who, by, cancel),
            "retire" when FormDate.Read(form["from"]) is { } from => await cycle.RetireAsync(new RetireDocument(version, from, form["reason"].ToString()), who, by, cancel),
            "review" => await cycle.ReviewAsync(new ReviewDocument(version, FormDate.Read(form["next"])), who, by, cancel),
            "review-day" when FormDate.Read(form["next"]) is { } next => await cycle.ReviseAsync(new ReviseDetails(version, Review: new ReviewDay(next)), who, by, cancel),
            "undo-review" => await cycle.UndoReviewAsync(new UndoReview(version), who, by, cancel),
            "retire" or "review-day" => LibraryProblems.DateForm,
            _ => LibraryProblems.WrongState,
        };
    }
}
