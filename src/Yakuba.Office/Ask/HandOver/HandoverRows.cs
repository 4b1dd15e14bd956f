using System.Runtime.CompilerServices;
using System.Text.Json;
using Yakuba.Office.Ask.Record;
using Yakuba.Platform;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Ask.HandOver;

/// <summary>One answer of a period.</summary>
/// <param name="AskedAt">When.</param>
/// <param name="AskedBy">Id of the account; empty for a resident.</param>
/// <param name="Channel">Key of the door.</param>
/// <param name="Question">The question.</param>
/// <param name="Answer">What was answered.</param>
/// <param name="Judged"><c>wrong</c> or <c>outdated</c> when somebody said so last; else empty.</param>
internal sealed record HandoverRow(DateTimeOffset AskedAt, string AskedBy, string Channel, string Question, Answer Answer, string Judged);

/// <summary>Answers of a period, a page at a time: a year's answers do not fit into memory at once.</summary>
internal static class HandoverRows
{
    private const int PageSize = 500;

    internal static async IAsyncEnumerable<HandoverRow> OfAsync(Session session, DateOnly from, DateOnly to, [EnumeratorCancellation] CancellationToken cancel)
    {
        var (after, until) = (Start(from), Start(to.AddDays(1)));
        var id = "";
        while (true)
        {
            var rows = await session.QueryAsync<Row>(
                "SELECT a.id, a.asked_at, a.asked_by, a.channel, a.question, a.body, "
                + "coalesce((SELECT f.kind FROM feedback f WHERE f.answer_id = a.id ORDER BY f.given_at DESC LIMIT 1), '') AS judged FROM answer a "
                + "WHERE a.body <> '' AND a.asked_at < @until AND (a.asked_at > @after OR (a.asked_at = @after AND a.id > @id)) ORDER BY a.asked_at, a.id LIMIT @size",
                new { after, until, id, size = (long)PageSize },
                cancel);
            foreach (var row in rows)
            {
                yield return new HandoverRow(
                    JapanTime.TimeFromStore(row.asked_at), row.asked_by, row.channel, row.question, JsonSerializer.Deserialize<Answer>(row.body, AnswerStore.Json)!,
                    row.judged is "wrong" or "outdated" ? row.judged : "");
            }

            if (rows.Count < PageSize)
            {
                yield break;
            }

            (after, id) = (rows[^1].asked_at, rows[^1].id);
        }
    }

    private static string Start(DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), JapanTime.Offset).ToStore();

    private sealed record Row(string id, string asked_at, string asked_by, string channel, string question, string body, string judged);
}
