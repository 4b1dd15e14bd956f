using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Yakuba.Office.Library.Importing;
using Yakuba.Office.Library.Rights;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.Requests;
using Yakuba.Platform.Accounts.Sections;
using Yakuba.Platform.Data;
using Yakuba.Platform.Web.Parts;

namespace Yakuba.Office.Library.AddDocuments;

/// <summary>Filing documents by upload: the form, its post, and the page of the import that it started.</summary>
internal static class AddDocumentsPages
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/library/add", FormAsync).Require(Right.EditLibrary).ExcludeFromDescription();
        routes.MapPost("/library/add", PostAsync).Require(Right.EditLibrary).ExcludeFromDescription().WithMetadata(new RequestSizeLimitAttribute(UploadReader.LargestPost), new ChecksFormToken());
        routes.MapGet("/library/imports/{job:guid}", ShowAsync).Require(Right.EditLibrary).ExcludeFromDescription();
    }

    private static async Task<RazorComponentResult<AddDocumentsPage>> FormAsync(SectionList sections, Database database, ReadingLimits limits, Principal who, TimeProvider time, CancellationToken cancel) =>
        await PageAsync(sections, database, limits, who, time, null, cancel);

    private static async Task<IResult> PostAsync(
        HttpContext http, UploadReader uploads, UploadStaging staging, AddDocumentsHandler handler, SectionList sections, Database database, ReadingLimits limits, Principal who, Actor by, TimeProvider time, CancellationToken cancel)
    {
        await staging.SweepAsync(cancel);
        var result = (await uploads.ReadAsync(http, isForm: true, cancel)).TryGet(out var upload, out var problem)
            ? await handler.HandleAsync(upload, who, by, cancel)
            : problem;
        return result.TryGet(out var job, out problem)
            ? TypedResults.LocalRedirect($"/library/imports/{job}")
            : await PageAsync(sections, database, limits, who, time, problem, cancel);
    }

    private static async Task<IResult> ShowAsync(Guid job, ImportProgress imports, Principal who, CancellationToken cancel) =>
        await imports.FindAsync(job, who, cancel) is { } model
            ? new RazorComponentResult<ImportPage>(new { Model = model })
            : new RazorComponentResult<Platform.Web.Refusals.ProblemPage>(new { Problem = LibraryProblems.NoSuchImport, RequestId = "" }) { StatusCode = StatusCodes.Status404NotFound };

    private static async Task<RazorComponentResult<AddDocumentsPage>> PageAsync(
        SectionList sections, Database database, ReadingLimits limits, Principal who, TimeProvider time, Problem? problem, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        var today = time.Today();
        var choices = (await sections.ListAsync(read, cancel)).Where(s => s.StandsOn(today) && who.MayFileFor(s.Code)).ToList();
        var own = choices.FirstOrDefault(s => who.Sections.Contains(s.Code)) ?? choices.FirstOrDefault();
        var model = new AddDocumentsModel(
            [.. choices.Select(s => new Choice(s.Code, s.Name))], own?.Code ?? "", Label.Public, choices.Any(s => who.MayPublishFor(s.Code)), (await limits.GetAsync(cancel)).MaxFileBytes, problem);
        return new RazorComponentResult<AddDocumentsPage>(new { Model = model }) { StatusCode = problem?.Status ?? StatusCodes.Status200OK };
    }
}
