using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Yakuba.Documents;

/// <summary>One worker, seen from the server: asked one file after the other, watched while it reads, ended as a whole.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private const int Piece = 64 << 10; // what a pipe holds

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5); // the reader's own clock ends first, with better words

    private readonly Process _process;
    private readonly WorkerFolder _folder;
    private readonly ProcessGroup _group;

    private WorkerProcess(Process process, WorkerFolder folder, ReadLimits limits)
    {
        (_process, _folder, Limits, _group) = (process, folder, limits, new ProcessGroup(process.Id));

        // Taken so that it never waits to be heard, and kept nowhere: it may be without end and may hold words of the file. Its exit code tells how it ended.
        _ = _process.StandardError.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
    }

    /// <summary>Bounds it was started with.</summary>
    internal ReadLimits Limits { get; }

    /// <summary>What holds it; known once it has said hello.</summary>
    internal WorkerWalls Walls { get; private set; } = new(false, false, false, false);

    /// <summary>Files it has answered.</summary>
    internal int FilesRead { get; private set; }

    /// <summary>Its process id.</summary>
    internal int Id => _process.Id;

    /// <summary>The most memory seen while it read its last file, with its children, in bytes.</summary>
    internal long PeakBytes { get; private set; }

    /// <summary>Memory it holds now.</summary>
    internal long MemoryBytes => _group.MemoryBytes();

    /// <summary>Starts one and waits for its hello.</summary>
    /// <returns>The worker, or Japanese words why there is none.</returns>
    internal static async Task<(WorkerProcess? Worker, string Why)> StartAsync(WorkerProgram program, ReadLimits limits, CancellationToken cancel)
    {
        var folder = new WorkerFolder();
        WorkerProcess worker;
        try
        {
            // Twice the largest file: a copy for a child program, and pictures of its pages.
            var start = program.Start(folder.Path, limits.MaxMemoryBytes, limits.MaxFileBytes * 2);
            worker = new WorkerProcess(await LastingThread.RunAsync(() => Process.Start(start)!), folder, limits);
        }
        catch (Exception e) when (e is Win32Exception or IOException)
        {
            folder.Dispose();
            return (null, $"{program.Path}を起動できません: {e.Message}");
        }

        var hello = await worker.TalkAsync(worker.Hello, StartTime, cancel);
        if (hello.Value is { Version: WorkerJson.Version } said)
        {
            worker.Walls = said.Walls;
            return (worker, "");
        }

        worker.Dispose();
        return (null, hello.Fault?.Detail ?? "版が違います");
    }

    /// <summary>Has one file read. After a fault the worker is of no more use.</summary>
    /// <exception cref="SpoolException">Its text cannot be kept on this disk.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    internal async Task<(WorkerAnswer? Answer, WorkerFault? Fault)> ReadAsync(FileToRead file, ReadLimits limits, CancellationToken cancel)
    {
        PeakBytes = 0;
        await using var content = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);
        var words = JsonSerializer.SerializeToUtf8Bytes(new WorkerRequest(file.Name, content.Length, limits), WorkerJson.Plain.WorkerRequest);
        var answer = await TalkAsync(() => Ask(words, content, file.Text), limits.MaxTime + Grace, cancel);
        FilesRead++;
        return answer;
    }

    /// <summary>Ends it and everything it started.</summary>
    public void Dispose()
    {
        End();
        _process.WaitForExit(Grace);
        _group.Kill(); // a child that it started in the same moment
        _process.StandardError.Dispose();
        _process.Dispose();
        _folder.Dispose();
    }

    private WorkerHello Hello()
    {
        var words = Frames.Read(_process.StandardOutput.BaseStream, FrameKind.Hello, WorkerJson.MostWords) ?? throw new EndOfStreamException();
        return JsonSerializer.Deserialize(words, WorkerJson.Plain.WorkerHello)!;
    }

    private WorkerAnswer Ask(byte[] words, FileStream content, string text)
    {
        var pipe = _process.StandardInput.BaseStream;
        var piece = new byte[Piece];
        int read;
        for (var said = Say(() => Frames.Write(pipe, FrameKind.Request, words)); said && (read = content.Read(piece)) > 0;)
        {
            said = Say(() => pipe.Write(piece.AsSpan(0, read)));
        }

        return TextSpool.Receive(_process.StandardOutput.BaseStream, text);
    }

    // False when it has ended, or answered before it had heard all: what it said tells.
    private static bool Say(Action write)
    {
        try
        {
            write();
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Talks on a thread that may be kept waiting, and watches clock and memory beside it.</summary>
    private async Task<(T? Value, WorkerFault? Fault)> TalkAsync<T>(Func<T> talk, TimeSpan most, CancellationToken cancel)
        where T : class
    {
        var talking = Task.Factory.StartNew(talk, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var clock = Stopwatch.StartNew();
        WorkerFault? fault = null;
        while (await Task.WhenAny(talking, Task.Delay(Glance, cancel)) != talking)
        {
            PeakBytes = Math.Max(PeakBytes, _group.MemoryBytes());
            fault = PeakBytes > Limits.MaxMemoryBytes ? new WorkerFault(FaultKind.Memory, "メモリの上限")
                : clock.Elapsed > most ? new WorkerFault(FaultKind.Time, "時間の上限")
                : null;
            if (fault is not null || cancel.IsCancellationRequested)
            {
                End();
                break;
            }
        }

        try
        {
            var value = await talking;
            cancel.ThrowIfCancellationRequested();
            return (fault is null ? value : null, fault);
        }
        catch (Exception e) when (e is not (OperationCanceledException or SpoolException)) // An edge: whatever a worker sends or does not send ends this worker and nothing else.
        {
            cancel.ThrowIfCancellationRequested();
            fault ??= e is IOException ? new WorkerFault(FaultKind.Ended, HowItEnded()) : new WorkerFault(FaultKind.Garbled, "返ってきた内容が正しくありません");
            End();
            return (null, fault);
        }
    }

    private string HowItEnded() => !_process.WaitForExit(Grace) ? "応答が途切れました"
        : _process.ExitCode > 128 ? string.Create(CultureInfo.InvariantCulture, $"シグナル{_process.ExitCode - 128}")
        : string.Create(CultureInfo.InvariantCulture, $"終了コード{_process.ExitCode}");

    private void End()
    {
        _group.Kill();
        try
        {
            _process.Kill(entireProcessTree: true); // before it has its group, there is the tree
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // It ended by itself in the same moment.
        }
    }
}
