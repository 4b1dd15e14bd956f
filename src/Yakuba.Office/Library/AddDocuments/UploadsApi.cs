using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.Requests;

namespace Yakuba.Office.Library.AddDocuments;

/// <summary>Many files over connections that break: announce them, send them piece by piece, have them taken in.</summary>
internal static class UploadsApi
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/uploads").WithTags("library").Require(Right.EditLibrary);
        api.MapPost("", AnnounceAsync).WithSummary("送るファイルの一覧を知らせる（section, label, publish, files: path, bytes, modified）");
        api.MapGet("{upload:guid}", GetAsync).WithSummary("送信の進み具合（どのファイルが、どこまで届いたか）");
        api.MapPut("{upload:guid}/files/{index:long}", PieceAsync)
            .WithSummary("ファイルの一部分を送る（from: 何バイト目からか。1回に16 MBまで）")
            .WithMetadata(new RequestSizeLimitAttribute(ReceivePiece.LargestPiece));
        api.MapPost("{upload:guid}/import", StartAsync).WithSummary("届いたファイルを取り込む（partly=true: 届いていないものを除いて）");
        api.MapDelete("{upload:guid}", DropAsync).WithSummary("送信をやめ、届いたものを捨てる");
    }

    private static async Task<Results<Created<UploadState>, ProblemHttpResult>> AnnounceAsync(SendUpload body, UploadDesk uploads, Principal who, CancellationToken cancel) =>
        (await uploads.AnnounceAsync(body, who, cancel)).Match<Results<Created<UploadState>, ProblemHttpResult>>(
            state => TypedResults.Created($"/api/v1/uploads/{state.Id}", state),
            problem => problem.ToHttp());

    private static async Task<Results<Ok<UploadState>, ProblemHttpResult>> GetAsync(Guid upload, UploadDesk uploads, Principal who, CancellationToken cancel) =>
        (await uploads.FindAsync(upload, who, cancel)).TryGet(out var found, out var problem) ? TypedResults.Ok(await uploads.StateAsync(found, cancel)) : problem.ToHttp();

    private static async Task<Results<Ok<PieceJson>, ProblemHttpResult>> PieceAsync(
        Guid upload, long index, long? from, HttpRequest request, UploadDesk uploads, ReceivePiece pieces, Principal who, CancellationToken cancel) =>
        (await uploads.FindAsync(upload, who, cancel)).TryGet(out var found, out var problem) && (await pieces.TakeAsync(found, index, from ?? 0, request.Body, cancel)).TryGet(out var received, out problem)
            ? TypedResults.Ok(new PieceJson(received))
            : problem!.ToHttp();

    private static async Task<Results<Accepted<ImportsApi.StartedJson>, ProblemHttpResult>> StartAsync(
        Guid upload, bool? partly, UploadDesk uploads, StartUpload start, Principal who, Actor by, CancellationToken cancel) =>
        (await uploads.FindAsync(upload, who, cancel)).TryGet(out var found, out var problem) && (await start.HandleAsync(found, partly == true, who, by, cancel)).TryGet(out var job, out problem)
            ? TypedResults.Accepted($"/api/v1/imports/{job}", new ImportsApi.StartedJson(job))
            : problem!.ToHttp();

    private static async Task<Results<NoContent, ProblemHttpResult>> DropAsync(Guid upload, UploadDesk uploads, Principal who, CancellationToken cancel)
    {
        if (!(await uploads.FindAsync(upload, who, cancel)).TryGet(out var found, out var problem))
        {
            return problem.ToHttp();
        }

        return await uploads.DropAsync(found, cancel) is { } taken ? taken.ToHttp() : TypedResults.NoContent();
    }

    internal sealed record PieceJson(long Received);
}
