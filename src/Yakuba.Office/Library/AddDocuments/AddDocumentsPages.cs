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
        routes.MapPost("/library/uploads/{upload:guid}/{act:regex(^(import|discard)$)}", EndAsync).Require(Right.EditLibrary).ExcludeFromDescription();
    }

    private static async Task<IResult> FormAsync(SectionList sections, Database database, ReadingLimits limits, UploadDesk uploads, Principal who, TimeProvider time, CancellationToken cancel) =>
        await PageAsync(sections, database, limits, uploads, who, time, null, cancel);

    private static async Task<IResult> PostAsync(
        HttpContext http, UploadReader reader, UploadDesk uploads, UploadStaging staging, AddDocumentsHandler handler, SectionList sections, Database database, ReadingLimits limits, Principal who, Actor by, TimeProvider time, CancellationToken cancel)
    {
        await staging.SweepAsync(cancel);
        var result = (await reader.ReadAsync(http, isForm: true, cancel)).TryGet(out var upload, out var problem)
            ? await handler.HandleAsync(upload, who, by, cancel)
            : problem;
        return result.TryGet(out var job, out problem)
            ? TypedResults.LocalRedirect($"/library/imports/{job}")
            : await PageAsync(sections, database, limits, uploads, who, time, problem, cancel);
    }

    /// <summary>Ends an upload that was broken off: what is here is taken in, or thrown away.</summary>
    private static async Task<IResult> EndAsync(
        Guid upload, string act, IFormCollection _, UploadDesk uploads, StartUpload start, SectionList sections, Database database, ReadingLimits limits, Principal who, Actor by, TimeProvider time, CancellationToken cancel)
    {
        if (!(await uploads.FindAsync(upload, who, cancel)).TryGet(out var found, out var problem))
        {
            return await PageAsync(sections, database, limits, uploads, who, time, problem, cancel);
        }

        if (act == "discard" && found.Job.Length == 0)
        {
            return await uploads.DropAsync(found, cancel) is { } taken
                ? await PageAsync(sections, database, limits, uploads, who, time, taken, cancel)
                : TypedResults.LocalRedirect("/library/add");
        }

        return (await start.HandleAsync(found, partly: true, who, by, cancel)).TryGet(out var job, out problem)
            ? TypedResults.LocalRedirect($"/library/imports/{job}")
            : await PageAsync(sections, database, limits, uploads, who, time, problem, cancel);
    }

    private static async Task<RazorComponentResult<AddDocumentsPage>> PageAsync(
        SectionList sections, Database database, ReadingLimits limits, UploadDesk uploads, Principal who, TimeProvider time, Problem? problem, CancellationToken cancel)
    {
        var today = time.Today();
        IReadOnlyList<Section> known;
        await using (var read = await database.ReadAsync(cancel))
        {
            known = await sections.ListAsync(read, cancel);
        }

        var choices = known.Where(s => s.StandsOn(today) && who.MayFileFor(s.Code)).ToList();
        var own = choices.FirstOrDefault(s => who.Sections.Contains(s.Code)) ?? choices.FirstOrDefault();
        var model = new AddDocumentsModel(
            [.. choices.Select(s => new Choice(s.Code, s.Name))], own?.Code ?? "", Label.Public, choices.Any(s => who.MayPublishFor(s.Code)), (await limits.GetAsync(cancel)).MaxFileBytes, problem)
        {
            Open = [.. (await uploads.OpenAsync(who, cancel)).Select(o => OpenUpload.Of(o.Upload, o.State, known))],
        };
        return new RazorComponentResult<AddDocumentsPage>(new { Model = model }) { StatusCode = problem?.Status ?? StatusCodes.Status200OK };
    }
}
