using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.Requests;

namespace Yakuba.Office.Library.AddDocuments;

/// <summary>Imports over the API: many files in one multipart post.</summary>
internal static class ImportsApi
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/imports").WithTags("library").Require(Right.EditLibrary);
        api.MapPost("", PostAsync)
            .WithSummary("文書を取り込む（multipart: files…, section, label, publish）")
            .WithMetadata(new RequestSizeLimitAttribute(UploadReader.LargestPost));
    }

    private static async Task<Results<Accepted<StartedJson>, ProblemHttpResult>> PostAsync(
        HttpContext http, UploadReader uploads, UploadStaging staging, AddDocumentsHandler handler, Principal who, Actor by, CancellationToken cancel)
    {
        await staging.SweepAsync(cancel);
        var result = (await uploads.ReadAsync(http, isForm: false, cancel)).TryGet(out var upload, out var problem)
            ? await handler.HandleAsync(upload, who, by, cancel)
            : problem;
        return result.TryGet(out var job, out problem) ? TypedResults.Accepted($"/api/v1/imports/{job}", new StartedJson(job)) : problem.ToHttp();
    }

    internal sealed record StartedJson(string Job);
}
