using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yakuba.Office.Draft.Issue;
using Yakuba.Office.Draft.ShowDraft;
using Yakuba.Office.Draft.Store;
using Yakuba.Papers;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.Requests;
using Yakuba.Platform.Accounts.Sections;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Draft.Export;

/// <summary>A draft as a Word file, to take along.</summary>
internal sealed class DraftExport(Database database, DraftDesk desk, SectionList sections)
{
    internal const string DocxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>The file and its name.</summary>
    internal async Task<Result<DraftFile>> DocxAsync(Principal reader, Guid draft, int? version, CancellationToken cancel)
    {
        if (!(await desk.OpenAsync(reader, draft, version, cancel)).TryGet(out var open, out var problem))
        {
            return problem;
        }

        await using var read = await database.ReadAsync(cancel);
        var section = sections.NameOf(await sections.ListAsync(read, cancel), open.Card.Section);
        var issued = open.Version.Number == open.Card.Version ? await IssuedDraft.OfAsync(read, draft, cancel) : null;
        return DocxWriter.Write(DraftPaper.Of(open, issued, section)) switch
        {
            WrittenPaper written => new DraftFile(written.Content, $"{FileName(open.Card.Title)}.docx"),
            RefusedPaper refused => DraftProblems.NoPaper.With($"{refused.Problem.Message}{refused.Problem.NextStep}"),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is no way to end."),
        };
    }

    private static string FileName(string title) => string.Concat(title.Where(c => !char.IsControl(c) && !"\\/:*?\"<>|".Contains(c, StringComparison.Ordinal))) is { Length: > 0 } name ? name[..Math.Min(name.Length, 80)] : "draft";
}

/// <summary>Downloads of a draft.</summary>
internal static class ExportEndpoints
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/drafts/{draft:guid}/paper.docx", PageAsync).Require(Right.WriteDrafts).ExcludeFromDescription();
        routes.MapGet("/api/v1/drafts/{draft:guid}/paper.docx", ApiAsync).Require(Right.WriteDrafts).WithTags("drafts").WithSummary("起案をWordの文書で受け取る（version: 版の番号）");
    }

    private static async Task<IResult> PageAsync(Guid draft, int? version, DraftExport export, Principal who, CancellationToken cancel) =>
        (await export.DocxAsync(who, draft, version, cancel)).Match<IResult>(file => TypedResults.File(file.Content, DraftExport.DocxType, file.Name), DraftPages.Refused);

    private static async Task<IResult> ApiAsync(Guid draft, int? version, DraftExport export, Principal who, CancellationToken cancel) =>
        (await export.DocxAsync(who, draft, version, cancel)).Match<IResult>(file => TypedResults.File(file.Content, DraftExport.DocxType, file.Name), problem => problem.ToHttp());
}

/// <summary>A file to take along.</summary>
internal sealed record DraftFile(byte[] Content, string Name);
