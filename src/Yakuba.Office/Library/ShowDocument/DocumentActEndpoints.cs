using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yakuba.Office.Library.Changing;
using Yakuba.Office.Library.Review;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.Requests;
using Yakuba.Platform.Web.Language;

namespace Yakuba.Office.Library.ShowDocument;

/// <summary>The forms on the page of a version.</summary>
internal static class DocumentActEndpoints
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        var page = routes.MapGroup("/documents/{version:long}").ExcludeFromDescription();
        page.MapPost("{act:regex(^(confirm|publish|withdraw|retire|undo-retire|review|undo-review)$)}", ActAsync).Require(Right.ConfirmDocuments);
        page.MapPost("details", ReviseAsync).Require(Right.EditLibrary);
        page.MapPost("delete", DeleteAsync).Require(Right.EditLibrary);
    }

    private static async Task<IResult> ActAsync(
        long version, string act, IFormCollection form, LifeCycle cycle, DocumentPageModels models, Principal who, Actor by, Words words, CancellationToken cancel)
    {
        var number = (uint)Math.Clamp(version, 0, uint.MaxValue);
        var problem = FormDate.IsMisread(form["from"]) || FormDate.IsMisread(form["next"]) ? LibraryProblems.DateForm : act switch
        {
            "confirm" => await cycle.ConfirmAsync(new ConfirmDocument(number), who, by, cancel),
            "publish" => await cycle.PublishAsync(new PublishDocument(number, FormDate.Read(form["from"])), who, by, cancel),
            "withdraw" => await cycle.WithdrawAsync(new WithdrawDocument(number), who, by, cancel),
            "retire" => FormDate.Read(form["from"]) is { } from ? await cycle.RetireAsync(new RetireDocument(number, from, form["reason"].ToString()), who, by, cancel) : LibraryProblems.DateForm,
            "review" => await cycle.ReviewAsync(new ReviewDocument(number, FormDate.Read(form["next"])), who, by, cancel),
            "undo-review" => await cycle.UndoReviewAsync(new UndoReview(number), who, by, cancel),
            _ => await cycle.UndoAsync(new UndoRetire(number), who, by, cancel),
        };
        return await AnswerAsync(number, problem, models, who, words, cancel);
    }

    private static async Task<IResult> ReviseAsync(
        long version, IFormCollection form, LifeCycle cycle, DocumentPageModels models, Principal who, Actor by, Words words, CancellationToken cancel)
    {
        var number = (uint)Math.Clamp(version, 0, uint.MaxValue);
        var problem = Request(number, form).TryGet(out var request, out var misread) ? await cycle.ReviseAsync(request, who, by, cancel) : misread;
        return await AnswerAsync(number, problem, models, who, words, cancel);
    }

    private static async Task<IResult> DeleteAsync(
        long version, IFormCollection form, LifeCycle cycle, DocumentPageModels models, Principal who, Actor by, Words words, CancellationToken cancel)
    {
        var number = (uint)Math.Clamp(version, 0, uint.MaxValue);
        return await cycle.DeleteAsync(new DeleteVersion(number, form["reason"].ToString()), who, by, cancel) is { } problem
            ? await DocumentPages.RefusedAsync(number, problem, models, who, words, cancel)
            : TypedResults.LocalRedirect("/library");
    }

    private static async Task<IResult> AnswerAsync(uint version, Problem? problem, DocumentPageModels models, Principal who, Words words, CancellationToken cancel) =>
        problem is null ? TypedResults.LocalRedirect(DocumentLinks.Of(version)) : await DocumentPages.RefusedAsync(version, problem, models, who, words, cancel);

    private static Result<ReviseDetails> Request(uint version, IFormCollection form)
    {
        if (FormDate.IsMisread(form["from"]) || FormDate.IsMisread(form["to"]) || FormDate.IsMisread(form["review"]))
        {
            return LibraryProblems.DateForm;
        }

        return Labels.Parse(form["label"]) is not { } label
            ? LibraryProblems.UnknownLabel.With(form["label"].ToString())
            : new ReviseDetails(
                version,
                form["title"].ToString(),
                form["section"].ToString(),
                label,
                form["readers"].ToString().Split(['、', ',', '，'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
                new Validity(FormDate.Read(form["from"]), FormDate.Read(form["to"])),
                new ReviewDay(FormDate.Read(form["review"])));
    }
}
