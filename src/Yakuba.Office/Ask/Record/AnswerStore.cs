using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Yakuba.Ledger;
using Yakuba.Platform;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Ask.Record;

/// <summary>Step 7. Writes intent and result into the record, with the answer beside them.</summary>
public sealed class AnswerStore(Database database, AuditTrail audit, TimeProvider time)
{
    private const int MostVerdicts = 20;

    internal static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Records that an answer is about to be composed.</summary>
    /// <returns>The answer's id.</returns>
    public async Task<string> IntendAsync(string question, Actor by, DateOnly asOf, string composer, CancellationToken cancel)
    {
        var id = Guid.CreateVersion7().ToString("D");
        await using var work = await database.BeginShortAsync(cancel);
        var facts = new JsonObject { ["answer"] = id, ["as_of"] = asOf.ToStore(), ["composer"] = composer, ["channel"] = by.Channel.ToString().ToLowerInvariant() };
        var note = new AuditNote { Facts = facts, Bodies = question.Length == 0 ? new Dictionary<string, string>() : new() { ["question"] = question } };
        var intent = await audit.AppendAsync(work, by, AskActions.Intent, note, cancel);
        await work.ExecuteAsync(
            "INSERT INTO answer (id, asked_at, asked_by, channel, as_of, composer, intent, question) VALUES (@id, @at, @by, @channel, @asOf, @composer, @intent, @question)",
            new { id, at = time.GetUtcNow().ToStore(), by = by.UserId, channel = by.Channel.ToString().ToLowerInvariant(), asOf = asOf.ToStore(), composer, intent, question },
            cancel);
        await work.CommitAsync(cancel);
        return id;
    }

    /// <summary>Records how it ended. After this the answer may leave.</summary>
    /// <returns>The answer with its place in the record; the problem when it was closed meanwhile: an answer ends once, and this one must not leave.</returns>
    public async Task<Result<Answer>> ResultAsync(Answer answer, Actor by, TimeSpan elapsed, CancellationToken cancel)
    {
        await using var work = await database.BeginShortAsync(cancel);
        var index = await audit.AppendAsync(work, by, AskActions.Result, NoteOf(answer), cancel);
        var recorded = answer with { RecordIndex = index };
        var ended = await work.ExecuteAsync(
            "UPDATE answer SET status = @status, composer = @Composer, result = @index, elapsed_ms = @elapsed, body = @body WHERE id = @Id AND status = ''",
            new { answer.Id, status = answer.Status.ToKey(), answer.Composer, index, elapsed = (long)elapsed.TotalMilliseconds, body = JsonSerializer.Serialize(recorded, Json) },
            cancel);
        if (ended == 0)
        {
            return AskProblems.RecordUnavailable.With(answer.Id); // uncommitted: its entry goes too
        }

        await work.CommitAsync(cancel);
        return recorded;
    }

    /// <summary>Closes what a dead process left open.</summary>
    /// <returns>How many answers were closed.</returns>
    public async Task<int> CloseInterruptedAsync(CancellationToken cancel)
    {
        await using var work = await database.BeginAsync(cancel);
        var open = await work.QueryAsync<string>("SELECT id FROM answer WHERE status = ''", cancel: cancel);
        var by = Actor.System(Actor.NewRequestId());
        foreach (var id in open)
        {
            var index = await audit.AppendAsync(work, by, AskActions.Interrupted, new JsonObject { ["answer"] = id }, cancel);
            await work.ExecuteAsync("UPDATE answer SET status = 'interrupted', result = @index WHERE id = @id", new { id, index }, cancel);
        }

        await work.CommitAsync(cancel);
        return open.Count;
    }

    /// <summary>What an entry says of a passage's text.</summary>
    internal static TreeHash HashOf(string passage) => TreeHash.OfContent(System.Text.Encoding.UTF8.GetBytes(passage));

    private static AuditNote NoteOf(Answer answer) => new()
    {
        Facts = new JsonObject
        {
            ["answer"] = answer.Id,
            ["status"] = answer.Status.ToKey(),
            ["composer"] = answer.Composer,
            ["as_of"] = answer.AsOf.ToStore(),
            ["sentences"] = answer.Sentences.Count,
        },
        Passages = [.. answer.Citations.Select(c => new PassageUsed(FormattableString.Invariant($"{c.Version}:{c.Passage}"), HashOf(c.Quote), c.Label))],
        Model = answer.Model is { } model ? new ModelUsed(model.Name) : null,
        Prompt = answer.Model?.Prompt,
        Verdicts =
        [
            .. answer.Model is { Failed: true } failed ? [new Verdict("model", "quoted-instead", failed.Failure)] : Array.Empty<Verdict>(),
            .. answer.WithoutVectors.Length > 0 ? [new Verdict("vectors", "words-only", answer.WithoutVectors)] : Array.Empty<Verdict>(),
            .. answer.Removed.Take(MostVerdicts).Select(r => new Verdict("support", "removed", Short(r.Reason))),
        ],
        Bodies = new Dictionary<string, string> { ["answer"] = string.Join('\n', answer.Sentences.Select(s => s.Text).Prepend(answer.Message)) },
    };

    /// <summary>Reasons quote what was missing; the record keeps their kind, the body keeps the sentence.</summary>
    private static string Short(string reason) => reason.Length <= 200 ? reason : reason[..(char.IsHighSurrogate(reason[199]) ? 199 : 200)];
}
