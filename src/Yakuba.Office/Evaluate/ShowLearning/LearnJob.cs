using System.Diagnostics;
using System.Text.Json;
using Yakuba.Office.Evaluate.Learn;
using Yakuba.Office.Library.AddDocuments;
using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Platform.Jobs;

namespace Yakuba.Office.Evaluate.ShowLearning;

/// <summary>Learning from feedback, and from a file where one was given, as a job: it measures each judged question, which takes as long as searching for it twice.</summary>
internal sealed class LearnJob(Database database, JobQueue jobs, LearnHandler learn)
{
    internal const string Kind = "search-learning";

    private static readonly Problem Runs = new("eval-learn-runs", 409, "いま学習しています。終わるまでお待ちください。");
    private static readonly TimeSpan BetweenReports = TimeSpan.FromMilliseconds(500);

    /// <summary>Asks for it.</summary>
    /// <param name="path">A file of judged questions in a folder of its own under <see cref="UploadStaging"/>, which the job removes; empty for none.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancel">Stops; nothing is asked for.</param>
    /// <returns>The job's id; a problem while one runs, or when there are too few questions.</returns>
    internal async Task<Result<string>> StartAsync(string path, Actor by, CancellationToken cancel)
    {
        if (await NewestAsync(cancel) is { IsOver: false })
        {
            return Runs;
        }

        if (!(await learn.ReadyAsync(path, cancel)).TryGet(out var ready, out var problem))
        {
            return problem;
        }

        if (ready < LearnHandler.FewestQuestions)
        {
            return LearnHandler.TooFew.With($"{ready}件");
        }

        await using var work = await database.BeginAsync(cancel);
        var job = await jobs.EnqueueAsync(work, Kind, path, by, cancel);
        await work.CommitAsync(cancel);
        return job;
    }

    /// <summary>Does it.</summary>
    internal async Task<Result<string>> RunAsync(JobRun run, CancellationToken cancel)
    {
        var since = Stopwatch.StartNew();
        var path = JsonSerializer.Deserialize<string>(run.Input)!;
        var learned = await learn.LearnAsync(path, run.By, TellAsync, cancel);
        if (path.Length > 0)
        {
            UploadStaging.Drop(Path.GetDirectoryName(path)!); // after a stop it is still there for the next attempt
        }

        return learned.Match<Result<string>>(
            done => JsonSerializer.Serialize(new LearnOutcome(done.Gain.Questions, done.Gain.Without, done.Gain.With, done.Gain.Chance, done.Number)), problem => problem);

        async Task TellAsync(int done, int all)
        {
            if (done == 1 || done == all || since.Elapsed > BetweenReports)
            {
                since.Restart();
                await run.ReportAsync(new JobProgress(done, all, "質問"));
            }
        }
    }

    /// <summary>The latest run; null when there was none of late.</summary>
    internal async Task<JobStatus?> NewestAsync(CancellationToken cancel) => (await jobs.ListAsync(200, cancel)).FirstOrDefault(j => j.Kind == Kind);
}

/// <summary>What a run brought.</summary>
/// <param name="Questions">Judged questions.</param>
/// <param name="Without">nDCG@10 on questions held back, without it.</param>
/// <param name="With">The same with it.</param>
/// <param name="Chance">How often chance alone brings as much, 0 to 1.</param>
/// <param name="Number">Number of the learning now in use; 0 when it brought no gain beyond chance and was left.</param>
internal sealed record LearnOutcome(int Questions, double Without, double With, double Chance, long Number);
