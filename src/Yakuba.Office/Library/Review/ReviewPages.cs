using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Yakuba.Office.Library.Catalogue;
using Yakuba.Office.Library.ListDocuments;
using Yakuba.Office.Library.Rights;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.People;
using Yakuba.Platform.Accounts.Requests;
using Yakuba.Platform.Accounts.Sections;
using Yakuba.Platform.Data;
using Yakuba.Platform.Web.Language;
using Yakuba.Platform.Web.Parts;

namespace Yakuba.Office.Library.Review;

/// <summary>The list of things to do as a page.</summary>
internal static class ReviewPages
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/library/review", ShowAsync).Require(Right.ReadLibrary).ExcludeFromDescription();

    private static async Task<IResult> ShowAsync(
        HttpRequest request,
        ReviewLists lists,
        LibraryCatalogue catalogue,
        SectionList sections,
        PeopleList people,
        Database database,
        Principal reader,
        Words words,
        TimeProvider time,
        CancellationToken cancel)
    {
        var section = request.Query["section"].ToString();
        var list = await lists.OfAsync(reader, section, cancel);
        await using var read = await database.ReadAsync(cancel);
        var rows = new Rows((await sections.ListAsync(read, cancel)).ToDictionary(s => s.Code, s => s.Name), await people.NamesAsync(read, cancel), time.Today(), words);
        return new RazorComponentResult<ReviewPage>(new
        {
            Model = new ReviewPageModel(
                [
                    Group(ReviewKind.Overdue, "overdue", words["見直しの期限を過ぎた文書", "Overdue"], words["見直しの日", "Due"]),
                    Group(ReviewKind.Expiring, "expiring", words["有効期限が近い文書", "Expiring soon"], words["有効期限", "Last day"]),
                    Group(ReviewKind.Waiting, "waiting", words["確認を待っている下書き", "Drafts to confirm"], words["登録日", "Filed"]),
                    Group(ReviewKind.DueSoon, "due", words["30日以内に見直す文書", "Due in 30 days"], words["見直しの日", "Due"]),
                ],
                await RecentAsync(read, catalogue, reader, section, rows, time, cancel),
                section,
                [.. reader.Sections.Order(StringComparer.Ordinal).Select(code => new Choice(code, rows.Section(code)))])
            {
                Next = list.Next?.ToStore() ?? "",
                MayReview = list.Lines.Any(l => l.MayReview),
                Done = BulkOutcome.Said(request.Query, words),
                Problem = BulkOutcome.Refused(request.Query),
            },
        });

        ReviewGroup Group(ReviewKind kind, string id, string title, string day) => new(
            id,
            title,
            day,
            [.. list.Lines.Where(l => l.Kind == kind).Select(l => rows.Of(l.Card, l.Day, l.MayReview))],
            kind == ReviewKind.Waiting ? "confirm" : "review",
            kind == ReviewKind.Waiting ? words["確認済みにする", "Confirm"] : words["見直した", "Reviewed"]);
    }

    private static async Task<IReadOnlyList<ReviewRow>> RecentAsync(
        ReadSession read, LibraryCatalogue catalogue, Principal reader, string section, Rows rows, TimeProvider time, CancellationToken cancel)
    {
        var card = await catalogue.AsSeenByAsync(read, reader, cancel);
        return
        [
            .. from review in await RecentReview.SinceAsync(read, time.GetUtcNow().AddDays(-ReviewLists.Ahead), cancel)
               let seen = card(review.Version)
               where seen is not null && ReviewLists.IsTheirs(reader, seen.Rights) && (section.Length == 0 || seen.Rights.Section == section)
               select rows.Of(seen, review.Next, reader.MayConfirm(seen.Rights)),
        ];
    }

    private sealed record Rows(IReadOnlyDictionary<string, string> Sections, IReadOnlyDictionary<string, string> People, DateOnly Today, Words Words)
    {
        internal string Section(string code) => Sections.GetValueOrDefault(code, code);

        internal ReviewRow Of(VersionCard card, DateOnly day, bool mayAct) => new(
            card.Number.ToString(CultureInfo.InvariantCulture),
            card.Title,
            card.KindWord,
            card.Ordinal,
            Section(card.Rights.Section),
            card.Rights.State,
            card.Rights.On(Today),
            Words.Day(day),
            card.Confirmed is { } confirmed ? Words.Moment(confirmed.At) : "",
            card.Confirmed is { } by ? People.GetValueOrDefault(by.By, "") : "",
            mayAct);
    }
}
