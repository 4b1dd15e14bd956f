using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Yakuba.Office.Library.Catalogue;
using Yakuba.Office.Library.Review;
using Yakuba.Office.Library.Rights;
using Yakuba.Office.Library.Searching;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.Requests;
using Yakuba.Platform.Accounts.Sections;
using Yakuba.Platform.Data;
using Yakuba.Platform.Web.Language;
using Yakuba.Platform.Web.Parts;

namespace Yakuba.Office.Library.ListDocuments;

/// <summary>The list of documents as a page.</summary>
internal static class LibraryListPages
{
    private const int LinesOnPage = 50;

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/library", ShowAsync).Require(Right.ReadLibrary).ExcludeFromDescription();

    private static async Task<IResult> ShowAsync(
        HttpRequest request, DocumentQuery documents, MeantSpelling meant, SectionList sections, Database database, Principal reader, Words words, TimeProvider time, CancellationToken cancel)
    {
        var filter = LibraryFilter.Of(request.Query);
        IReadOnlyList<Section> known;
        await using (var read = await database.ReadAsync(cancel))
        {
            known = await sections.ListAsync(read, cancel);
        }

        var names = known.ToDictionary(s => s.Code, s => s.Name);
        var found = await documents.RunAsync(filter, reader, names, cancel);
        filter = filter with { Section = found.Section };
        var pages = Math.Max(1, (found.Cards.Count + LinesOnPage - 1) / LinesOnPage);
        var page = Math.Min(LibraryFilter.PageOf(request.Query), pages);
        var today = time.Today();
        var lines = found.Cards.Skip((page - 1) * LinesOnPage).Take(LinesOnPage).ToList();
        return new RazorComponentResult<LibraryListPage>(new
        {
            Model = new LibraryListModel(filter, [.. lines.Select(c => Line(c, names, today, found.Rule) with { Found = PlaceOf(c, found, filter) })], found.Cards.Count, page, pages)
            {
                Sections = [.. known.Where(s => s.StandsOn(today) || s.Successor.Length == 0).Select(s => new Choice(s.Code, s.Name))],
                Counts = found.Counts,
                MayAdd = reader.May(Right.EditLibrary),
                MayChange = lines.Any(c => reader.MayConfirm(c.Rights)),
                Today = today,
                Waiting = found.Waiting,
                ReviewDue = found.ReviewDue,
                Done = BulkOutcome.Said(request.Query, words),
                Meant = found.Cards.Count == 0 && filter.Search.Length > 0 ? await meant.MendAsync(reader, filter.Search, cancel) ?? "" : "",
                Problem = BulkOutcome.Refused(request.Query),
            },
        });
    }

    private static FoundPlace? PlaceOf(VersionCard c, FoundDocuments found, LibraryFilter filter) =>
        found.Places.TryGetValue(c.Number, out var place) ? FoundPlace.Of(place, filter.Phrases) : null;

    private static DocumentLine Line(VersionCard c, Dictionary<string, string> names, DateOnly today, ReviewRule rule) => new(
        c.Number.ToString(CultureInfo.InvariantCulture),
        c.Title,
        c.KindWord,
        names.GetValueOrDefault(c.Rights.Section, c.Rights.Section),
        c.Rights.Label,
        c.Rights.State,
        c.InForce,
        c.ChangedAt,
        c.Ordinal,
        c.Doubts)
    {
        Standing = c.Rights.On(today),
        IsReviewDue = rule.IsDue(c, today),
    };
}
