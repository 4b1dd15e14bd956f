using Yakuba.Office.Library.Wording;
using Yakuba.Platform.Audit.RemoveTexts;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Ask.Record;

/// <summary>Blanks what asking keeps outside the record: question and answer, the word given with feedback, and what was learned by the question's words.</summary>
internal static class AnswerEraser
{
    internal static TextEraser Eraser { get; } = new(["answer", "feedback", .. LearnedWays.Tables], RunAsync);

    private static async Task RunAsync(UnitOfWork work, TextsToErase texts, CancellationToken cancel)
    {
        if (texts.Entries.Count == 0)
        {
            await EraseAsync(work, "(intent <= @last)", texts.Through, cancel);
        }

        foreach (var entry in texts.Entries)
        {
            await EraseAsync(work, "(intent = @last OR result = @last)", entry, cancel);
        }
    }

    /// <summary>Whole sets at a time: a disposal takes a year's answers, while everybody else waits to write.</summary>
    private static async Task EraseAsync(UnitOfWork work, string which, long last, CancellationToken cancel)
    {
        await LearnedWays.ForgetAsync(work, which, last, cancel);
        await work.ExecuteAsync($"UPDATE feedback SET note = '' WHERE note <> '' AND answer_id IN (SELECT id FROM answer WHERE {which})", new { last }, cancel);
        await work.ExecuteAsync($"UPDATE answer SET question = '', body = '' WHERE (question <> '' OR body <> '') AND {which}", new { last }, cancel);
    }
}
