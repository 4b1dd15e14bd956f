using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Library.Reorganise;

/// <summary>Does reorganisations on their day: at each start, and looking every minute.</summary>
internal sealed partial class ReorganiseOnTheDay(ReorganiseHandler handler, TimeProvider time, ILogger<ReorganiseOnTheDay> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), time);
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
            // The server stops: what is due is done at its next start.
        }
    }

    private async Task LookAsync(CancellationToken cancel)
    {
        try
        {
            if (await handler.DoDueAsync(cancel) is > 0 and var done)
            {
                LogDone(log, done);
            }
        }
        catch (Exception e) when (StorageProblems.From(e) is { } problem)
        {
            LogProblem(log, problem.Name);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogFailed(log, e); // the server goes on, and so does the next look
        }
    }

    [LoggerMessage(LogLevel.Information, "{Done} reorganisations were done on their day")]
    private static partial void LogDone(ILogger log, int done);

    [LoggerMessage(LogLevel.Error, "Reorganisations were not looked at")]
    private static partial void LogFailed(ILogger log, Exception e);

    [LoggerMessage(LogLevel.Error, "Reorganisations were not looked at: {Problem}")]
    private static partial void LogProblem(ILogger log, string problem);
}
