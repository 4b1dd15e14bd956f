using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Yakuba.Office.Draft.Store;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.People;
using Yakuba.Platform.Accounts.Requests;
using Yakuba.Platform.Accounts.Sections;
using Yakuba.Platform.Data;
using Yakuba.Platform.Web.Language;

namespace Yakuba.Office.Draft.Approve;

/// <summary>What waits for a person's decision, as a page.</summary>
internal static class WaitingPages
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/drafts/waiting", ShowAsync).Require(Right.WriteDrafts).ExcludeFromDescription();

    private static async Task<IResult> ShowAsync(WaitingList waiting, SectionList sections, PeopleList people, Database database, Principal reader, Words words, TimeProvider time, CancellationToken cancel)
    {
        var drafts = await waiting.OfAsync(reader, cancel);
        await using var read = await database.ReadAsync(cancel);
        var (known, names) = (await sections.ListAsync(read, cancel), await people.NamesAsync(read, cancel));
        return new RazorComponentResult<WaitingPage>(new
        {
            Lines = (IReadOnlyList<WaitingLine>)[.. drafts.Select(w => new WaitingLine(
                DraftRows.Key(w.Card.Id),
                w.Card.Title,
                w.Card.Kind,
                sections.NameOf(known, w.Card.Section),
                names.GetValueOrDefault(w.Card.Author, ""),
                w.Post,
                names.GetValueOrDefault(w.InSteadOf, ""),
                words.Day(w.Due, ""),
                w.Due < time.Today()))],
        });
    }
}

/// <summary>One line of the page.</summary>
/// <param name="Id">The draft's id.</param>
/// <param name="Title">Its subject.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Section">Name of its section.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Post">As what one is asked.</param>
/// <param name="InSteadOf">In whose stead; empty for the own.</param>
/// <param name="Due">By when, for people; may be empty.</param>
/// <param name="IsLate">True when that day has passed.</param>
public sealed record WaitingLine(string Id, string Title, string Kind, string Section, string Author, string Post, string InSteadOf, string Due, bool IsLate);
