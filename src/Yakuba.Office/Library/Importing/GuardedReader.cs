using Yakuba.Documents;
using Yakuba.Platform.Telemetry;

namespace Yakuba.Office.Library.Importing;

/// <summary>The one door through which the product reads files: each is read in a worker process, within the limits that the municipality set.</summary>
public sealed class GuardedReader(DocumentWorkers workers, ReadingLimits limits) : IDisposable
{
    /// <summary>Reads one file and cuts it into passages.</summary>
    /// <param name="fileName">Name as given.</param>
    /// <param name="file">The file; its text is kept beside it.</param>
    /// <param name="bounds">Bounds for this file.</param>
    /// <param name="cancel">Ends the worker.</param>
    public async Task<WorkerReading> ReadAsync(string fileName, ArrivedFile file, ReadLimits bounds, CancellationToken cancel)
    {
        var reading = await workers.ReadAsync(new FileToRead(fileName, file.Path, file.Text), bounds, cancel);
        Measures.WorkersStarted.Tell(workers, workers.Started);
        return reading;
    }

    /// <summary>Reads a small file that is not taken in; its text lies among the system's temporary files until the reading is disposed.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancel">Ends the worker.</param>
    public async Task<WorkerReading> ReadAsync(string path, CancellationToken cancel) => await workers.ReadAsync(
        new FileToRead(Path.GetFileName(path), Path.GetFullPath(path), Path.Combine(Path.GetTempPath(), $"yakuba-text-{Guid.CreateVersion7():N}")), await limits.GetAsync(cancel), cancel);

    /// <summary>Its workers are no longer counted: the counts are the process's, and outlive a municipality that is closed.</summary>
    public void Dispose() => Measures.WorkersStarted.Forget(workers);
}
