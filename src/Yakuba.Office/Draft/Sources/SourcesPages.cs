using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Yakuba.Office.Draft.ShowDraft;
using Yakuba.Office.Draft.Store;
using Yakuba.Office.Draft.Text;
using Yakuba.Office.Library;
using Yakuba.Office.Library.Rights;
using Yakuba.Office.Library.Searching;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.Requests;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Draft.Sources;

/// <summary>The page on which sources are found and put in.</summary>
internal static class SourcesPages
{
    private const int Most = 10;
    private const int LongestWords = 400;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        var page = routes.MapGroup("/drafts/{draft:guid}/sources").Require(Right.WriteDrafts).ExcludeFromDescription();
        page.MapGet("", ShowAsync);
        page.MapPost("", TakeAsync);
    }

    private static async Task<IResult> ShowAsync(Guid draft, string? q, DraftDesk desk, LibrarySearch search, Database database, Principal who, TimeProvider time, CancellationToken cancel) =>
        await PageAsync(draft, q ?? "", null, desk, search, database, who, time, cancel);

    private static async Task<IResult> TakeAsync(
        Guid draft, IFormCollection form, PutInSourceHandler handler, DraftDesk desk, LibrarySearch search, Database database, Principal who, Actor by, TimeProvider time, CancellationToken cancel)
    {
        var problem = DraftProblems.NoSuchPassage;
        if (Request(draft, form) is { } request && (await handler.HandleAsync(request, who, by, cancel)).TryGet(out _, out problem!))
        {
            return TypedResults.LocalRedirect($"/drafts/{DraftRows.Key(draft)}/edit");
        }

        return await PageAsync(draft, FormText.Of(form, "q"), problem, desk, search, database, who, time, cancel);
    }

    private static PutInSource? Request(Guid draft, IFormCollection form)
    {
        var (take, into) = (FormText.Of(form, "take"), PartRoles.Parse(FormText.Of(form, "into")) ?? PartRole.Body);
        _ = int.TryParse(FormText.Of(form, "was"), NumberStyles.None, CultureInfo.InvariantCulture, out var was);
        return Guid.TryParse(take, out var past) ? new PutInSource(draft, was, 0, 0, past, into)
            : take.Split(':') is [var version, var ordinal] && uint.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var v) && int.TryParse(ordinal, NumberStyles.None, CultureInfo.InvariantCulture, out var o) ? new PutInSource(draft, was, v, o, null, into)
            : null;
    }

    private static async Task<IResult> PageAsync(
        Guid draft, string typed, Problem? problem, DraftDesk desk, LibrarySearch search, Database database, Principal who, TimeProvider time, CancellationToken cancel)
    {
        if (!(await desk.OpenAsync(who, draft, null, cancel)).TryGet(out var open, out var missing))
        {
            return DraftPages.Refused(missing);
        }

        if (!open.Card.MayBeWrittenBy(who) || !open.Card.State.IsOpen())
        {
            return TypedResults.LocalRedirect($"/drafts/{DraftRows.Key(draft)}");
        }

        var words = DraftWords.Cut(DraftWords.Clean(typed), LongestWords).Trim();
        IReadOnlyList<FoundPassage> found = words.Length == 0 ? [] : await search.FindAsync(LibraryReader.Of(who), words, time.Today(), Standing.InForce, Most, cancel);
        IReadOnlyList<SourceHit> past = words.Length == 0 ? [] : await PastAsync(desk, database, who, open.Card, words, cancel);
        return new RazorComponentResult<SourcesPage>(new
        {
            Model = new SourcesModel(
                open.Card,
                words,
                [.. found.Select(f => new SourceHit(string.Create(CultureInfo.InvariantCulture, $"{f.Version.Number}:{f.Ordinal}"), f.Title, f.From.ToLabel(), DocumentLinks.At(f.Version.Number, f.From.ToKey()), f.Text))],
                past) { Problem = problem },
        }) { StatusCode = problem?.Status ?? StatusCodes.Status200OK };
    }

    private static async Task<IReadOnlyList<SourceHit>> PastAsync(DraftDesk desk, Database database, Principal who, DraftCard card, string words, CancellationToken cancel)
    {
        var (lines, _) = await desk.ListAsync(who, new DraftFilter(words, Section: card.Section), cancel);
        await using var read = await database.ReadAsync(cancel);
        var hits = new List<SourceHit>();
        foreach (var past in lines.Where(l => l.Id != card.Id).Take(Most))
        {
            if (await DraftRows.VersionAsync(read, past.Id, past.Version, cancel) is { } version && version.Text.Words(PartRole.Body) is { Length: > 0 } body)
            {
                hits.Add(new SourceHit(DraftRows.Key(past.Id), past.Title, past.State.ToName(), $"/drafts/{DraftRows.Key(past.Id)}", body));
            }
        }

        return hits;
    }
}
