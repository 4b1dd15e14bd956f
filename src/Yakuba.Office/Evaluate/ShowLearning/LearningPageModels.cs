using System.Globalization;
using System.Text.Json;
using Yakuba.Office.Evaluate.Learn;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.People;
using Yakuba.Platform.Data;
using Yakuba.Platform.Jobs;
using Yakuba.Platform.Web.Language;

namespace Yakuba.Office.Evaluate.ShowLearning;

/// <summary>Gathers what the page of learning shows.</summary>
internal sealed class LearningPageModels(Database database, LearnHandler learn, LearnJob job, PeopleList people, TimeProvider time)
{
    internal async Task<LearningPageModel> MakeAsync(Words words, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        var names = await people.NamesAsync(read, cancel);
        var stored = await LearningStore.ListAsync(read, cancel);
        var all = stored.Select(l => Line(l, names, words)).ToList();
        var used = stored.FirstOrDefault(l => l.active == 1);
        var run = await job.NewestAsync(cancel);
        return new LearningPageModel(all, (await learn.ReadyAsync("", cancel)).Value, LearnHandler.FewestQuestions)
        {
            Parts = used is null ? [] : await PartsAsync(read, used, words, time.Today(), cancel),
            RunDone = run is { IsOver: false } ? run.Done : null,
            RunAll = run?.All ?? 0,
            Left = Left(run),
            Failure = run is { State: "failed" } ? run.Problem : "",
        };
    }

    // A further part that a learning holds is a further row here.
    private static async Task<IReadOnlyList<LearnedPart>> PartsAsync(ReadSession read, Learning learning, Words words, DateOnly today, CancellationToken cancel)
    {
        var ways = await Sql.WaysAsync(read, learning.number, cancel);
        var live = await Sql.LiveWaysAsync(read, learning.number, today, cancel);
        return
        [
            new(
                words["質問の言い回し", "Ways of asking"],
                words[
                    string.Create(CultureInfo.InvariantCulture, $"{ways:N0}組（うち、いまの文書にあるもの {live:N0}組）"),
                    string.Create(CultureInfo.InvariantCulture, $"{ways:N0} ({live:N0} of them in the documents of today)")],
                words["似た質問が来たとき、役に立った箇所を上位に出します。", "Places that answered like questions come first."]),
            .. learning.vector_weight < 0 ? Array.Empty<LearnedPart>() :
            [
                new LearnedPart(
                    words["ベクトルの重み", "Weight of vectors"],
                    LearnCommand.Weight(learning.vector_weight / 1000.0),
                    words["言葉の点数を1として足します。埋込みモデルを変えると使いません。", "Added to words, which count 1. Another embedding model leaves it unused."]),
            ],
        ];
    }

    private static LearningLine Line(Learning l, IReadOnlyDictionary<string, string> names, Words words) => new(
        l.number,
        JapanTime.TimeFromStore(l.made_at),
        names.GetValueOrDefault(l.made_by) ?? words["サーバ操作者", "Operator of the server"],
        l.questions,
        l.score_without / 10_000.0,
        l.score_with / 10_000.0,
        l.chance < 0 ? null : l.chance / 10_000.0,
        l.active == 1,
        l.undone == 1);

    private static LearningLine? Left(JobStatus? run) =>
        run is { State: "done" } && JsonSerializer.Deserialize<LearnOutcome>(run.Output) is { Number: 0 } outcome
            ? new(0, JapanTime.TimeFromStore(run.EndedAt), "", outcome.Questions, outcome.Without, outcome.With, outcome.Chance, false, false)
            : null;
}

file static class Sql
{
    internal static Task<long> WaysAsync(Session session, long learning, CancellationToken cancel) =>
        session.CountAsync("SELECT count(*) FROM known_way WHERE learning = @learning", new { learning }, cancel);

    internal static Task<long> LiveWaysAsync(Session session, long learning, DateOnly today, CancellationToken cancel) => session.CountAsync(
        "SELECT count(*) FROM known_way w WHERE w.learning = @learning AND EXISTS (SELECT 1 FROM passage p JOIN version v ON v.number = p.version "
        + $"WHERE p.question = w.entry_question AND p.text = w.entry_text AND {InForceToday.Sql})",
        new { learning, today = today.ToStore() },
        cancel);
}
