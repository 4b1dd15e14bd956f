using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.Requests;
using Yakuba.Platform.Web.Refusals;

namespace Yakuba.Office.Library.Exporting;

/// <summary>The export as a ZIP, for those who keep the library: what they may read of it, and no more.</summary>
internal static class ExportPages
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/library/export", ShowAsync).Require(Right.ManageLibrary).ExcludeFromDescription();
        routes.MapGet("/library/export.zip", PageZipAsync).Require(Right.ManageLibrary).ExcludeFromDescription();
        routes.MapGet("/api/v1/library/export", ApiZipAsync).Require(Right.ManageLibrary).WithTags("library").WithSummary("文書庫をZIPで受け取る（読める文書の原本と library.json）");
    }

    private static async Task<IResult> ShowAsync(ExportLibraryHandler export, Principal who, CancellationToken cancel) =>
        new RazorComponentResult<ExportPage>(new { Model = await export.LookAsync(who, cancel) });

    private static async Task<IResult> PageZipAsync(HttpContext http, ExportLibraryHandler export, Principal who, Actor by, TimeProvider time, CancellationToken cancel) =>
        (await export.ReadyAsync(who, cancel)).TryGet(out var ready, out var problem)
            ? Zip(http, export, ready, by, time, cancel)
            : new RazorComponentResult<ProblemPage>(new { Problem = problem, RequestId = "" }) { StatusCode = problem.Status };

    private static async Task<IResult> ApiZipAsync(HttpContext http, ExportLibraryHandler export, Principal who, Actor by, TimeProvider time, CancellationToken cancel) =>
        (await export.ReadyAsync(who, cancel)).TryGet(out var ready, out var problem) ? Zip(http, export, ready, by, time, cancel) : problem.ToHttp();

    private static PushStreamHttpResult Zip(HttpContext http, ExportLibraryHandler export, LibraryExport ready, Actor by, TimeProvider time, CancellationToken cancel) => TypedResults.Stream(
        async body =>
        {
            try
            {
                await export.ToZipAsync(ready, body, by, cancel);
            }
            catch (InvalidDataException)
            {
                http.Abort(); // a download that breaks off is not taken for whole
            }
        },
        "application/zip",
        $"yakuba-library-{time.Today():yyyyMMdd}.zip");
}
