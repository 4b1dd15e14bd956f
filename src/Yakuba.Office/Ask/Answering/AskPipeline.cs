using System.Diagnostics;
using Yakuba.Office.Ask.Admit;
using Yakuba.Office.Ask.Compose;
using Yakuba.Office.Ask.Gate;
using Yakuba.Office.Ask.Record;
using Yakuba.Office.Ask.Retrieve;
using Yakuba.Office.Ask.Understand;
using Yakuba.Office.Ask.Verify;
using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Platform.Telemetry;

namespace Yakuba.Office.Ask.Answering;

/// <summary>The way from a question to an answer: seven steps, in this order, each its own class.</summary>
public sealed class AskPipeline(
    Admission admission,
    Understanding understanding,
    Retrieval retrieval,
    EvidenceGate gate,
    ComposerChoice composers,
    Verification verification,
    WhereToTurn turn,
    StillReadable still,
    AnswerStore store)
{
    /// <summary>Answers a question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="reader">Who asks: decides what may be found.</param>
    /// <param name="by">The same person as the record names them.</param>
    /// <param name="tell">Told of each step and each verified sentence.</param>
    /// <param name="cancel">Set when the asker goes away. What was begun is still recorded.</param>
    /// <returns>The recorded answer; a problem when the question itself must be mended, or nothing could be recorded.</returns>
    public async Task<Result<Answer>> AnswerAsync(Question question, Principal reader, Actor by, Func<AnswerProgress, Task> tell, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        var end = "gone"; // the asker went away, or a bug
        using var span = Measures.Question();
        try
        {
            var result = await StepsAsync(question, reader, by, tell, clock, cancel);
            end = result.TryGet(out var answer, out _) ? answer.Status.ToKey() : "refused";
            return result;
        }
        finally
        {
            Measures.Asked(end, by.Channel.ToString().ToLowerInvariant(), clock.Elapsed);
        }
    }

    private async Task<Result<Answer>> StepsAsync(Question question, Principal reader, Actor by, Func<AnswerProgress, Task> tell, Stopwatch clock, CancellationToken cancel)
    {
        if (!(await TimedAsync("admit", () => admission.CheckAsync(question, reader, by.Channel, cancel))).TryGet(out var admitted, out var problem))
        {
            return problem;
        }

        try
        {
            var understood = Understand(admitted.Question);
            if (admitted.Stop is { } blocked)
            {
                return await EndAsync(understood, blocked, by, clock, CancellationToken.None);
            }

            await tell(new StepBegan("文書を探しています"));
            var found = await TimedAsync("retrieve", () => retrieval.FindAsync(understood, cancel));
            var gated = await TimedAsync("gate", () => gate.DecideAsync(found, cancel));
            if (gated.Stop is { } stop)
            {
                return await EndAsync(understood, stop, by, clock, CancellationToken.None, gated);
            }

            return await ComposeAsync(gated, by, tell, clock, cancel);
        }
        catch (Exception e) when (StorageProblems.From(e) is not null)
        {
            return AskProblems.RecordUnavailable.With(StorageProblems.From(e)!.Name);
        }
    }

    private Understood Understand(Admitted question)
    {
        using var timed = Measures.Stepping("understand");
        return understanding.Read(question);
    }

    private Verified Verify(DraftSentence draft, Gated gated)
    {
        using var timed = Measures.Stepping("verify");
        return verification.Check(draft, gated);
    }

    private static async Task<T> TimedAsync<T>(string step, Func<Task<T>> act)
    {
        using var timed = Measures.Stepping(step);
        return await act();
    }

    private async Task<Result<Answer>> ComposeAsync(Gated gated, Actor by, Func<AnswerProgress, Task> tell, Stopwatch clock, CancellationToken cancel)
    {
        var understood = gated.Retrieved.Understood;
        var composer = await composers.ChooseAsync(gated, cancel);
        var id = await TimedAsync("record", () => store.IntendAsync(understood.Question.Text, by, understood.AsOf, composer.Name, cancel));
        await tell(new StepBegan("根拠を確かめています"));
        var said = new Said(gated, []);
        var steps = await turn.NameAsync(NextSteps.To(gated.Evidence), CancellationToken.None);
        try
        {
            var isWhole = await TimedAsync("compose", () => SayAsync(composer, said, gated, tell, cancel));
            if (isWhole && composers.Instead(composer, said.Sentences.Count) is { } instead)
            {
                await tell(new BegunAnew(instead.Model?.Remark ?? ""));
                (composer, said) = (instead, new Said(gated, said.Removed));
                isWhole = await TimedAsync("compose", () => SayAsync(composer, said, gated, tell, cancel));
            }

            if (!isWhole || !await MayLeaveAsync(said, gated, cancel))
            {
                return await store.ResultAsync(Unfinished(id, understood, [], composer.Name, StillReadable.Changed.Message), by, clock.Elapsed, CancellationToken.None);
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The asker has gone. What was begun is closed in the record; nobody is left to show it to.
            await store.ResultAsync(Unfinished(id, understood, steps, composer.Name, "回答の途中で接続が切れました。もう一度質問してください。"), by, clock.Elapsed, CancellationToken.None);
            throw;
        }

        var answer = new Answer(
            id, said.Status, said.Message + composer.Model?.Remark, said.Sentences, said.Citations, said.Removed, steps, understood.AsOf, composer.Name, -1, gated.Confidence)
        {
            Model = composer.Model,
            Mentions = Mentioned(said, gated),
            WithoutVectors = gated.Retrieved.WithoutVectors,
        };
        return await TimedAsync("record", () => store.ResultAsync(answer, by, clock.Elapsed, CancellationToken.None));
    }

    /// <returns>False when what was to be said may not be read any more: nothing further is said.</returns>
    private async Task<bool> SayAsync(IComposer composer, Said said, Gated gated, Func<AnswerProgress, Task> tell, CancellationToken cancel)
    {
        await foreach (var draft in composer.ComposeAsync(gated, cancel))
        {
            if (said.Take(Verify(draft, gated)) is { } sentence)
            {
                if (!await MayLeaveAsync(said, gated, cancel))
                {
                    return false;
                }

                await tell(new SentenceVerified(sentence, said.Citations));
            }
        }

        return true;
    }

    private Task<bool> MayLeaveAsync(Said said, Gated gated, CancellationToken cancel) =>
        still.AllAsync(gated.Retrieved.Understood.Question.Reader, said.Citations.Select(c => c.Version).Concat(Mentioned(said, gated)), cancel);

    // What was taken out was composed from any of the evidence.
    private static IReadOnlyList<uint> Mentioned(Said said, Gated gated) =>
        said.Removed.Count == 0 ? [] : [.. gated.Evidence.Select(p => p.Version.Number).Distinct()];

    private static Answer Unfinished(string id, Understood understood, IReadOnlyList<NextStep> steps, string composer, string message) => new(
        id, AnswerStatus.Unavailable, message, [], [], [], steps, understood.AsOf, composer, -1, 0);

    private async Task<Result<Answer>> EndAsync(Understood understood, Stop stop, Actor by, Stopwatch clock, CancellationToken cancel, Gated? gated = null)
    {
        if (gated is not null && !await still.AllAsync(understood.Question.Reader, gated.Evidence.Take(1).Select(p => p.Version.Number).Concat(stop.Mentions), cancel))
        {
            (stop, gated) = (StillReadable.Changed, null);
        }

        // A question that may not be processed is not kept either: it may hold what made it so.
        var kept = stop.Status == AnswerStatus.Blocked ? "" : understood.Question.Text;
        var id = await store.IntendAsync(kept, by, understood.AsOf, Answer.Extractive, cancel);
        var pointed = gated?.Evidence.Take(1).Select(p => Citation.Of(1, p)).ToList() ?? [];
        var answer = new Answer(
            id, stop.Status, stop.Message, [], pointed, [], await turn.NameAsync(stop.NextSteps, cancel), understood.AsOf, Answer.Extractive, -1, gated?.Confidence ?? 0)
        {
            Near = stop.Near,
            Mentions = stop.Mentions,
            WithoutVectors = gated?.Retrieved.WithoutVectors ?? "",
        };
        return await TimedAsync("record", () => store.ResultAsync(answer, by, clock.Elapsed, cancel));
    }
}
