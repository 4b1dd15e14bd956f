namespace Yakuba.Towns;

/// <summary>Whose request is worked on now. A town alone may have all of the machine; beside others each has a few turns, and waits in a line of its own.</summary>
/// <remarks>
/// A turn is for the machine's processors. A request that lasts longer than <see cref="LongestTurn"/> waits for something else, such as a
/// model or a slow line, and gives its turn up while it goes on.
/// </remarks>
/// <param name="alone">Turns of a town while no other works.</param>
/// <param name="beside">Turns of a town while others work.</param>
/// <param name="longestLine">Requests of one town that may wait.</param>
/// <param name="time">The clock.</param>
internal sealed class FairTurns(int alone, int beside, int longestLine, TimeProvider time)
{
    internal static readonly TimeSpan LongestTurn = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Line> _lines = [];
    private string _lastTown = "";
    private string _townBefore = "";
    private long _lastAt;
    private long _beforeAt;

    /// <summary>From the number of processors; not measured yet: bench/towns.sh measures it.</summary>
    internal static FairTurns ForThisMachine(TimeProvider time) => new(4 * Environment.ProcessorCount, Math.Max(1, Environment.ProcessorCount / 2), 64, time);

    /// <summary>Waits for a turn.</summary>
    /// <returns>The turn, to be disposed when the request is over; null when the town's line is full.</returns>
    internal async Task<IDisposable?> TakeAsync(string town, CancellationToken cancel)
    {
        TaskCompletionSource? waiting = null;
        Line line;
        lock (_gate)
        {
            if (!_lines.TryGetValue(town, out line!))
            {
                _lines[town] = line = new Line(town);
            }

            Seen(town);
            if (line.Waiting.Count == 0 && line.Working < Most(town))
            {
                line.Working++;
            }
            else if (line.Waiting.Count < longestLine)
            {
                line.Waiting.AddLast(waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            }
            else
            {
                return null;
            }
        }

        if (waiting is not null)
        {
            await using var gone = cancel.UnsafeRegister(static (w, token) => ((TaskCompletionSource)w!).TrySetCanceled(token), waiting);
            try
            {
                await waiting.Task;
            }
            catch (OperationCanceledException)
            {
                lock (_gate)
                {
                    line.Waiting.Remove(waiting);
                }

                throw;
            }
        }

        return new Turn(this, line, time);
    }

    private void GiveUp(Line line)
    {
        lock (_gate)
        {
            line.Working--;
            while (line.Waiting.First is { } next && line.Working < Most(line.Town))
            {
                line.Waiting.RemoveFirst();
                if (next.Value.TrySetResult())
                {
                    line.Working++;
                }
            }

            if (line is { Working: 0, Waiting.Count: 0 })
            {
                _lines.Remove(line.Town);
            }
        }
    }

    // Two names suffice to know whether any other town worked a moment ago.
    private void Seen(string town)
    {
        var now = time.GetTimestamp();
        if (town != _lastTown)
        {
            (_townBefore, _beforeAt, _lastTown) = (_lastTown, _lastAt, town);
        }

        _lastAt = now;
    }

    private int Most(string town)
    {
        var (other, at) = town == _lastTown ? (_townBefore, _beforeAt) : (_lastTown, _lastAt);
        return (other.Length > 0 && time.GetElapsedTime(at) < Quiet) || _lines.Values.Any(l => l.Town != town && l.Working > 0) ? beside : alone;
    }

    private sealed class Line(string town)
    {
        internal string Town { get; } = town;

        internal LinkedList<TaskCompletionSource> Waiting { get; } = [];

        internal int Working { get; set; }
    }

    private sealed class Turn : IDisposable
    {
        private readonly FairTurns _turns;
        private readonly Line _line;
        private readonly ITimer _end;
        private int _over;

        internal Turn(FairTurns turns, Line line, TimeProvider time)
        {
            (_turns, _line) = (turns, line);
            _end = time.CreateTimer(static turn => ((Turn)turn!).Dispose(), this, LongestTurn, Timeout.InfiniteTimeSpan);
        }

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _over, 1) == 0)
            {
                _end?.Dispose();
                _turns.GiveUp(_line);
            }
        }
    }
}
