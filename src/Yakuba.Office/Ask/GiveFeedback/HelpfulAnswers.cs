using System.Text.Json;
using Yakuba.Office.Ask.Record;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Ask.GiveFeedback;

/// <summary>A question with a passage that staff said had helped.</summary>
/// <param name="Question">As it was asked.</param>
/// <param name="EntryQuestion">The question of the FAQ entry that was cited, or empty.</param>
/// <param name="EntryText">The cited passage's words.</param>
public readonly record struct HelpfulAnswer(string Question, string EntryQuestion, string EntryText);

/// <summary>What can be learned from feedback. Only staff's counts: a resident could otherwise steer what others find.</summary>
public sealed class HelpfulAnswers(Database database)
{
    /// <summary>Every question with each passage cited, where staff said 役に立った and nobody 違う or 古い.</summary>
    public async Task<IReadOnlyList<HelpfulAnswer>> AllAsync(CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        var rows = await read.QueryAsync<Row>(
            "SELECT a.question, a.body FROM answer a WHERE a.question <> '' AND a.body <> '' "
            + "AND EXISTS (SELECT 1 FROM feedback f WHERE f.answer_id = a.id AND f.kind = 'helped' AND f.given_by <> '') "
            + "AND NOT EXISTS (SELECT 1 FROM feedback f WHERE f.answer_id = a.id AND f.kind <> 'helped') ORDER BY a.id",
            cancel: cancel);
        return [.. from row in rows
                   from citation in JsonSerializer.Deserialize<Answer>(row.body, AnswerStore.Json)!.Citations
                   select new HelpfulAnswer(row.question, citation.Question, citation.Quote)];
    }

    private sealed record Row(string question, string body);
}
