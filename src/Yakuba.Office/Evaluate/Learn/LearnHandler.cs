using System.Text.Json.Nodes;
using Yakuba.Office.Library.Wording;
using Yakuba.Platform;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Evaluate.Learn;

/// <summary>Learns from judged questions, measures on those held back, and puts to use only what brings a gain.</summary>
internal sealed class LearnHandler(Database database, JudgedAnswers judged, LearningMeasure measure, LearningStore store, AuditTrail audit, TimeProvider time)
{
    internal const int FewestQuestions = 20;

    internal static readonly Problem TooFew = new(
        "eval-learn-too-few", 409, $"学ぶには、答えの分かっている質問が{FewestQuestions}件以上必要です。回答の画面で「役に立った」を付けるか、質問のファイル（コマンドでは --judgments）を足してください。");

    internal static readonly Problem NothingToUndo = new("eval-learn-nothing-to-undo", 409, "使っている学習がないため、取り消せません。これまでの学習は yakuba learn show で確認してください。");

    internal static readonly Problem NotInUse = new("eval-learn-not-in-use", 409, "使っている学習が、ほかの操作で変わりました。画面を開き直し、いま使っている学習を確認してください。");

    /// <summary>How many judged questions could be learned from now: those whose entry the documents in force have.</summary>
    /// <param name="path">File of judged questions; empty for feedback alone.</param>
    /// <param name="cancel">Stops.</param>
    internal async Task<Result<int>> ReadyAsync(string path, CancellationToken cancel) =>
        (await judged.AllAsync(path, cancel)).TryGet(out var pairs, out var problem) ? (await PlacesAsync(pairs, cancel)).Select(k => k.Question).Distinct().Count() : problem;

    /// <inheritdoc cref="LearnAsync(string, Actor, Func{int, int, Task}, CancellationToken)"/>
    internal Task<Result<(GainReport Gain, long Number)>> LearnAsync(string path, Actor by, CancellationToken cancel) => LearnAsync(path, by, (_, _) => Task.CompletedTask, cancel);

    /// <summary>Learns.</summary>
    /// <param name="path">File of judged questions; empty for feedback alone.</param>
    /// <param name="by">Who.</param>
    /// <param name="tell">Told of questions measured and questions in all.</param>
    /// <param name="cancel">Stops; nothing is changed.</param>
    /// <returns>The gain, and the number under which it is in use; 0 when it brought none and was left.</returns>
    internal async Task<Result<(GainReport Gain, long Number)>> LearnAsync(string path, Actor by, Func<int, int, Task> tell, CancellationToken cancel)
    {
        if (!(await judged.AllAsync(path, cancel)).TryGet(out var pairs, out var problem))
        {
            return problem;
        }

        var known = await PlacesAsync(pairs, cancel);
        if (known.Select(k => k.Question).Distinct().Count() is var questions and < FewestQuestions)
        {
            return TooFew.With($"{questions}件");
        }

        if (!(await measure.OfAsync(known, tell, cancel)).TryGet(out var measured, out problem))
        {
            return problem;
        }

        var gain = GainReport.Of(measured);
        if (!gain.IsGain)
        {
            return (gain, 0);
        }

        await using var work = await database.BeginAsync(cancel);
        if (!(await judged.AllAsync(path, cancel)).TryGet(out var still, out problem))
        {
            return problem;
        }

        // Measuring takes long: what was erased meanwhile does not come back.
        var number = await store.AddAsync(work, by, gain.UsesWays ? [.. pairs.Intersect(still)] : [], gain, cancel);
        await audit.AppendAsync(work, by, EvaluateActions.Learned, Facts(number, gain), cancel);
        await work.CommitAsync(cancel);
        return (gain, number);
    }

    /// <summary>Takes the learning in use back, and goes to the one before it that was not taken back, or to none.</summary>
    /// <param name="number">The learning that is to go out of use; 0 for whichever is in use.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancel">Stops; nothing is changed.</param>
    /// <returns>The number now in use; 0 for none.</returns>
    internal async Task<Result<long>> UndoAsync(long number, Actor by, CancellationToken cancel)
    {
        await using var work = await database.BeginAsync(cancel);
        if ((await LearningStore.ListAsync(work, cancel)).FirstOrDefault(l => l.active == 1) is not { } used)
        {
            return NothingToUndo;
        }

        if (number != 0 && number != used.number)
        {
            return NotInUse;
        }

        var before = await LearningStore.UndoAsync(work, used.number, cancel);
        await audit.AppendAsync(work, by, EvaluateActions.Undone, new JsonObject { ["learning"] = used.number, ["now"] = before }, cancel);
        await work.CommitAsync(cancel);
        return before;
    }

    private async Task<IReadOnlyList<KnownWay>> PlacesAsync(IReadOnlyList<JudgedPair> pairs, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        var known = new List<KnownWay>();
        foreach (var pair in pairs)
        {
            known.AddRange((await Sql.PlacesAsync(read, pair, time.Today(), cancel)).Select(p => new KnownWay(pair.Question, (uint)p.version, (uint)p.ordinal)));
        }

        return known;
    }

    private static JsonObject Facts(long number, GainReport gain)
    {
        var facts = new JsonObject { ["learning"] = number, ["questions"] = gain.Questions, ["ways"] = gain.UsesWays };
        if (gain.Weight is { } weight)
        {
            facts["vector-weight-thousandths"] = (long)Math.Round(weight.After * 1000);
        }

        return facts;
    }

    private sealed record Place(long version, long ordinal);

    private static class Sql
    {
        internal static Task<IReadOnlyList<Place>> PlacesAsync(Session session, JudgedPair pair, DateOnly today, CancellationToken cancel) => session.QueryAsync<Place>(
            "SELECT p.version, p.ordinal FROM passage p JOIN version v ON v.number = p.version "
            + $"WHERE p.question = @EntryQuestion AND p.text = @EntryText AND {InForceToday.Sql}",
            new { pair.EntryQuestion, pair.EntryText, today = today.ToStore() },
            cancel);
    }
}
