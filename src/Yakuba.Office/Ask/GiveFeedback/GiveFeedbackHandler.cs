using System.Text.Json.Nodes;
using Yakuba.Office.Ask.Admit;
using Yakuba.Office.Ask.Record;
using Yakuba.Platform;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Ask.GiveFeedback;

/// <summary>Says how good an answer was.</summary>
/// <param name="Answer">Id of the answer.</param>
/// <param name="Verdict"><c>helped</c>, <c>wrong</c> or <c>outdated</c>.</param>
/// <param name="Word">A word beside it; at most 400 UTF-16 code units; may be empty.</param>
public sealed record GiveFeedback(string Answer, string Verdict, string Word);

/// <summary>Keeps feedback for the section in charge. Whoever may open an answer may say what they think of it.</summary>
internal sealed class GiveFeedbackHandler(Database database, AnswerArchive archive, AuditTrail audit, TimeProvider time)
{
    private const int LongestWord = 400;

    /// <summary>Stores it and records that it was given; the word itself stays out of the record.</summary>
    internal async Task<Result<Done>> HandleAsync(GiveFeedback request, Principal reader, Actor by, CancellationToken cancel)
    {
        var word = request.Word.Trim();
        if (request.Verdict is not ("helped" or "wrong" or "outdated") || word.Length > LongestWord || !PlainText.Is(word))
        {
            return AskProblems.Verdict;
        }

        if ((await archive.FindAsync(request.Answer, reader, cancel)).Problem is { } problem)
        {
            return problem;
        }

        await using var work = await database.BeginAsync(cancel);
        var given = await work.ExecuteAsync(
            "INSERT INTO feedback (answer_id, given_at, given_by, kind, note) SELECT @Answer, @at, @by, @Verdict, @word WHERE EXISTS (SELECT 1 FROM answer WHERE id = @Answer AND body <> '') "
            + "ON CONFLICT (answer_id, given_at) DO UPDATE SET kind = excluded.kind, note = excluded.note",
            new { request.Answer, at = time.GetUtcNow().ToStore(), by = by.UserId, request.Verdict, word },
            cancel);
        if (given == 0)
        {
            return AskProblems.NoSuchAnswer; // erased since it was looked up
        }

        await audit.AppendAsync(work, by, AskActions.Feedback, new JsonObject { ["answer"] = request.Answer, ["verdict"] = request.Verdict, ["word"] = word.Length > 0 }, cancel);
        await work.CommitAsync(cancel);
        return Done.Instance;
    }
}
