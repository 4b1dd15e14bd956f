using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Office.Ask.Answering;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.People;
using Yakuba.Platform.Data;
using Yakuba.Platform.Jobs;
using Yakuba.Platform.Models.CheckModel;
using Yakuba.Platform.Models.Endpoint;

namespace Yakuba.Office.Ask.CheckModel;

/// <summary>Asks judged questions one after another and counts how they went.</summary>
internal sealed class Tally
{
    private readonly List<(CheckQuestion Question, Verdict Verdict, Answer? Answer, double Seconds)> _asked = [];

    internal int Asked => _asked.Count;

    /// <summary>Asks one question, as the person it names.</summary>
    internal async Task AskAsync(AskPipeline pipeline, CheckQuestion question, JobRun run, CancellationToken cancel)
    {
        var reader = question.As.Length == 0
            ? Principal.Resident
            : (await run.Services.GetRequiredService<PeopleList>().PrincipalAsync(question.As, Channel.System, cancel)).Match(p => p, _ => Principal.Resident);
        DateOnly? on = DateOnly.TryParseExact(question.On, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        var clock = Stopwatch.StartNew();
        var result = await pipeline.AnswerAsync(new Question(question.Question, on), reader, run.By with { Channel = Channel.System }, _ => Task.CompletedTask, cancel);
        var seconds = clock.Elapsed.TotalSeconds;
        if (!result.TryGet(out var answer, out _))
        {
            _asked.Add((question, Verdict.WronglyRefused, null, seconds));
            return;
        }

        await using var read = await run.Services.GetRequiredService<Database>().ReadAsync(cancel);
        var files = new List<string>();
        foreach (var version in answer.Citations.Select(c => (long)c.Version).Distinct())
        {
            files.Add(await read.SingleOrDefaultAsync<string>("SELECT file_name FROM version WHERE number = @version", new { version }, cancel) ?? "");
        }

        _asked.Add((question, AnswerJudge.Judge(question, answer, files), answer, seconds));
    }

    internal ScoreSheet ToSheet(string name, DateTimeOffset at)
    {
        var uses = _asked.Select(a => a.Answer?.Model).OfType<ModelUse>().ToList();
        var written = uses.Where(u => u is { Tokens: > 1, Seconds: > 0 }).ToList();
        var seconds = _asked.Select(a => a.Seconds).Order().ToList();
        return new ScoreSheet(
            name,
            at,
            _asked.Count,
            Count(Verdict.Right) + Count(Verdict.RightlyRefused),
            Count(Verdict.Wrong),
            Count(Verdict.WronglyRefused),
            _asked.Sum(a => a.Answer?.Removed.Count ?? 0),
            uses.Count(u => !u.KeptForm || u.Failure == ModelFailure.Malformed.ToKey()),
            At(seconds, 0.5),
            written.Count == 0 ? 0 : written.Sum(u => u.Tokens) / written.Sum(u => u.Seconds))
        {
            RefusedRightly = Count(Verdict.RightlyRefused),
            Failed = uses.Count(u => u.Failed),
            P95Seconds = At(seconds, 0.95),
            WrongIds = [.. _asked.Where(a => a.Verdict == Verdict.Wrong).Select(a => a.Question.Id)],
        };
    }

    private int Count(Verdict verdict) => _asked.Count(a => a.Verdict == verdict);

    private static double At(List<double> sorted, double share) => sorted.Count == 0 ? 0 : sorted[(int)Math.Ceiling(share * sorted.Count) - 1];
}
