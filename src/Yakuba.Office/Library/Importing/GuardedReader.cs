using Yakuba.Documents;

namespace Yakuba.Office.Library.Importing;

/// <summary>Reads files on a thread of their own, so that one that never ends, or nests deeply, does not take the server along.</summary>
/// <remarks>
/// The reader keeps its own time limit; this is the wall behind it. A thread that overran it twice cannot be stopped inside a
/// process: it is left behind at the lowest priority and counted, and at <see cref="MostLeftBehind"/> of them reading is refused.
/// </remarks>
public sealed class GuardedReader
{
    /// <summary>Threads left behind at which nothing more is read until the program starts anew.</summary>
    public const int MostLeftBehind = 2;

    private const int StackBytes = 64 << 20; // parsers of nested formats recurse; an overflow would end the process
    private static readonly TimeSpan Sign = TimeSpan.FromSeconds(15);

    private readonly Func<string, byte[], CancellationToken, ReadOutcome> _read;
    private readonly TimeSpan _longest;
    private int _leftBehind;

    /// <summary>Reads with the house's limits.</summary>
    public GuardedReader()
        : this((name, content, cancel) => DocumentReader.Read(name, content, ReadLimits.Default, cancel), ReadLimits.Default.MaxTime + TimeSpan.FromSeconds(15))
    {
    }

    internal GuardedReader(Func<string, byte[], CancellationToken, ReadOutcome> read, TimeSpan longest)
    {
        _read = read;
        _longest = longest;
    }

    /// <summary>Reads one file and cuts it into passages.</summary>
    /// <param name="fileName">Name as given.</param>
    /// <param name="content">The whole file.</param>
    /// <param name="waiting">Called about every 15 seconds while it takes longer.</param>
    /// <param name="cancel">Stops waiting, and the reader.</param>
    public async Task<GuardedOutcome> ReadAsync(string fileName, byte[] content, Func<Task> waiting, CancellationToken cancel)
    {
        if (Volatile.Read(ref _leftBehind) >= MostLeftBehind)
        {
            return new GuardedOutcome(Refusal(LibraryProblems.ReaderBusy), []);
        }

        var ended = new TaskCompletionSource<GuardedOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var thread = new Thread(() => Run(fileName, content, ended, late.Token), StackBytes) { IsBackground = true, Name = "document reader" };
        thread.Start();
        for (var waited = TimeSpan.Zero; waited < _longest; waited += Sign)
        {
            if (await Task.WhenAny(ended.Task, Task.Delay(_longest - waited < Sign ? _longest - waited : Sign, cancel)) == ended.Task)
            {
                return await ended.Task;
            }

            cancel.ThrowIfCancellationRequested();
            await waiting();
        }

        await late.CancelAsync();
        if (await Task.WhenAny(ended.Task, Task.Delay(TimeSpan.FromSeconds(5), cancel)) != ended.Task)
        {
            Interlocked.Increment(ref _leftBehind);
            thread.Priority = ThreadPriority.Lowest;
            _ = ended.Task.ContinueWith(_ => Interlocked.Decrement(ref _leftBehind), TaskScheduler.Default);
        }

        return new GuardedOutcome(
            new Unreadable("document-time-limit", $"「{fileName}」は時間内に読み終わりませんでした。", "ファイルを分けるか、別の形式（PDFやテキスト）で保存して登録してください。"), []);
    }

    private void Run(string fileName, byte[] content, TaskCompletionSource<GuardedOutcome> ended, CancellationToken cancel)
    {
        try
        {
            var outcome = _read(fileName, content, cancel);
            ended.TrySetResult(new GuardedOutcome(outcome, outcome is ReadDocument yes ? PassageCutter.Cut(yes.Document) : []));
        }
        catch (Exception e) // A thread's edge: the waiting task carries it on.
        {
            ended.TrySetException(e);
        }
    }

    private static Unreadable Refusal(Platform.Problem problem) => new(problem.Name, problem.Message, "");
}

/// <summary>What reading came to.</summary>
/// <param name="Outcome">The document or the refusal.</param>
/// <param name="Passages">Its passages; none when it was refused.</param>
public sealed record GuardedOutcome(ReadOutcome Outcome, IReadOnlyList<Passage> Passages);
