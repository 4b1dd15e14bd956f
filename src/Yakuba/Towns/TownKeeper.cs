using Yakuba.Platform;
using Yakuba.Platform.Data;

namespace Yakuba.Towns;

/// <summary>Keeps no more towns open than there is room for, and opens those that nobody visits in turn, so that what is due in them is done.</summary>
/// <param name="installation">The towns.</param>
/// <param name="mostOpen">Towns open at the same time, at most, unless more are in use.</param>
internal sealed class TownKeeper(Installation installation, int mostOpen) : BackgroundService
{
    /// <summary>A closed town at which nobody looked for so long is due; those that are due come one after another.</summary>
    internal static readonly TimeSpan Turn = TimeSpan.FromHours(1);

    // An open town that rests holds this much, with room for what it does; see docs/performance.md.
    private const long BytesOfOne = 32 << 20;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LookAtOthers = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, long> _lookedAt = [];
    private readonly Dictionary<string, long> _leftTo = [];

    /// <summary>Half of the memory that the program may have.</summary>
    internal static int ForThisMachine() => (int)Math.Clamp(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2 / BytesOfOne, 4, 2000);

    /// <summary>Closes those used longest ago until no more are open than there is room for, as far as they rest.</summary>
    internal async Task MakeRoomAsync()
    {
        var open = installation.Served.Where(t => t.IsOpen).OrderBy(t => t.LastUsed).ToList();
        var tooMany = open.Count - mostOpen;
        foreach (var town in open)
        {
            if (tooMany <= 0)
            {
                return;
            }

            tooMany -= await town.CloseWhenIdleAsync() ? 1 : 0;
        }
    }

    /// <summary>Opens a town, lets it do what is due, and leaves. It closes when its place is needed, unless it is still at work.</summary>
    internal async Task VisitAsync(Town town, CancellationToken cancel)
    {
        _lookedAt[town.Code] = installation.Time.GetTimestamp();
        if (!(await town.EnterAsync()).TryGet(out var open, out _))
        {
            _leftTo[town.Code] = installation.Time.GetTimestamp(); // said in the log; one that cannot be opened is not tried at each look
            return;
        }

        try
        {
            var until = installation.Time.GetTimestamp();
            do
            {
                await Task.Delay(Look, installation.Time, cancel);
                await MakeRoomAsync();
            }
            while (installation.Time.GetElapsedTime(until) < Patience && await open.IsAtWorkAsync());
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The edge of a town: what is wrong with it shows where somebody works in it, and stops nobody else.
        }
        finally
        {
            town.Leave();
        }

        await MakeRoomAsync();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var visited = installation.Time.GetTimestamp();
            var collected = visited;
            var collecting = Task.CompletedTask;
            while (true)
            {
                await Task.Delay(Look, installation.Time, stoppingToken);
                await MakeRoomAsync();
                if (installation.Time.GetElapsedTime(collected) > Turn && collecting.IsCompleted)
                {
                    collecting = CollectAsync(stoppingToken); // may wait for another node, which the towns do not
                    collected = installation.Time.GetTimestamp();
                }

                var pause = Turn / (installation.File.Towns.Count + 1);
                if (installation.Time.GetElapsedTime(visited) > (pause > Shortest ? pause : Shortest) && Due() is { } town)
                {
                    await VisitAsync(town, stoppingToken);
                    visited = installation.Time.GetTimestamp();
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    /// <summary>Enters the heads of all towns in the log.</summary>
    private async Task CollectAsync(CancellationToken cancel)
    {
        if ((await TownHeads.CollectAsync(installation, cancel)).Problem is { } problem)
        {
            installation.Unsigned(problem);
        }
    }

    /// <summary>The town that is to be visited next.</summary>
    internal Town? Due() => installation.Served
        .Where(t => !t.IsOpen)
        .Select(t => (Town: t, Last: Math.Max(t.LastUsed, _lookedAt.GetValueOrDefault(t.Code))))
        .Where(t => !IsLeft(t.Town.Code) && (t.Last == 0 || installation.Time.GetElapsedTime(t.Last) > Turn || IsOrphan(t.Town.Code)))
        .OrderBy(t => t.Last)
        .Select(t => t.Town)
        .FirstOrDefault(t => !WasOpenElsewhere(t.Code));

    // Whatever this node did with the town before: what a dead one had promised waits for nobody else.
    private bool IsOrphan(string code)
    {
        var isOrphan = installation.Node?.IsOrphan(installation.FolderOf(code)) == true;
        if (!isOrphan && installation.Node is not null)
        {
            _leftTo[code] = installation.Time.GetTimestamp();
        }

        return isOrphan;
    }

    // Among several nodes a town is visited by one: who opened it wrote its name. What a dead one had in its hands is taken up.
    private bool WasOpenElsewhere(string code)
    {
        var folder = installation.FolderOf(code);
        try
        {
            if (installation.Node is not { } node || DataDirectory.OwnerOf(folder) is not { Length: > 0 } owner || owner == node.Name || !node.IsAlive(owner))
            {
                return false;
            }

            if (installation.Time.GetUtcNow().UtcDateTime - File.GetLastWriteTimeUtc(Path.Combine(folder, "owner")) > Turn && node.OtherThatHas(folder) is null)
            {
                return false;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return true; // the shared storage cannot tell now
        }

        _leftTo[code] = installation.Time.GetTimestamp();
        return true;
    }

    // A town that was left to another node is looked at again each minute: that node may die.
    private bool IsLeft(string code) => _leftTo.TryGetValue(code, out var at) && installation.Time.GetElapsedTime(at) < LookAtOthers;
}
