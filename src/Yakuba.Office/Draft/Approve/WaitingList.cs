using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Office.Draft.Store;
using Yakuba.Platform;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Draft.Approve;

/// <summary>What waits for a person's decision.</summary>
public sealed class WaitingList(Database database)
{
    /// <summary>The drafts whose turn it is with this person or one they stand in for, soonest day first.</summary>
    public async Task<IReadOnlyList<WaitingDraft>> OfAsync(Principal reader, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        var rows = await read.QueryAsync<Row>(
            "SELECT s.draft, s.post, s.person, s.due_on FROM draft_step s JOIN draft d ON d.id = s.draft AND d.round = s.round "
            + "WHERE s.state = 'waiting' AND d.state = 'circulating' AND (s.person = @me OR s.deputy = @me) "
            + "AND s.place = (SELECT MIN(o.place) FROM draft_step o WHERE o.draft = s.draft AND o.round = s.round AND o.state = 'waiting')",
            new { me = reader.UserId },
            cancel);
        var waiting = new List<WaitingDraft>();
        foreach (var of in rows.GroupBy(r => r.draft))
        {
            var row = of.FirstOrDefault(r => r.person == reader.UserId) ?? of.First();
            if (await DraftRows.FindAsync(read, Guid.Parse(row.draft), cancel) is { } card && card.MayBeReadBy(reader))
            {
                waiting.Add(new WaitingDraft(card, row.post, row.person == reader.UserId ? "" : row.person, row.due_on.Length == 0 ? null : JapanTime.DateFromStore(row.due_on)));
            }
        }

        return [.. waiting.OrderBy(w => w.Due ?? DateOnly.MaxValue).ThenBy(w => w.Card.ChangedAt)];
    }

    /// <summary>How many wait for the person of a request: the number in the navigation.</summary>
    internal static async Task<int> CountAsync(HttpContext http) =>
        (await http.RequestServices.GetRequiredService<WaitingList>().OfAsync(http.RequestServices.GetRequiredService<Principal>(), http.RequestAborted)).Count;

    private sealed record Row(string draft, string post, string person, string due_on);
}

/// <summary>One draft that waits for a person.</summary>
/// <param name="Card">The draft.</param>
/// <param name="Post">As what the person is asked.</param>
/// <param name="InSteadOf">Id of the account in whose stead it would be; empty for the own.</param>
/// <param name="Due">By when; null for no day.</param>
public sealed record WaitingDraft(DraftCard Card, string Post, string InSteadOf, DateOnly? Due);
