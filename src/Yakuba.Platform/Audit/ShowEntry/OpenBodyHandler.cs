using System.Text.Json.Nodes;
using Yakuba.Platform.Data;

namespace Yakuba.Platform.Audit.ShowEntry;

/// <summary>Opens the text that an entry vouches for. That it was opened, by whom and why, is an entry itself, written first.</summary>
public sealed class OpenBodyHandler(Database database, AuditTrail audit)
{
    /// <summary>Opens question and answer of an entry.</summary>
    /// <param name="index">The entry.</param>
    /// <param name="reason">Why; 1 to 400 UTF-16 code units after trimming.</param>
    /// <param name="by">Who opens it.</param>
    /// <param name="cancel">Stops before the entry is written.</param>
    public async Task<Result<(string Question, string Answer)>> OpenAsync(long index, string? reason, Actor by, CancellationToken cancel)
    {
        var trimmed = reason?.Trim() ?? "";
        if (trimmed.Length is 0 or > 400)
        {
            return AuditProblems.ReasonLength;
        }

        await using (var work = await database.BeginAsync(cancel))
        {
            if (await work.CountAsync("SELECT count(*) FROM audit_body WHERE idx = @index", new { index }, cancel) == 0)
            {
                return AuditProblems.NoSuchEntry;
            }

            await audit.AppendAsync(work, by, RecordActions.BodyOpened, new JsonObject { ["entry"] = index, ["reason"] = trimmed }, cancel);
            await work.CommitAsync(cancel);
        }

        await using var read = await database.ReadAsync(cancel);
        var (question, answer) = ("", "");
        foreach (var (entry, _) in await AnswerEntries.OfAsync(read, index, cancel)) // the question lies beside the one, the answer beside the other
        {
            question += await AuditBodies.OpenAsync(read, entry, "question", cancel);
            answer += await AuditBodies.OpenAsync(read, entry, "answer", cancel);
        }

        return (question, answer);
    }
}
