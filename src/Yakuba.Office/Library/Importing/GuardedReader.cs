using Yakuba.Documents;

namespace Yakuba.Office.Library.Importing;

/// <summary>The one door through which the product reads files: each is read in a worker process, within the limits that the municipality set.</summary>
public sealed class GuardedReader(DocumentWorkers workers, ReadingLimits limits)
{
    private static readonly TimeSpan Sign = TimeSpan.FromSeconds(15);

    /// <summary>Reads one file and cuts it into passages.</summary>
    /// <param name="fileName">Name as given.</param>
    /// <param name="content">The whole file.</param>
    /// <param name="waiting">Called about every 15 seconds while it takes longer.</param>
    /// <param name="cancel">Ends the worker.</param>
    public async Task<WorkerReading> ReadAsync(string fileName, byte[] content, Func<Task> waiting, CancellationToken cancel)
    {
        using var stopped = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var reading = workers.ReadAsync(fileName, content, await limits.GetAsync(cancel), stopped.Token);
        try
        {
            while (await Task.WhenAny(reading, Task.Delay(Sign, cancel)) != reading)
            {
                cancel.ThrowIfCancellationRequested();
                await waiting();
            }
        }
        finally
        {
            await stopped.CancelAsync(); // nobody waits for it any more
        }

        return await reading;
    }
}
