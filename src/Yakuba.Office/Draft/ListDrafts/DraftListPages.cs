using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Yakuba.Office.Draft.Store;
using Yakuba.Office.Draft.Text;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.People;
using Yakuba.Platform.Accounts.Requests;
using Yakuba.Platform.Accounts.Sections;
using Yakuba.Platform.Data;
using Yakuba.Platform.Web.Language;
using Yakuba.Platform.Web.Parts;

namespace Yakuba.Office.Draft.ListDrafts;

/// <summary>The list of drafts as a page.</summary>
internal static class DraftListPages
{
    private const int LongestWords = 200;

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/drafts", ShowAsync).Require(Right.WriteDrafts).ExcludeFromDescription();

    internal static DraftFilter Filter(IQueryCollection query) => new(
        DraftWords.Cut(DraftWords.Clean(query["q"]), LongestWords).Trim(),
        DraftStates.Parse(query["state"]),
        query["section"].ToString(),
        query["mine"] == "on",
        int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, 100_000) : 1);

    private static async Task<IResult> ShowAsync(
        HttpRequest request, DraftDesk desk, SectionList sections, PeopleList people, Database database, Principal reader, Words words, CancellationToken cancel)
    {
        var filter = Filter(request.Query);
        var (lines, counts) = await desk.ListAsync(reader, filter, cancel);
        await using var read = await database.ReadAsync(cancel);
        var known = await sections.ListAsync(read, cancel);
        var names = await people.NamesAsync(read, cancel);
        var total = filter.State is { } state ? counts.GetValueOrDefault(state) : counts.Values.Sum();
        return new RazorComponentResult<DraftListPage>(new
        {
            Model = new DraftListModel(
                filter,
                [.. lines.Select(c => new DraftLine(DraftRows.Key(c.Id), c.Title, c.Kind, sections.NameOf(known, c.Section), c.State, names.GetValueOrDefault(c.Author, ""), words.Moment(c.ChangedAt)))],
                total,
                (int)Math.Max(1, (total + DraftDesk.PageSize - 1) / DraftDesk.PageSize))
            {
                Counts = counts,
                Sections = [.. known.Select(s => new Choice(s.Code, s.Name))],
                MayWrite = reader.Sections.Count > 0,
                MayRegulate = reader.May(Right.ManageLibrary),
            },
        });
    }
}
