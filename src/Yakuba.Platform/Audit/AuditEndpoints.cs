using System.Globalization;
using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Yakuba.Platform.Accounts.Requests;
using Yakuba.Platform.Audit.ExportRecord;
using Yakuba.Platform.Audit.ListEntries;
using Yakuba.Platform.Audit.PrintSheet;
using Yakuba.Platform.Audit.ProveEntry;
using Yakuba.Platform.Audit.RemoveTexts;
using Yakuba.Platform.Audit.ShowEntry;
using Yakuba.Platform.Audit.VerifyRecord;
using Yakuba.Platform.Web.Refusals;

namespace Yakuba.Platform.Audit;

/// <summary>The auditor's pages and their API.</summary>
internal static class AuditEndpoints
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("/audit").ExcludeFromDescription().Require(Right.ReadRecord);
        pages.MapGet("", ListAsync);
        pages.MapGet("{index:long}", ShowAsync);
        pages.MapPost("{index:long}/body", OpenAsync).Require(Right.OpenRecordBody);
        pages.MapGet("{index:long}/proof", ProofAsync);
        pages.MapPost("verify", VerifyAsync);
        pages.MapGet("export", ExportAsync);
        pages.MapGet("sheet", SheetAsync);
        RemovalEndpoints.Map(pages);

        var api = routes.MapGroup("/api/v1/audit").WithTags("audit").Require(Right.ReadRecord);
        api.MapGet("checkpoint", CheckpointAsync).WithSummary("署名済みの控え（C2SP checkpoint）");
        api.MapGet("entries/{index:long}", EntryAsync).WithSummary("記録1件の原文");
        api.MapGet("entries/{index:long}/proof", ProofAsync).WithSummary("記録が含まれていることの証明（tlog-proof）");
        api.MapPost("verification", VerifyApiAsync).WithSummary("すべての記録を検証する（against: 確認票の件数と八つの言葉）").Produces<RecordVerdict>();
    }

    private static async Task<IResult> ListAsync(
        string? action, string? person, string? from, string? to, int? page, ListEntriesQuery list, RecordSummaryQuery summary, CancellationToken cancel)
    {
        var filter = new AuditFilter(action ?? "", person?.Trim() ?? "", Day(from), Day(to));
        var (lines, pages) = await list.PageAsync(filter, Math.Max(1, page ?? 1), cancel);
        return new RazorComponentResult<AuditListPage>(new { Model = new AuditListModel(filter, lines, Math.Max(1, page ?? 1), pages, await summary.ReadAsync(cancel), list.Actions) });
    }

    private static async Task<IResult> ShowAsync(long index, ShowEntryQuery entries, CancellationToken cancel) =>
        await entries.FindAsync(index, cancel) is { } model ? Page(model) : NotFound();

    private static async Task<IResult> OpenAsync(long index, [FromForm] string? reason, ShowEntryQuery entries, OpenBodyHandler bodies, Actor by, CancellationToken cancel)
    {
        var opened = await bodies.OpenAsync(index, reason, by, cancel);
        if (await entries.FindAsync(index, cancel) is not { } model)
        {
            return NotFound();
        }

        return opened.TryGet(out var body, out var problem)
            ? Page(model with { Body = EntryBody.Opened, Question = body.Question, Answer = body.Answer })
            : Page(model with { Problem = problem });
    }

    private static async Task<IResult> ProofAsync(long index, ProveEntryHandler proofs, CancellationToken cancel) =>
        (await proofs.RunAsync(index, cancel)).Match<IResult>(
            proof => TypedResults.File(proof, "text/plain; charset=utf-8", string.Create(CultureInfo.InvariantCulture, $"record-{index}.tlog-proof")),
            problem => problem.ToHttp());

    private static async Task<IResult> VerifyAsync([FromForm(Name = "against")] string? typed, KeptHead kept, VerifyRecordHandler verify, CancellationToken cancel)
    {
        if (!(await kept.ReadAsync(typed, cancel)).TryGet(out var head, out var problem))
        {
            return new RazorComponentResult<ProblemPage>(new { Problem = problem }) { StatusCode = problem.Status };
        }

        await verify.RunAsync((_, _) => { }, head, cancel);
        return TypedResults.Redirect("/audit");
    }

    private static async Task<IResult> VerifyApiAsync(string? against, KeptHead kept, VerifyRecordHandler verify, CancellationToken cancel) =>
        (await kept.ReadAsync(against, cancel)).TryGet(out var head, out var problem)
            ? TypedResults.Ok(await verify.RunAsync((_, _) => { }, head, cancel))
            : problem.ToHttp();

    private static async Task<IResult> SheetAsync(RecordSheetHandler sheets, CancellationToken cancel) =>
        (await sheets.MakeAsync(cancel)).Match<IResult>(
            sheet => new RazorComponentResult<SheetPage>(new { Sheet = sheet }),
            problem => new RazorComponentResult<ProblemPage>(new { Problem = problem }) { StatusCode = problem.Status });

    private static async Task<IResult> ExportAsync(ExportRecordHandler export, Actor by, TimeProvider time, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("yakuba-export-").FullName;
        try
        {
            if ((await export.RunAsync(Path.Combine(folder, "record"), by, cancel)).Problem is { } problem)
            {
                return problem.ToHttp();
            }

            // Not into memory: the record grows for years. The file goes when the answer has been sent.
            var zip = Path.Combine(Path.GetTempPath(), $"yakuba-export-{Guid.CreateVersion7():N}.zip");
            await ZipFile.CreateFromDirectoryAsync(Path.Combine(folder, "record"), zip, CompressionLevel.Fastest, includeBaseDirectory: false, cancel);
            var stream = new FileStream(zip, new FileStreamOptions { Mode = FileMode.Open, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous });
            return TypedResults.Stream(stream, "application/zip", $"record-{time.Today():yyyyMMdd}.zip");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<IResult> CheckpointAsync(RecordKeeper keeper, CancellationToken cancel) =>
        (await keeper.SignAsync(cancel)).Match<IResult>(note => TypedResults.Bytes(note, "text/plain; charset=utf-8"), problem => problem.ToHttp());

    private static async Task<IResult> EntryAsync(long index, ShowEntryQuery entries, CancellationToken cancel) =>
        await entries.FindAsync(index, cancel) is { } model
            ? TypedResults.Text(model.Payload, "application/json; charset=utf-8")
            : AuditProblems.NoSuchEntry.ToHttp();

    private static RazorComponentResult<AuditEntryPage> Page(AuditEntryModel model) => new(new { Model = model });

    private static IResult NotFound() => new RazorComponentResult<ProblemPage>(new { Problem = AuditProblems.NoSuchEntry }) { StatusCode = 404 };

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
