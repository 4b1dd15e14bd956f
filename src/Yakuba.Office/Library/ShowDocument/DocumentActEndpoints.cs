using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Yakuba.Office.Library.Changing;
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
        page.MapPost("{act:regex(^(confirm|publish|withdraw|retire|undo-retire)$)}", ActAsync).Require(Right.ConfirmDocuments);
        page.MapPost("details", ReviseAsync).Require(Right.EditLibrary);
        page.MapPost("delete", DeleteAsync).Require(Right.EditLibrary);
    }

    private static async Task<IResult> ActAsync(
        long version, string act, [FromForm] ActForm form, LifeCycle cycle, DocumentPageModels models, Principal who, Actor by, Words words, CancellationToken cancel)
    {
        var number = (uint)Math.Clamp(version, 0, uint.MaxValue);
        var problem = FormDate.IsMisread(form.From) ? LibraryProblems.DateForm : act switch
        {
            "confirm" => await cycle.ConfirmAsync(new ConfirmDocument(number), who, by, cancel),
            "publish" => await cycle.PublishAsync(new PublishDocument(number, FormDate.Read(form.From)), who, by, cancel),
            "withdraw" => await cycle.WithdrawAsync(new WithdrawDocument(number), who, by, cancel),
            "retire" => FormDate.Read(form.From) is { } from ? await cycle.RetireAsync(new RetireDocument(number, from, form.Reason ?? ""), who, by, cancel) : LibraryProblems.DateForm,
            _ => await cycle.UndoAsync(new UndoRetire(number), who, by, cancel),
        };
        return await AnswerAsync(number, problem, models, who, words, cancel);
    }

    private static async Task<IResult> ReviseAsync(
        long version, [FromForm] DetailsInput form, LifeCycle cycle, DocumentPageModels models, Principal who, Actor by, Words words, CancellationToken cancel)
    {
        var number = (uint)Math.Clamp(version, 0, uint.MaxValue);
        var problem = form.ToRequest(number).TryGet(out var request, out var misread) ? await cycle.ReviseAsync(request, who, by, cancel) : misread;
        return await AnswerAsync(number, problem, models, who, words, cancel);
    }

    private static async Task<IResult> DeleteAsync(
        long version, [FromForm] ActForm form, LifeCycle cycle, DocumentPageModels models, Principal who, Actor by, Words words, CancellationToken cancel)
    {
        var number = (uint)Math.Clamp(version, 0, uint.MaxValue);
        return await cycle.DeleteAsync(new DeleteVersion(number, form.Reason ?? ""), who, by, cancel) is { } problem
            ? await DocumentPages.RefusedAsync(number, problem, models, who, words, cancel)
            : TypedResults.LocalRedirect("/library");
    }

    private static async Task<IResult> AnswerAsync(uint version, Problem? problem, DocumentPageModels models, Principal who, Words words, CancellationToken cancel) =>
        problem is null ? TypedResults.LocalRedirect(DocumentLinks.Of(version)) : await DocumentPages.RefusedAsync(version, problem, models, who, words, cancel);

    internal sealed record ActForm(string? From, string? Reason);

    internal sealed record DetailsInput(string? Title, string? Section, string? Label, string? Readers, string? From, string? To, string? Review)
    {
        internal Result<ReviseDetails> ToRequest(uint version)
        {
            if (FormDate.IsMisread(From) || FormDate.IsMisread(To) || FormDate.IsMisread(Review))
            {
                return LibraryProblems.DateForm;
            }

            return Labels.Parse(Label) is not { } label
                ? LibraryProblems.UnknownLabel.With(Label ?? "")
                : new ReviseDetails(
                    version,
                    Title ?? "",
                    Section,
                    label,
                    (Readers ?? "").Split(['、', ',', '，'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
                    new Validity(FormDate.Read(From), FormDate.Read(To)),
                    new ReviewDay(FormDate.Read(Review)));
        }
    }
}
