using System.Net.Mime;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.Requests;
using Yakuba.Platform.Accounts.Sections;
using Yakuba.Platform.Data;
using Yakuba.Platform.Web.Language;
using Yakuba.Platform.Web.Parts;

namespace Yakuba.Office.Ask.HandOver;

/// <summary>The handover as a page, as a file, and over the API.</summary>
internal static class HandoverPages
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), WriteIndented = true };

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/handover", ShowAsync).Require(Right.ReadLibrary).ExcludeFromDescription();
        routes.MapPost("/handover/export", ExportAsync).Require(Right.ReadLibrary).ExcludeFromDescription();
        routes.MapGet("/api/v1/handover", GetAsync).WithTags("ask").WithSummary("自分の課の引継ぎ（section, from, to）。書出しとして記録に残る").Require(Right.ReadLibrary);
    }

    private static async Task<IResult> ShowAsync(
        string? section, string? from, string? to, HandoverReports reports, SectionList sections, Database database, Principal reader, TimeProvider time, CancellationToken cancel)
    {
        var model = await EmptyAsync(section ?? "", from, to, sections, database, reader, time, cancel);
        if (model.Section.Length == 0)
        {
            return Page(model);
        }

        return Read(model.Section, model.From, model.To).TryGet(out var request, out var problem) && (await reports.MakeAsync(request, reader, cancel)).TryGet(out var report, out problem)
            ? Page(model with { Report = report })
            : Page(model with { Problem = problem });
    }

    private static async Task<IResult> ExportAsync(
        IFormCollection form, ExportHandoverHandler handler, SectionList sections, Database database, Principal reader, Actor by, Words words, TimeProvider time, CancellationToken cancel)
    {
        var model = await EmptyAsync(FormText.Of(form, "section"), FormText.Of(form, "from"), FormText.Of(form, "to"), sections, database, reader, time, cancel);
        var kind = FormText.Of(form, "form");
        if (!Read(model.Section, model.From, model.To).TryGet(out var request, out var problem) || !(await handler.HandleAsync(request, kind, reader, by, cancel)).TryGet(out var report, out problem))
        {
            return Page(model with { Problem = problem });
        }

        var name = $"引継ぎ_{report.Name}_{report.From.ToStore()}_{report.To.ToStore()}.{kind}";
        return kind switch
        {
            "csv" => TypedResults.File(HandoverCsv.Of(report), "text/csv; charset=utf-8", name),
            "json" => TypedResults.File(JsonSerializer.SerializeToUtf8Bytes(report, Json), MediaTypeNames.Application.Json, name),
            _ => Page(model with { Report = report, IsSheet = true, Made = words[$"（{words.Moment(time.GetUtcNow())} {by.Name}が作成）", $"(made {words.Moment(time.GetUtcNow())} by {by.Name})"] }),
        };
    }

    private static async Task<Results<Ok<HandoverReport>, ProblemHttpResult>> GetAsync(
        string? section, string? from, string? to, ExportHandoverHandler handler, Principal reader, Actor by, CancellationToken cancel) =>
        Read(section ?? "", from ?? "", to ?? "").TryGet(out var request, out var problem) && (await handler.HandleAsync(request, "json", reader, by, cancel)).TryGet(out var report, out problem)
            ? TypedResults.Ok(report)
            : problem!.ToHttp();

    private static Result<HandoverRequest> Read(string section, string from, string to) =>
        DateOnly.TryParseExact(from, "yyyy-MM-dd", out var first) && DateOnly.TryParseExact(to, "yyyy-MM-dd", out var last) ? new HandoverRequest(section, first, last) : HandoverProblems.Days;

    /// <summary>The page with nothing on it: without days typed, this fiscal year until today.</summary>
    private static async Task<HandoverPageModel> EmptyAsync(
        string section, string? from, string? to, SectionList sections, Database database, Principal reader, TimeProvider time, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        var all = await sections.ListAsync(read, cancel);
        var own = all.Where(s => reader.Sections.Contains(s.Code)).Select(s => new Choice(s.Code, s.Name)).ToList();
        var today = time.Today();
        var april = new DateOnly(today.Month >= 4 ? today.Year : today.Year - 1, 4, 1);
        return new HandoverPageModel(
            null,
            own,
            section.Length > 0 ? section : own is [var first, ..] ? first.Value : "",
            string.IsNullOrEmpty(from) ? april.ToStore() : from,
            string.IsNullOrEmpty(to) ? today.ToStore() : to);
    }

    private static RazorComponentResult<HandoverPage> Page(HandoverPageModel model) => new(new { Model = model }) { StatusCode = model.Problem?.Status ?? StatusCodes.Status200OK };
}
