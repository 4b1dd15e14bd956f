namespace Yakuba.Office.Tests.Library.Workers;

/// <summary>Looks ten times a second at what the workers of a server hold together with their children.</summary>
internal sealed class MemoryWatch : IDisposable
{
    private readonly Timer _timer;

    internal MemoryWatch(int server) => _timer = new Timer(_ => Look(server), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(100));

    /// <summary>The most that one worker's group held, in MiB.</summary>
    internal double PeakMebibytes { get; private set; }

    public void Dispose() => _timer.Dispose();

    private void Look(int server)
    {
        foreach (var worker in WorkerProcesses.Of(server))
        {
            PeakMebibytes = Math.Max(PeakMebibytes, WorkerProcesses.Group(worker).Sum(WorkerProcesses.ResidentMebibytes));
        }
    }
}
