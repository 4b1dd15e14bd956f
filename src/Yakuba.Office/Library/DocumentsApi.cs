using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Yakuba.Office.Library.Catalogue;
using Yakuba.Office.Library.Changing;
using Yakuba.Office.Library.ListDocuments;
using Yakuba.Office.Library.Rights;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.Requests;

namespace Yakuba.Office.Library;

using DoneOrProblem = Results<NoContent, ProblemHttpResult>;

/// <summary>Documents over the API. Without a token one reads as a resident.</summary>
internal static class DocumentsApi
{
    private const int MostOnPage = 200;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/documents").WithTags("library");
        api.MapGet("", ListAsync).WithSummary("文書の一覧（q, section, label, state, review, sort, desc, page, size）").AllowResident();
        api.MapGet("{version:long}", GetAsync).WithSummary("文書の版の内容").AllowResident();
        api.MapPost("{version:long}/confirmation", ConfirmAsync).WithSummary("下書きを確認にする").Require(Right.ConfirmDocuments);
        api.MapPost("{version:long}/publication", PublishAsync).WithSummary("公開する（from: 初日）").Require(Right.ConfirmDocuments);
        api.MapDelete("{version:long}/publication", WithdrawAsync).WithSummary("下書きに戻す").Require(Right.ConfirmDocuments);
        api.MapPost("{version:long}/retirement", RetireAsync).WithSummary("失効にする（from: 失効日、reason: 理由）").Require(Right.ConfirmDocuments);
        api.MapDelete("{version:long}/retirement", UndoAsync).WithSummary("失効を取り消す").Require(Right.ConfirmDocuments);
        api.MapPatch("{version:long}", ReviseAsync).WithSummary("題名・所管課・公開範囲・期間を変更する").Require(Right.EditLibrary);
        api.MapPost("{version:long}/deletion", DeleteAsync).WithSummary("下書きまたは失効した版を削除する（reason: 理由）").Require(Right.EditLibrary);
    }

    private static async Task<Ok<ListJson>> ListAsync(HttpRequest request, int? size, DocumentQuery documents, Principal principal, TimeProvider time, CancellationToken cancel)
    {
        var found = await documents.RunAsync(LibraryFilter.Of(request.Query), LibraryReader.Of(principal), new Dictionary<string, string>(), cancel);
        var most = Math.Clamp(size ?? 50, 1, MostOnPage);
        var page = LibraryFilter.PageOf(request.Query);
        var today = time.Today();
        return TypedResults.Ok(new ListJson(found.Cards.Count, page, [.. found.Cards.Skip((page - 1) * most).Take(most).Select(c => DocumentJson.Of(c, today, principal.IsStaff))]));
    }

    private static async Task<Results<Ok<DocumentJson>, ProblemHttpResult>> GetAsync(long version, LibraryCatalogue catalogue, Principal principal, TimeProvider time, CancellationToken cancel) =>
        version is > 0 and <= uint.MaxValue && await catalogue.FindAsync(LibraryReader.Of(principal), (uint)version, cancel) is { } card
            ? TypedResults.Ok(DocumentJson.Of(card, time.Today(), principal.IsStaff))
            : LibraryProblems.NoSuchDocument.ToHttp();

    private static async Task<DoneOrProblem> ConfirmAsync(long version, LifeCycle cycle, Principal who, Actor by, CancellationToken cancel) =>
        Answer(await cycle.ConfirmAsync(new ConfirmDocument(Number(version)), who, by, cancel));

    private static async Task<DoneOrProblem> PublishAsync(long version, DayBody body, LifeCycle cycle, Principal who, Actor by, CancellationToken cancel) =>
        Answer(await cycle.PublishAsync(new PublishDocument(Number(version), body.From), who, by, cancel));

    private static async Task<DoneOrProblem> WithdrawAsync(long version, LifeCycle cycle, Principal who, Actor by, CancellationToken cancel) =>
        Answer(await cycle.WithdrawAsync(new WithdrawDocument(Number(version)), who, by, cancel));

    private static async Task<DoneOrProblem> RetireAsync(long version, RetireBody body, LifeCycle cycle, Principal who, Actor by, TimeProvider time, CancellationToken cancel) =>
        Answer(await cycle.RetireAsync(new RetireDocument(Number(version), body.From ?? time.Today(), body.Reason ?? ""), who, by, cancel));

    private static async Task<DoneOrProblem> UndoAsync(long version, LifeCycle cycle, Principal who, Actor by, CancellationToken cancel) =>
        Answer(await cycle.UndoAsync(new UndoRetire(Number(version)), who, by, cancel));

    private static async Task<DoneOrProblem> DeleteAsync(long version, RetireBody body, LifeCycle cycle, Principal who, Actor by, CancellationToken cancel) =>
        Answer(await cycle.DeleteAsync(new DeleteVersion(Number(version), body.Reason ?? ""), who, by, cancel));

    private static async Task<DoneOrProblem> ReviseAsync(long version, DetailsBody body, LifeCycle cycle, Principal who, Actor by, CancellationToken cancel)
    {
        if (body.Label is not null && Labels.Parse(body.Label) is null)
        {
            return LibraryProblems.UnknownLabel.With(body.Label).ToHttp();
        }

        var request = new ReviseDetails(
            Number(version),
            body.Title,
            body.Section,
            Labels.Parse(body.Label),
            body.Readers,
            body.Validity is { } days ? new Validity(days.From, days.To) : null,
            body.Review is { } review ? new ReviewDay(review.On) : null);
        return Answer(await cycle.ReviseAsync(request, who, by, cancel));
    }

    private static DoneOrProblem Answer(Problem? problem) => problem is null ? TypedResults.NoContent() : problem.ToHttp();

    private static uint Number(long version) => (uint)Math.Clamp(version, 0, uint.MaxValue);

    internal sealed record ListJson(int Total, int Page, IReadOnlyList<DocumentJson> Documents);

    internal sealed record DayBody(DateOnly? From);

    internal sealed record RetireBody(DateOnly? From, string? Reason);

    internal sealed record DaysBody(DateOnly? From, DateOnly? To);

    internal sealed record ReviewBody(DateOnly? On);

    internal sealed record DetailsBody(string? Title, string? Section, string? Label, IReadOnlyList<string>? Readers, DaysBody? Validity, ReviewBody? Review);
}
