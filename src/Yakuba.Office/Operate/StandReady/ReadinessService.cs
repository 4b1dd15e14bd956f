using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Yakuba.Office.Library.Index;
using Yakuba.Office.Operate.ShowHealth;
using Yakuba.Platform;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Data;
using Yakuba.Platform.Telemetry;

namespace Yakuba.Office.Operate.StandReady;

/// <summary>Looks again and again whether the store takes a write, the record can be signed, its key be read, the index be searched, and the disk has room; and tells the numbers that stand.</summary>
public sealed partial class ReadinessService(DataDirectory directory, Database database, RecordKeeper keeper, LibraryIndex index, Readiness readiness, TimeProvider time, ILogger<ReadinessService> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Looks once. While the store keeps it waiting, it says so.</summary>
    public async Task LookAsync(CancellationToken cancel)
    {
        var look = CheckAsync(cancel);
        if (await Task.WhenAny(look, Task.Delay(Patience, cancel)) != look)
        {
            Say(OperateProblems.StoreBusy);
        }

        Say(await look);
    }

    /// <inheritdoc/>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        Say(OperateProblems.Starting);
        return base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            do
            {
                await LookAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
        finally
        {
            foreach (var gauge in new[] { Measures.Ready, Measures.JobsWaiting, Measures.JobsRunning, Measures.Unsigned, Measures.HeadAge })
            {
                gauge.Forget(this);
            }
        }
    }

    private void Say(Problem? problem)
    {
        readiness.Say(problem);
        Measures.Ready.Tell(this, problem is null ? 1 : 0);
    }

    private async Task<Problem?> CheckAsync(CancellationToken cancel)
    {
        try
        {
            if (StoreHealth.IsTooFull(directory.Root))
            {
                return StorageProblems.DiskFull;
            }

            await using (var work = await database.BeginShortAsync(cancel))
            {
                await work.ExecuteAsync("UPDATE audit_tree SET signed = signed WHERE id = 1", cancel: cancel); // a real write, and nothing changed by it
                await work.CommitAsync(cancel);
            }

            if (await keeper.FileProblemAsync(cancel) is { } unreadable)
            {
                return unreadable;
            }

            if ((await keeper.SignAsync(cancel)).Problem is { } unsigned)
            {
                return unsigned;
            }

            using var searched = index.Snapshot();
            await TellAsync(cancel);
            return null;
        }
        catch (Exception e) when (e is Search.IndexDamagedException or Search.IndexVersionException)
        {
            return OperateProblems.IndexClosed;
        }
        catch (Exception e) when (StorageProblems.From(e) is { } problem)
        {
            return problem;
        }
        catch (Exception e) when (e is not OperationCanceledException) // The edge of a look: whatever it is, the server goes on and says that it is not well.
        {
            LogLook(log, e);
            return OperateProblems.LookFailed;
        }
    }

    [LoggerMessage(LogLevel.Error, "Looking whether the server is ready failed.")]
    private static partial void LogLook(ILogger log, Exception e);

    private async Task TellAsync(CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        Measures.JobsWaiting.Tell(this, await read.CountAsync("SELECT count(*) FROM job WHERE state = 'waiting'", cancel: cancel));
        Measures.JobsRunning.Tell(this, await read.CountAsync("SELECT count(*) FROM job WHERE state = 'running'", cancel: cancel));
        Measures.Unsigned.Tell(this, await read.CountAsync("SELECT (SELECT count(*) FROM audit_entry) - coalesce((SELECT signed FROM audit_tree WHERE id = 1), 0)", cancel: cancel));
        var head = new FileInfo(Path.Combine(directory.Record, "checkpoint"));
        Measures.HeadAge.Tell(this, head.Exists ? Math.Max(0, (time.GetUtcNow() - head.LastWriteTimeUtc).TotalSeconds) : 0);
    }
}
