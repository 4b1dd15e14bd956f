using Yakuba.Office.Library.Catalogue;
using Yakuba.Office.Library.Review;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.People;
using Yakuba.Platform.Accounts.Sections;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Ask.HandOver;

/// <summary>What is asked of a handover.</summary>
/// <param name="Section">Name or code of one of the reader's sections.</param>
/// <param name="From">First day, Japan time.</param>
/// <param name="To">Last day; at most three years after the first.</param>
public sealed record HandoverRequest(string Section, DateOnly From, DateOnly To);

/// <summary>Makes handovers.</summary>
internal sealed class HandoverReports(Database database, LibraryCatalogue catalogue, ReviewLists reviews, SectionList sections, PeopleList people)
{
    private const int MostDays = 1_100;

    /// <summary>The handover of a section, as its reader may see it at this moment.</summary>
    internal async Task<Result<HandoverReport>> MakeAsync(HandoverRequest request, Principal reader, CancellationToken cancel)
    {
        if (request.From.Year < 1900 || request.To.Year > 9998 || request.To < request.From || request.To.DayNumber - request.From.DayNumber > MostDays)
        {
            return HandoverProblems.Days;
        }

        var cards = (await catalogue.AllAsync(reader, cancel)).ToDictionary(c => c.Number);
        await using var read = await database.ReadAsync(cancel);
        var all = await sections.ListAsync(read, cancel);
        if (!sections.Find(all, request.Section).TryGet(out var section, out var problem))
        {
            return problem;
        }

        if (!reader.Sections.Contains(section.Code))
        {
            return HandoverProblems.NotYourSection.With(section.Name);
        }

        var family = all.Where(s => sections.Now(all, s).Code == section.Code).Select(s => s.Code).ToHashSet();
        var members = (await people.ListAsync(read, cancel)).Where(p => p.Sections.Any(family.Contains)).Select(p => p.Id).ToHashSet();
        var tally = new HandoverTally(family, members, version => cards.GetValueOrDefault(version), reader.UserId);
        await foreach (var row in HandoverRows.OfAsync(read, request.From, request.To, cancel))
        {
            tally.Add(row);
        }

        var tasks = await reviews.OfAsync(reader, section.Code, cancel);
        return tally.Into(new HandoverReport(section.Code, section.Name, request.From, request.To)
        {
            Tasks = [.. tasks.Lines.Select(l => new HandoverTask(Kind(l.Kind), l.Card.Number, l.Card.Title, l.Day))],
        });
    }

    private static string Kind(ReviewKind kind) => kind switch
    {
        ReviewKind.Overdue => "見直しの期限超過",
        ReviewKind.Expiring => "有効期限が近い",
        ReviewKind.Waiting => "確認待ちの下書き",
        _ => "30日以内に見直し",
    };
}
