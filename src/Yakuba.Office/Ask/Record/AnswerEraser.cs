using Yakuba.Office.Library.Wording;
using Yakuba.Platform.Audit.RemoveTexts;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Ask.Record;

/// <summary>Blanks what asking keeps outside the record: question and answer, the word given with feedback, and what was learned by the question's words.</summary>
internal sealed class AnswerEraser(LearnedWays learned)
{
    internal TextEraser Eraser => new(["answer", "feedback", .. LearnedWays.Tables], RunAsync);

    private async Task RunAsync(UnitOfWork work, TextsToErase texts, CancellationToken cancel)
    {
        const string answers = "SELECT id, question FROM answer WHERE (question <> '' OR body <> '') AND ";
        var rows = new List<Row>();
        foreach (var entry in texts.Entries)
        {
            rows.AddRange(await work.QueryAsync<Row>(answers + "(intent = @entry OR result = @entry)", new { entry }, cancel));
        }

        if (texts.Entries.Count == 0)
        {
            rows.AddRange(await work.QueryAsync<Row>(answers + "intent <= @Through", new { texts.Through }, cancel));
        }

        foreach (var row in rows)
        {
            await work.ExecuteAsync("UPDATE answer SET question = '', body = '' WHERE id = @id", new { row.id }, cancel);
            await work.ExecuteAsync("UPDATE feedback SET note = '' WHERE answer_id = @id", new { row.id }, cancel);
            if (row.question.Length > 0 && await work.CountAsync("SELECT count(*) FROM answer WHERE question = @question", new { row.question }, cancel) == 0) // others may have asked the same
            {
                await learned.ForgetAsync(work, row.question, cancel);
            }
        }
    }

    private sealed record Row(string id, string question);
}
