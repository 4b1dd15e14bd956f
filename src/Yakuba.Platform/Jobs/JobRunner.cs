using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Yakuba.Platform.Data;
using Yakuba.Platform.Telemetry;

namespace Yakuba.Platform.Jobs;

/// <summary>Runs jobs, one at a time, as long as the server runs; a command may run its own job in place.</summary>
public sealed partial class JobRunner(JobQueue queue, IEnumerable<JobKind> kinds, IServiceProvider services, TimeProvider time, ILogger<JobRunner> log) : BackgroundService
{
    private const int MostAttempts = 3;

    private static readonly Problem Failed = new("job-failed", 500, "処理の途中で予期しない誤りが起きました。記録（ログ）を確認し、もう一度行ってください。");
    private static readonly Problem Unknown = new("job-unknown-kind", 500, "この版のyakubaが知らない処理です。処理を依頼した版と同じ版で行ってください。");

    private readonly Dictionary<string, JobKind> _kinds = kinds.ToDictionary(k => k.Name);
    private readonly string _owner = Guid.CreateVersion7().ToString("N");

    // A command that a server runs for its caller would else run its job beside the server's own: two imports would take each other's unfinished files for a dead one's.
    private readonly SemaphoreSlim _one = new(1, 1);

    private readonly SpentMemory _spent = new(time);

    /// <summary>Runs one job in this process as soon as no other runs, and returns how it stands once it is over or held.</summary>
    /// <param name="id">The job.</param>
    /// <param name="progress">Told of each step.</param>
    /// <param name="cancel">Lets the job go; it can be taken up again.</param>
    public async Task<JobStatus> RunHereAsync(string id, Action<JobProgress> progress, CancellationToken cancel)
    {
        await queue.FreeOrphansAsync(_owner, id, cancel);

        // A running server may take it first: then watch it to its end.
        while (true)
        {
            if (await _one.WaitAsync(0, cancel))
            {
                await TakeOneAsync(id, progress, cancel);
            }

            var status = (await queue.FindAsync(id, cancel))!;
            progress(new JobProgress(status.Done, status.All, status.Note));
            if (status.IsOver || status.State == "paused")
            {
                return status;
            }

            await Task.Delay(200, cancel);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var areFreed = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!areFreed)
                {
                    await queue.FreeOrphansAsync(_owner, null, stoppingToken);
                    areFreed = true;
                }

                await _one.WaitAsync(stoppingToken);
                if (!await TakeOneAsync(null, _ => { }, stoppingToken))
                {
                    _spent.GiveBackOnceIdle();
                    await queue.WaitAsync(stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (StorageProblems.From(e) is not null)
            {
                LogStore(log, e);
                await Task.Delay(TimeSpan.FromSeconds(5), stoppingToken).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        }
    }

    /// <summary>Takes a job, if there is one, and runs it. The caller has entered <see cref="_one"/>; it is left here.</summary>
    private async Task<bool> TakeOneAsync(string? only, Action<JobProgress> progress, CancellationToken stopping)
    {
        try
        {
            if (await queue.TakeAsync(_owner, only, stopping) is not { } job)
            {
                return false;
            }

            await RunAsync(job, progress, stopping);
            _spent.Worked();
            return true;
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task RunAsync(JobQueue.TakenJob job, Action<JobProgress> progress, CancellationToken stopping)
    {
        using var cancelled = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var actor = JsonSerializer.Deserialize<Actor>(job.Actor)!;
        var clock = Stopwatch.StartNew();
        var run = new JobRun(job.Id, job.Input, actor, (int)job.Attempts + 1, ReportAsync, services);
        try
        {
            var result = !_kinds.TryGetValue(job.Kind, out var kind) ? Unknown.With(job.Kind)
                : job.Attempts >= MostAttempts ? Failed.With($"{MostAttempts}回行いましたが終わりませんでした")
                : await kind.RunAsync(run, cancelled.Token);
            await (result.TryGet(out var output, out var problem)
                ? queue.EndAsync(job.Id, _owner, "done", output, "", CancellationToken.None)
                : queue.EndAsync(job.Id, _owner, "failed", "", problem.ToString(), CancellationToken.None));
            Measures.Worked(problem is null ? "done" : "failed", clock.Elapsed);
        }
        catch (OperationCanceledException) when (cancelled.IsCancellationRequested)
        {
            await queue.ReleaseAsync(job.Id, _owner);
            Measures.Worked("released", clock.Elapsed);
        }
        catch (Exception e) // The edge of a job: whatever went wrong ends this job and no other.
        {
            LogJob(log, job.Kind, job.Id, e);
            Measures.Worked("failed", clock.Elapsed);
            await queue.EndAsync(job.Id, _owner, "failed", "", (StorageProblems.From(e) ?? Failed).ToString(), CancellationToken.None);
        }

        async Task ReportAsync(JobProgress p)
        {
            progress(p);
            if (!await queue.ReportAsync(job.Id, _owner, p, cancelled.Token))
            {
                await cancelled.CancelAsync();
                cancelled.Token.ThrowIfCancellationRequested();
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Job {Kind} {Id} failed.")]
    private static partial void LogJob(ILogger log, string kind, string id, Exception e);

    [LoggerMessage(LogLevel.Error, "The store cannot be used; jobs wait.")]
    private static partial void LogStore(ILogger log, Exception e);
}
