using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Yakuba.Office.Library.Importing;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.Requests;
using Yakuba.Platform.Web.Refusals;

namespace Yakuba.Office.Library.ShowReadingReport;

/// <summary>Imports: the list, the report of each, and what may be asked of one that goes on.</summary>
internal static class ImportPages
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        var page = routes.MapGroup("/library/imports").Require(Right.EditLibrary).ExcludeFromDescription();
        page.MapGet("", ListAsync);
        page.MapGet("{job:guid}", ShowAsync);
        page.MapGet("{job:guid}/report.csv", CsvAsync);
        page.MapPost("{job:guid}/{act:regex(^(pause|resume|cancel)$)}", ActAsync);

        var api = routes.MapGroup("/api/v1/imports").WithTags("library").Require(Right.EditLibrary);
        api.MapGet("", ApiListAsync).WithSummary("これまでの取込み（page）");
        api.MapGet("{job:guid}", GetAsync).WithSummary("取込みの進み具合と読取品質レポート");
        api.MapPost("{job:guid}/pause", (Guid job, SteerImport steer, Principal who, CancellationToken cancel) => SteerAsync(job, ImportAct.Pause, steer, who, cancel)).WithSummary("取込みを一時停止する");
        api.MapDelete("{job:guid}/pause", (Guid job, SteerImport steer, Principal who, CancellationToken cancel) => SteerAsync(job, ImportAct.Resume, steer, who, cancel)).WithSummary("一時停止した取込みを再開する");
        api.MapPost("{job:guid}/cancellation", (Guid job, SteerImport steer, Principal who, CancellationToken cancel) => SteerAsync(job, ImportAct.Cancel, steer, who, cancel)).WithSummary("取込みを中止する（取り込んだ文書は残る）");
    }

    private static async Task<IResult> ListAsync(int? page, ImportList imports, Principal who, CancellationToken cancel)
    {
        var number = Math.Max(1, page ?? 1);
        var (all, lines) = await imports.ListAsync(who, number, cancel);
        return new RazorComponentResult<ImportListPage>(new { Model = new ImportListModel(lines, number, Math.Max(1, (int)((all + ImportList.OnPage - 1) / ImportList.OnPage))) { MayExport = who.May(Right.ManageLibrary) } });
    }

    private static async Task<IResult> ShowAsync(Guid job, HttpContext http, ImportProgress imports, Principal who, CancellationToken cancel)
    {
        if (await imports.FindAsync(job, who, cancel) is not { } model)
        {
            return Refused(LibraryProblems.NoSuchImport);
        }

        if (model.IsOver && http.Request.Headers.ContainsKey("HX-Request"))
        {
            http.Response.Headers["HX-Refresh"] = "true"; // the report is another page than the progress
        }

        return new RazorComponentResult<ImportPage>(new { Model = model, Filter = ImportFilter.Of(http.Request.Query) });
    }

    private static async Task<IResult> CsvAsync(Guid job, ImportProgress imports, Principal who, CancellationToken cancel) =>
        await imports.FindAsync(job, who, cancel) is { } model
            ? TypedResults.File(ImportCsv.Of(model), "text/csv; charset=utf-8", $"読取品質レポート_{model.StartedAt.ToOffset(JapanTime.Offset).ToString("yyyyMMdd_HHmm", CultureInfo.InvariantCulture)}.csv")
            : Refused(LibraryProblems.NoSuchImport);

    private static async Task<IResult> ActAsync(Guid job, string act, IFormCollection _, SteerImport steer, Principal who, CancellationToken cancel)
    {
        var id = job.ToString("D", CultureInfo.InvariantCulture);
        var asked = act switch { "pause" => ImportAct.Pause, "resume" => ImportAct.Resume, _ => ImportAct.Cancel };
        var problem = await steer.RunAsync(id, asked, who, cancel);

        // What has ended meanwhile shows its report: that is the answer to the press of the button.
        return problem is null || problem.Name == LibraryProblems.ImportOver.Name ? TypedResults.LocalRedirect($"/library/imports/{id}") : Refused(problem);
    }

    private static async Task<Ok<ImportListJson>> ApiListAsync(int? page, ImportList imports, Principal who, CancellationToken cancel)
    {
        var (all, lines) = await imports.ListAsync(who, Math.Max(1, page ?? 1), cancel);
        return TypedResults.Ok(new ImportListJson(all, Math.Max(1, page ?? 1), lines));
    }

    private static async Task<Results<Ok<ImportModel>, ProblemHttpResult>> GetAsync(Guid job, ImportProgress imports, Principal who, CancellationToken cancel) =>
        await imports.FindAsync(job, who, cancel) is { } model ? TypedResults.Ok(model) : LibraryProblems.NoSuchImport.ToHttp();

    private static async Task<Results<NoContent, ProblemHttpResult>> SteerAsync(Guid job, ImportAct act, SteerImport steer, Principal who, CancellationToken cancel) =>
        await steer.RunAsync(job.ToString("D", CultureInfo.InvariantCulture), act, who, cancel) is { } problem ? problem.ToHttp() : TypedResults.NoContent();

    private static RazorComponentResult<ProblemPage> Refused(Problem problem) => new(new { Problem = problem, RequestId = "" }) { StatusCode = problem.Status };

    internal sealed record ImportListJson(long Total, int Page, IReadOnlyList<ImportListLine> Imports);
}
