using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Yakuba.Platform.Audit;

/// <summary>Signs the record's head each second when something is new, and once more at the end.</summary>
public sealed partial class CheckpointService(RecordKeeper keeper, TimeProvider time, ILogger<CheckpointService> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await SignEachSecondAsync(stoppingToken);
            await SignAsync(CancellationToken.None);
        }
        catch (ObjectDisposedException) when (stoppingToken.IsCancellationRequested)
        {
            // Taken down without a stop: the first second of the next start signs.
        }
    }

    private async Task SignEachSecondAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
        try
        {
            do
            {
                await SignAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The end: what is new is signed once more.
        }
    }

    private async Task SignAsync(CancellationToken cancel)
    {
        try
        {
            if ((await keeper.SignAsync(cancel)).Problem is { } problem)
            {
                LogProblem(log, problem.Name);
            }
        }
        catch (Exception e) when (Data.StorageProblems.From(e) is { } problem)
        {
            LogProblem(log, problem.Name);
        }
    }

    [LoggerMessage(LogLevel.Error, "The record's head was not signed: {Problem}")]
    private static partial void LogProblem(ILogger log, string problem);
}
