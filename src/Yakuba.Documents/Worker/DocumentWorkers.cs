using System.Runtime.ExceptionServices;

namespace Yakuba.Documents;

/// <summary>Reads files in worker processes. Nothing that a file does to its worker reaches this process: it ends in a named refusal.</summary>
/// <remarks>A worker is kept for the files that come next and replaced after a fault, after many files, when it has grown, and when nothing comes.</remarks>
public sealed class DocumentWorkers : IDisposable
{
    /// <summary>Files read at the same time, at most; more wait.</summary>
    public const int MostAtOnce = 2;

    private const int MostFiles = 500;
    private const int GrownShare = 3; // a worker that holds more than a third of its memory while idle starts anew
    private static readonly TimeSpan IdleTime = TimeSpan.FromSeconds(10);

    private readonly WorkerProgram _program;
    private readonly SemaphoreSlim _turn = new(MostAtOnce);
    private readonly SemaphoreSlim? _shared;
    private readonly List<WorkerProcess> _idle = [];
    private readonly Timer _rest;
    private bool _isOver;

    /// <summary>Workers of this program.</summary>
    public DocumentWorkers()
        : this(WorkerProgram.Installed)
    {
    }

    /// <summary>Workers of another program that talks as ours does.</summary>
    public DocumentWorkers(WorkerProgram program)
    {
        _program = program;
        _rest = new Timer(_ => Drop());
        WorkerFolder.Sweep();
    }

    /// <summary>Workers of this program that read in turn with those of others, who share nothing else: one process never sees the files of two.</summary>
    /// <param name="shared">As many turns as files may be read at the same time by all. Who comes first has the next, and nobody asks for more than <see cref="MostAtOnce"/>.</param>
    public DocumentWorkers(SemaphoreSlim shared)
        : this(WorkerProgram.Installed) => _shared = shared;

    /// <summary>What held the worker that was started last; null before the first.</summary>
    public WorkerWalls? Walls { get; private set; }

    /// <summary>The most memory that a worker with its children was seen to hold while reading, in bytes.</summary>
    public long PeakBytes { get; private set; }

    /// <summary>Workers started so far.</summary>
    public int Started { get; private set; }

    /// <summary>Reads one file and cuts it into passages. Nothing of it comes into this process but what is asked of the reading later.</summary>
    /// <param name="file">The file and where its text is to lie.</param>
    /// <param name="limits">Bounds for this file.</param>
    /// <param name="cancel">Ends the worker.</param>
    /// <exception cref="IOException">The file cannot be opened, or its text cannot be kept on this disk.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public async Task<WorkerReading> ReadAsync(FileToRead file, ReadLimits limits, CancellationToken cancel)
    {
        if (new FileInfo(file.Path).Length > limits.MaxFileBytes)
        {
            return new WorkerReading(Refusals.TooLarge(DisplayName.Of(file.Name), limits.MaxFileBytes));
        }

        await _turn.WaitAsync(cancel);
        try
        {
            return _shared is null ? await ReadInTurnAsync(file, limits, cancel) : await ReadSharedAsync(_shared, file, limits, cancel);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<WorkerReading> ReadSharedAsync(SemaphoreSlim shared, FileToRead file, ReadLimits limits, CancellationToken cancel)
    {
        await shared.WaitAsync(cancel);
        try
        {
            return await ReadInTurnAsync(file, limits, cancel);
        }
        finally
        {
            shared.Release();
        }
    }

    private async Task<WorkerReading> ReadInTurnAsync(FileToRead file, ReadLimits limits, CancellationToken cancel)
    {
        try
        {
            // A worker that has read before may have failed for what it read before: then a fresh one decides.
            return await ReadAsync(file, limits, Take(limits), cancel) ?? (await ReadAsync(file, limits, null, cancel))!;
        }
        catch (SpoolException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerException!);
            throw;
        }
    }

    /// <summary>Ends all workers.</summary>
    public void Dispose()
    {
        lock (_idle)
        {
            _isOver = true;
            _rest.Dispose();
        }

        Drop();
    }

    /// <returns>Null when a worker that had read before ended at this file.</returns>
    private async Task<WorkerReading?> ReadAsync(FileToRead file, ReadLimits limits, WorkerProcess? used, CancellationToken cancel)
    {
        var (worker, why) = used is null ? await StartAsync(limits, cancel) : (used, "");
        if (worker is null)
        {
            return new WorkerReading(Refusals.ReaderUnavailable(DisplayName.Of(file.Name), why));
        }

        var (isKept, isDocument) = (false, false);
        try
        {
            var (answer, fault) = await worker.ReadAsync(file, limits, cancel);
            PeakBytes = Math.Max(PeakBytes, worker.PeakBytes);
            (isKept, isDocument) = (answer is { IsLast: false }, answer?.Document is not null);
            return answer?.Document is { } document ? new WorkerReading(document, file.Text)
                : answer?.Refusal is { } refusal ? new WorkerReading(refusal)
                : used is not null && fault!.Kind != FaultKind.Time ? null
                : new WorkerReading(fault!.Refuse(file.Name, limits));
        }
        finally
        {
            Keep(worker, isKept);
            if (!isDocument)
            {
                File.Delete(file.Text);
            }
        }
    }

    private async Task<(WorkerProcess? Worker, string Why)> StartAsync(ReadLimits limits, CancellationToken cancel)
    {
        var started = await WorkerProcess.StartAsync(_program, limits, cancel);
        (Walls, Started) = (started.Worker?.Walls ?? Walls, Started + 1);
        return started;
    }

    private WorkerProcess? Take(ReadLimits limits)
    {
        lock (_idle)
        {
            if (_idle.Count == 0)
            {
                return null;
            }

            var worker = _idle[^1];
            _idle.RemoveAt(_idle.Count - 1);
            if (worker.Limits == limits)
            {
                return worker;
            }

            worker.Dispose();
            return null;
        }
    }

    private void Keep(WorkerProcess worker, bool isSound)
    {
        if (isSound && worker.FilesRead < MostFiles && worker.MemoryBytes <= worker.Limits.MaxMemoryBytes / GrownShare)
        {
            lock (_idle)
            {
                if (!_isOver)
                {
                    _idle.Add(worker);
                    _rest.Change(IdleTime, Timeout.InfiniteTimeSpan);
                    return;
                }
            }
        }

        worker.Dispose();
    }

    private void Drop()
    {
        List<WorkerProcess> dropped;
        lock (_idle)
        {
            dropped = [.. _idle];
            _idle.Clear();
        }

        dropped.ForEach(w => w.Dispose());
    }
}

/// <summary>A file for a worker.</summary>
/// <param name="Name">Name as given.</param>
/// <param name="Path">Full path of where it lies; it must not change while it is read.</param>
/// <param name="Text">Full path of a file to be made for its text, in a folder that is there.</param>
public sealed record FileToRead(string Name, string Path, string Text);
